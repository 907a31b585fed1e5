// A folder → the ScanReader port: recognises pages where that is wanted, and keeps what it recognised beside the index.

import { createHash } from "node:crypto";
import { appendFileSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { PullquoteError } from "../../core/errors.ts";
import type { ScannedPage, ScanProgress, ScanReader } from "../../core/ports/scan-reader.ts";
import { ASK_FOR_OCR } from "../../corpus/formats/pdf-scans.ts";
import { type Engine, INSTALL_OCR, openEngine } from "./tesseract-engine.ts";

interface KeeperOptions {
  /** The index's folder; `undefined` where the index lies on another machine. */
  readonly folder: string | undefined;
  /** Whether anything may be recognised; what was kept is read in any case. */
  readonly mayRecognise: boolean;
  readonly onPage?: ((progress: ScanProgress) => void) | undefined;
}

export interface ScanKeeper extends ScanReader {
  /** Forgets what was recognised of the file of that digest; of all where none is given. */
  forget(sha256?: string): void;
  close(): Promise<void>;
}

const number = z.number();
const word = z.tuple([z.string(), number, number, number, number, number]);
const LINE = z.strictObject({
  engine: z.string(),
  page: z.number().int().positive(),
  paragraphs: z.array(z.array(z.array(word).min(1)).min(1)),
  fault: z.string().exactOptional(),
});

/**
 * A file `recognised/DIGEST.jsonl` for each file of that digest, a line a page: its digest, then JSON. The first
 * sound line of a page counts, so that a text stays as it was quoted; a line that was cut or altered is passed over.
 */
export function openScanKeeper({ folder, mayRecognise, onPage }: KeeperOptions): ScanKeeper {
  if (folder === undefined) return NO_FOLDER;
  const kept = join(folder, "recognised");
  const digests = new WeakMap<Uint8Array, string>();
  let engine: Promise<Engine | undefined> | undefined;
  let name = "";
  const findFile = (bytes: Uint8Array): string => {
    const digest = digests.get(bytes) ?? sha256(bytes);
    digests.set(bytes, digest);
    return join(kept, `${digest}.jsonl`);
  };
  return {
    recall: (bytes) => readKept(findFile(bytes)),
    keep(bytes, page) {
      const line = writeLine(page, name);
      try {
        mkdirSync(kept, { recursive: true });
        appendFileSync(findFile(bytes), line);
      } catch (cause) {
        throw refuseWrite(kept, cause);
      }
    },
    async open() {
      if (!mayRecognise) return ASK_FOR_OCR;
      engine ??= openEngine();
      const opened = await engine;
      name = opened?.name ?? "";
      return opened?.recognise ?? INSTALL_OCR;
    },
    tell: (progress) => onPage?.(progress),
    forget: (digest) =>
      rmSync(digest === undefined ? kept : join(kept, `${digest}.jsonl`), {
        recursive: true,
        force: true,
      }),
    close: async () => (await engine)?.close(),
  };
}

/** What was recognised once is what is quoted, so it must be kept, and nothing else writes into a store's address. */
const NO_FOLDER: ScanKeeper = {
  recall: () => new Map(),
  keep: () => undefined,
  open: async () => "keep the index in a folder, where what is recognised is kept too: --index DIR",
  tell: () => undefined,
  forget: () => undefined,
  close: async () => undefined,
};

const sha256 = (content: Uint8Array | string): string =>
  createHash("sha256").update(content).digest("hex");

/** A line end before it: behind a line that was cut it begins anew. */
function writeLine({ number, paragraphs, fault }: ScannedPage, engine: string): string {
  const packed = paragraphs.map((lines) =>
    lines.map((words) => words.map(({ text, confidence, box }) => [text, confidence, ...box])),
  );
  const page = { engine, page: number, paragraphs: packed, ...(fault !== undefined && { fault }) };
  const json = JSON.stringify(page);
  return `\n${sha256(json)} ${json}\n`;
}

function readKept(file: string): ReadonlyMap<number, ScannedPage> {
  const pages = new Map<number, ScannedPage>();
  for (const line of readLines(file)) {
    const page = readLine(line);
    if (page !== undefined && !pages.has(page.number)) pages.set(page.number, page);
  }
  return pages;
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}

function readLine(line: string): ScannedPage | undefined {
  const json = line.slice(65);
  if (json === "" || line.slice(0, 64) !== sha256(json)) return undefined;
  const read = LINE.safeParse(JSON.parse(json));
  if (!read.success) return undefined;
  const { page, paragraphs, fault } = read.data;
  return {
    number: page,
    paragraphs: paragraphs.map((lines) =>
      lines.map((words) =>
        words.map(([text, confidence, left, bottom, right, top]) => ({
          text,
          confidence,
          box: [left, bottom, right, top] as const,
        })),
      ),
    ),
    ...(fault !== undefined && { fault }),
  };
}

function refuseWrite(folder: string, cause: unknown): PullquoteError {
  const code = cause instanceof Error && "code" in cause ? cause.code : "";
  const isFull = code === "ENOSPC" || code === "EDQUOT";
  return new PullquoteError({
    code: isFull ? "disk-full" : "index-read-only",
    message: `What was recognised cannot be kept in ${folder}.`,
    hint: isFull
      ? "Free some space and try again."
      : "Name a folder that you may write: --index DIR",
    cause,
  });
}

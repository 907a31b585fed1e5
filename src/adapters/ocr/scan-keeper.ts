// A folder → the ScanReader port: recognises pages where that is wanted, and keeps what it recognised beside the index.

import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { ScanProgress, ScanReader } from "../../core/ports/scan-reader.ts";
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
    recall: async (bytes) => (await import("./kept-pages.ts")).readKept(findFile(bytes)),
    keep: async (bytes, page) =>
      (await import("./kept-pages.ts")).keepPage(findFile(bytes), page, name),
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
  recall: async () => new Map(),
  keep: async () => undefined,
  open: async () => "keep the index in a folder, where what is recognised is kept too: --index DIR",
  tell: () => undefined,
  forget: () => undefined,
  close: async () => undefined,
};

const sha256 = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex");

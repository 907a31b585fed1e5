// A recognised page → the line of a file in which it is kept, and back.

import { createHash } from "node:crypto";
import { appendFileSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { PullquoteError } from "../../core/errors.ts";
import type { ScannedPage } from "../../core/ports/scan-reader.ts";

const number = z.number();
const word = z.tuple([z.string(), number, number, number, number, number]);
const LINE = z.strictObject({
  engine: z.string(),
  page: z.number().int().positive(),
  paragraphs: z.array(z.array(z.array(word).min(1)).min(1)),
  fault: z.string().exactOptional(),
});

/** @throws PullquoteError `index-read-only` | `disk-full` */
export function keepPage(file: string, page: ScannedPage, engine: string): void {
  const line = writeLine(page, engine);
  try {
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, line);
  } catch (cause) {
    throw refuseWrite(dirname(file), cause);
  }
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A line end before it: behind a line that was cut it begins anew. */
function writeLine({ number, paragraphs, fault }: ScannedPage, engine: string): string {
  const packed = paragraphs.map((lines) =>
    lines.map((words) => words.map(({ text, confidence, box }) => [text, confidence, ...box])),
  );
  const page = { engine, page: number, paragraphs: packed, ...(fault !== undefined && { fault }) };
  const json = JSON.stringify(page);
  return `\n${sha256(json)} ${json}\n`;
}

/** By the number of the page; the first sound line of a page counts. */
export function readKept(file: string): ReadonlyMap<number, ScannedPage> {
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

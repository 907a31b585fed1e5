// The files that an index was read from, and when they were last looked through ↔ small files beside its tables.

import { createHash } from "node:crypto";
import type { IndexedFile, Look } from "../../core/index-state.ts";
import { type IndexPlace, LOOK } from "./places/index-place.ts";
import type { KeptState } from "./state-file.ts";

/** A file's id, size, time and mark; its articles and tombstones where it is not one article of its own bytes. */
type Line = readonly [
  string,
  number,
  number,
  string,
  ...([] | [articles: readonly (readonly [string, string])[], removed: readonly string[]]),
];

/** Two lines: what the second is of and its digest, and the files. */
export function composeSnapshot(state: KeptState, files: readonly IndexedFile[]): string {
  const body = JSON.stringify(files.map(toLine));
  return `${describe(state, body)}\n${body}\n`;
}

/**
 * A cache: `undefined` where it is missing, damaged, or of other tables than `state` tells of. Whether
 * these still are what `state` tells is for the caller to know.
 */
export function readSnapshot(text: string, state: KeptState): readonly IndexedFile[] | undefined {
  const [head, body = ""] = text.split("\n");
  return head === describe(state, body) ? (JSON.parse(body) as Line[]).map(toFile) : undefined;
}

function describe({ generation, tables }: KeptState, body: string): string {
  const sha256 = createHash("sha256").update(body).digest("hex");
  return JSON.stringify({ generation, version: tables?.articles.version ?? 0, sha256 });
}

function toLine({ id, size, modified, mark, articles, removed }: IndexedFile): Line {
  const [only] = articles.length === 1 && removed.length === 0 ? articles : [];
  if (only?.id === id && only.text === mark) return [id, size, modified, mark];
  return [id, size, modified, mark, articles.map((one) => [one.id, one.text]), removed];
}

function toFile([id, size, modified, mark, articles, removed = []]: Line): IndexedFile {
  const own = articles?.map(([article, text]) => ({ id: article, text }));
  return { id, size, modified, mark, articles: own ?? [{ id, text: mark }], removed };
}

/** `undefined` where there is no such note. */
export async function readLook(place: IndexPlace): Promise<Look | undefined> {
  try {
    const { at, reading } = JSON.parse((await place.read(LOOK))?.text ?? "") as {
      readonly at: unknown;
      readonly reading: unknown;
    };
    if (typeof at !== "number" || typeof reading !== "string") return undefined;
    return { secondsAgo: (Date.now() - at) / 1000, reading };
  } catch {
    return undefined;
  }
}

/** A note that cannot be kept is no fault. */
export async function writeLook(place: IndexPlace, reading: string): Promise<void> {
  const text = `${JSON.stringify({ at: Date.now(), reading })}\n`;
  await place.write(LOOK, text).catch(() => undefined);
}

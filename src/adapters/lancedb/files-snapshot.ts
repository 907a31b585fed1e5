// The files that an index was read from, and when they were last looked through ↔ small files beside its tables.

import { createHash } from "node:crypto";
import { type IndexedFile, type Look, MARK_LENGTH } from "../../core/index-state.ts";
import { FILES, type IndexPlace, LOOK } from "./places/index-place.ts";
import type { KeptState } from "./state-file.ts";

/** A file's id, size, time and digest; its articles and tombstones where it is not one article of its own bytes. */
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

/** A run asks several times: the same text is taken apart once. */
export class SnapshotReader {
  #known: { readonly head: string; readonly files: readonly IndexedFile[] } | undefined;

  /**
   * A cache: `undefined` where it is missing, damaged, or of other tables than `state` tells of. Whether
   * these still are what `state` tells is for the caller to know.
   */
  async read(place: IndexPlace, state: KeptState): Promise<readonly IndexedFile[] | undefined> {
    const [head = "", body = ""] = ((await place.read(FILES))?.text ?? "").split("\n");
    if (head !== describe(state, body)) return undefined;
    if (this.#known?.head !== head) {
      this.#known = { head, files: (JSON.parse(body) as Line[]).map(toFile) };
    }
    return this.#known.files;
  }
}

function describe({ generation, tables }: KeptState, body: string): string {
  const sha256 = createHash("sha256").update(body).digest("hex");
  return JSON.stringify({ generation, version: tables?.articles.version ?? 0, sha256 });
}

function toLine({ id, size, modified, sha256, articles, removed }: IndexedFile): Line {
  const [only] = articles.length === 1 && removed.length === 0 ? articles : [];
  if (only?.id === id && only.text === headOf(sha256)) return [id, size, modified, sha256];
  return [id, size, modified, sha256, articles.map((one) => [one.id, one.text]), removed];
}

function toFile([id, size, modified, sha256, articles, removed = []]: Line): IndexedFile {
  const own = articles?.map(([article, text]) => ({ id: article, text }));
  return { id, size, modified, sha256, articles: own ?? [{ id, text: headOf(sha256) }], removed };
}

const headOf = (sha256: string): string => sha256.slice(0, MARK_LENGTH);

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

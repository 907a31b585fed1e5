// One file → the articles in it and digests, all from the same bytes, or why not.

import { createHash } from "node:crypto";
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from "node:fs";
import { basename } from "node:path";
import { PullquoteError } from "../../core/errors.ts";
import type { ReadResult } from "../../core/ports/article-source.ts";
import type { ExtractedArticle } from "../../corpus/formats/format.ts";
import { type ReadOptions, readArticles } from "../../corpus/formats/read-file.ts";
import { describeSize, faultCode, skip, skipFaulty, stopIfAborted } from "./walk-folder.ts";

const ATTEMPTS = 3;
const FIRST_READ = 65_536;

interface Content {
  readonly bytes: Uint8Array;
  readonly modified: number;
}

interface Snapshot extends Content {
  /** The file stayed the same while it was read. */
  readonly steady: boolean;
}

/** One file's articles, extracted and digested once for many reads. */
interface Extracted {
  readonly sha256: string;
  readonly results: readonly ReadResult[];
}

/** Containers kept extracted: what quotes an article of one will soon ask for another. */
const KEPT = 4;

/** Reads files of one corpus. */
export class ArticleFiles {
  readonly #options: ReadOptions;
  readonly #kept = new Map<string, Extracted>();

  constructor(options: ReadOptions) {
    this.#options = options;
  }

  /** @throws PullquoteError `interrupted` */
  async read(id: string, path: string, signal?: AbortSignal): Promise<readonly ReadResult[]> {
    try {
      return await this.#readSteady(id, path, signal);
    } catch (cause) {
      if (cause instanceof PullquoteError || faultCode(cause) === "") throw cause;
      return [skipFaulty(id, cause)];
    }
  }

  async #readSteady(
    id: string,
    path: string,
    signal: AbortSignal | undefined,
  ): Promise<readonly ReadResult[]> {
    const { maxBytes } = this.#options;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      stopIfAborted(`Reading ${id}`, signal);
      const snapshot = takeSnapshot(path, maxBytes);
      if (snapshot === undefined) return [skip(id, "unreadable", "it is no regular file")];
      if (snapshot.steady) return await this.extract(id, path, snapshot, signal);
    }
    return [skip(id, "changing", `it changed while it was read, ${ATTEMPTS} times`)];
  }

  /** @throws PullquoteError `interrupted` */
  async extract(
    id: string,
    path: string,
    { bytes, modified }: Content,
    signal: AbortSignal | undefined,
  ): Promise<readonly ReadResult[]> {
    const { maxBytes } = this.#options;
    if (bytes.length > maxBytes)
      return [skip(id, "too-large", describeSize(bytes.length, maxBytes))];
    const sha256 = digest(bytes);
    const kept = this.#kept.get(path);
    if (kept?.sha256 === sha256)
      return kept.results.map((one) => (one.kind === "read" ? { ...one, modified } : one));
    const { articles, refused } = await readArticles(
      { name: basename(path), bytes },
      { ...this.#options, signal },
    );
    const file = { id, path, sha256, size: bytes.length, modified };
    const results = [
      ...articles.map((article) => toResult(file, article, bytes)),
      ...refused.map(({ part, reason, detail }) => skip(placePart(id, part), reason, detail)),
    ];
    if (articles.some(({ extracted }) => extracted !== undefined))
      this.#keep(path, { sha256, results });
    return results;
  }

  #keep(path: string, extracted: Extracted): void {
    this.#kept.delete(path);
    this.#kept.set(path, extracted);
    const [oldest] = this.#kept.size > KEPT ? this.#kept.keys() : [];
    if (oldest !== undefined) this.#kept.delete(oldest);
  }
}

/** Of what was read of a file, the article of that id, or why there is none. */
export function pickArticle(id: string, file: string, results: readonly ReadResult[]): ReadResult {
  const found = results.find((one) => one.id === id) ?? results.find((one) => one.id === file);
  if (found?.kind === "skipped") return { ...found, id };
  return found?.id === id ? found : skip(id, "vanished", "its file holds no such article");
}

const placePart = (id: string, part: string | undefined): string =>
  part === undefined ? id : `${id}#${part}`;

const digest = (content: Uint8Array | string): string =>
  createHash("sha256").update(content).digest("hex");

function toResult(
  file: { id: string; path: string; sha256: string; size: number; modified: number },
  { part, text, guessedEncoding, extracted }: ExtractedArticle,
  bytes: Uint8Array,
): ReadResult {
  const id = placePart(file.id, part);
  if (text.trim() === "") return skip(id, "empty", "there is nothing but white space in it");
  const isPlain = extracted === undefined && guessedEncoding === undefined && !hasMark(bytes);
  return {
    kind: "read",
    ...file,
    id,
    text,
    textSha256: isPlain ? file.sha256 : digest(text),
    ...(guessedEncoding !== undefined && { guessedEncoding }),
    ...(part !== undefined && { file: file.id }),
    ...(extracted !== undefined && { extracted }),
  };
}

/** Without a byte order mark, the bytes are the text as UTF-8. */
function hasMark(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 3)).toString("hex");
  return head === "efbbbf" || head.startsWith("fffe") || head.startsWith("feff");
}

/**
 * Read at a stroke: six waits a file cost more than the file, and thousands are read at once.
 * `undefined` for what is no regular file: a pipe is not opened, for that would wait for a writer.
 * `O_NOFOLLOW`: a file swapped for a link after it was looked at is not followed out of the corpus.
 */
function takeSnapshot(path: string, maxFileBytes: number): Snapshot | undefined {
  if (!lstatSync(path).isFile()) return undefined;
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const before = fstatSync(file);
    const bytes = readUpTo(file, maxFileBytes + 1, before.size);
    const after = fstatSync(file);
    const steady =
      before.mtimeMs === after.mtimeMs &&
      before.ctimeMs === after.ctimeMs &&
      after.size === bytes.length;
    return {
      bytes,
      modified: Math.max(after.mtimeMs, after.ctimeMs),
      steady: steady || bytes.length > maxFileBytes,
    };
  } finally {
    closeSync(file);
  }
}

/** The whole file, but no more than `most` bytes of one that grows. */
function readUpTo(file: number, most: number, expected: number): Uint8Array {
  let buffer = Buffer.alloc(Math.min(most, expected > 0 ? expected + 1 : FIRST_READ));
  let length = 0;
  for (;;) {
    const read = readSync(file, buffer, length, buffer.length - length, length);
    length += read;
    if (read === 0 || length >= most) return buffer.subarray(0, length);
    if (length === buffer.length)
      buffer = Buffer.concat([buffer], Math.min(most, buffer.length * 2));
  }
}

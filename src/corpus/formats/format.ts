// One kind of file: how it is told by its bytes, and what articles lie in it. The interface that each format serves.

import type { Extracted } from "../../core/article.ts";
import type { SkipReason } from "../../core/ingest-event.ts";
import type { ScanReader } from "../../core/ports/scan-reader.ts";

/** A file, or a file in an archive. `name` is its last name, with the ending. */
export interface FileBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Which columns of a table hold what: `{ title: "headline", text: "body" }`. */
export type Columns = Readonly<Partial<Record<TableField, string>>>;
export const TABLE_FIELDS = ["title", "author", "publisher", "published", "url", "text"] as const;
export type TableField = (typeof TABLE_FIELDS)[number];

export interface ExtractOptions {
  /** Most bytes that may be unpacked of one file, whatever it claims. */
  readonly maxBytes: number;
  readonly columns?: Columns | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Reads scans; without it they are refused. */
  readonly scans?: ScanReader | undefined;
  /** How deep archives lie in one another; 0 for the file itself. */
  readonly depth: number;
  /** Bytes unpacked so far of the file itself, which all that lies in it adds to. */
  readonly unpacked: { bytes: number };
  /** What another file inside is: for formats that hold files. */
  readonly extract: (file: FileBytes, options: ExtractOptions) => Promise<Extraction>;
  /** Whether a file inside may hold articles: by the ending of its name, by its bytes where it has none. */
  readonly isArticle: (file: FileBytes) => boolean;
}

/**
 * `part` tells it apart from the others of its file and stays the same as long as the file does; absent
 * where a file is one article. `text` has no places of its own where it is the file's text, unchanged.
 */
export interface ExtractedArticle {
  readonly part?: string;
  readonly text: string;
  readonly guessedEncoding?: string;
  readonly extracted?: Extracted;
}

/** What a file holds and what of it cannot be used; `part` as above. */
export interface Refused {
  readonly part?: string;
  readonly reason: SkipReason;
  /** What it is, and the command or step that helps. */
  readonly detail: string;
}

export interface Extraction {
  readonly articles: readonly ExtractedArticle[];
  readonly refused: readonly Refused[];
}

export interface Format {
  /** In words for a reader: `PDF`. */
  readonly name: string;
  /** Endings of names by which such files are found: `.pdf`. Their bytes then say what they are. */
  readonly endings: readonly string[];
  /** Cheap, from the first bytes; a name alone decides only where bytes cannot tell (tables). */
  matches(file: FileBytes): boolean;
  /**
   * The same bytes give the same articles. A library that is heavy is imported here. What is damaged is
   * refused, with a reason; nothing is thrown but `interrupted`.
   */
  extract(file: FileBytes, options: ExtractOptions): Promise<Extraction>;
}

/** An extraction that is nothing but a refusal. */
export function refuse(reason: SkipReason, detail: string): Extraction {
  return { articles: [], refused: [{ reason, detail }] };
}

/** Files that hold files are opened in one another so far; 0 is the file itself. */
export const DEEPEST = 3;
export const TOO_DEEP: string = `it lies more than ${DEEPEST} archives deep; unpack the outer ones into the corpus`;

/** What a library threw, in its own words. */
export function explainCause(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** Read once a file: every format looks at it, and a folder has many files. */
const heads = new WeakMap<Uint8Array, string>();
const HEAD = 2_048;

/** Whether a file's first bytes, read as Latin-1, match. */
export function opensWith({ bytes }: FileBytes, pattern: RegExp): boolean {
  let head = heads.get(bytes);
  if (head === undefined) {
    const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    head = Buffer.from(bytes.subarray(start, start + HEAD)).toString("latin1");
    heads.set(bytes, head);
  }
  return pattern.test(head);
}

/** Whether a file's first bytes are those of a sign, a unit for each byte. */
export function beginsWith({ bytes }: FileBytes, sign: string): boolean {
  return String.fromCharCode(...bytes.subarray(0, sign.length)) === sign;
}

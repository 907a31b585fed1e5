// The port of an object store's client: texts and bytes by key, each with a mark, written on conditions and listed by pages.

/** A text and the mark of how it stands: another mark means that somebody wrote it since. */
export interface KeptText {
  readonly text: string;
  readonly mark: string;
}

/** When a text is written: always, only where there is none, or only over the one with this mark. */
export type Condition = { readonly kind: "always" | "absent" } | { readonly mark: string };

/** An object as a list or an answer tells of it. Folders of a list have size 0 and no mark. */
export interface ToldObject {
  readonly key: string;
  readonly size: number;
  /** Its ETag, without quotation marks: lists and answers differ in them. */
  readonly etag: string;
  /** Milliseconds since 1970, to the second. */
  readonly modified: number;
}

/** `bytes` are at most one more than were asked for. */
export interface ReadObject extends Omit<ToldObject, "size"> {
  readonly bytes: Uint8Array;
}

/** What the stores have in common. Keys are whole: with the prefix. Marks are ETags or generations. */
export interface ObjectClient {
  get(key: string): Promise<KeptText | undefined>;
  /** No more than `most` bytes and one, whatever the store says of the length; nothing where there is no such object. */
  getBytes(key: string, most: number, signal?: AbortSignal): Promise<ReadObject | undefined>;
  /** Bytes from `start` to before `end`. */
  readonly getPart: (key: string, start: number, end: number) => Promise<Uint8Array>;
  /** The new mark; nothing where the condition does not hold. */
  put(key: string, text: string, condition: Condition): Promise<string | undefined>;
  /** In order of the keys, page by page; with `depth` "one" also the folders, their keys ending in `/`. */
  list(
    prefix: string,
    depth: "one" | "all",
    signal?: AbortSignal,
  ): AsyncIterable<readonly ToldObject[]>;
  /** Those that are not there are no fault. */
  delete(keys: readonly string[]): Promise<void>;
}

/** What a list's or an answer's fields say, as both kinds of store write them. */
export function tellObject(
  key: string,
  size: number | undefined,
  etag: string | null | undefined,
  modified: Date | string | null | undefined,
): ToldObject {
  const time = new Date(modified ?? 0).getTime() || 0;
  return {
    key,
    size: size ?? 0,
    etag: (etag ?? "").replaceAll('"', ""),
    modified: Math.floor(time / 1000) * 1000,
  };
}

/** Stops where there are more than `most`: what a store says of the length is not relied on. */
export async function takeBytes(
  stream: AsyncIterable<Uint8Array>,
  most: number,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of stream) {
    pieces.push(piece);
    length += piece.length;
    if (length > most) break;
  }
  return Buffer.concat(pieces, length).subarray(0, most + 1);
}

// What is added to a corpus: pages that somebody fetches, files that somebody writes, and what came of each.

/** What a server gave for an address, and how it was reached. */
export interface FetchedPage {
  readonly kind: "page";
  /** Where it was found in the end, without a fragment. */
  readonly address: string;
  readonly status: number;
  /** `HTTP/1.1 200 OK` */
  readonly statusLine: string;
  /** As received, in their order. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Without any content encoding. */
  readonly body: Uint8Array;
  /** Of the body, hexadecimal. */
  readonly sha256: string;
  /** ISO 8601, UTC. */
  readonly fetched: string;
  /** The server's IP address, where it is known. */
  readonly server: string | undefined;
  /** A new one for each page. */
  readonly uuid: string;
}

export type RefusalReason =
  | "bad-address"
  | "private-address"
  | "unreachable"
  | "too-slow"
  | "too-large"
  | "broken-answer"
  | "too-many-redirects"
  | "error-status"
  | "no-article"
  | "no-feed"
  | "unreadable";

export interface Refusal {
  readonly kind: "refused";
  readonly reason: RefusalReason;
  /** What happened, and the step that helps, where one does. */
  readonly detail: string;
}

/** `redirects`: the addresses that the server sent on to, in order. */
export interface FetchOutcome {
  readonly redirects: readonly string[];
  readonly result: FetchedPage | Refusal;
}

export interface PageFetcher {
  /** @throws PullquoteError `interrupted` */
  fetch(address: string, signal?: AbortSignal): Promise<FetchOutcome>;
}

/** A page that was saved earlier. `asked`: the address that led to it, where that was another one. */
export interface SavedPage {
  readonly id: string;
  readonly address: string;
  readonly asked: string | undefined;
  readonly sha256: string;
  /** ISO 8601, UTC. */
  readonly saved: string;
}

export interface CorpusWriter {
  /** Longest file that is read. */
  readonly maxBytes: number;
  /** The first bytes of all saved pages. */
  savedHeads(): AsyncIterable<{ readonly id: string; readonly head: Uint8Array }>;
  /**
   * Writes a new file, whole or not at all, under that id or the next one that is free (`name-2.warc`).
   * @returns its id
   * @throws PullquoteError `file-unwritable` | `disk-full`
   */
  write(id: string, bytes: Uint8Array): Promise<string>;
  /** A file of the user's by its path: its bytes, if it is of a kind that may hold articles. */
  open(path: string): Promise<OpenedFile | Refusal>;
}

export interface OpenedFile {
  readonly kind: "file";
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The id of the file in the corpus that it is, or that has its name and bytes. */
  readonly present: string | undefined;
}

/** What became of one address or file; `source` is as it was named, or as the feed gives it. */
export type Addition = { readonly source: string; readonly redirects: readonly string[] } & (
  | { readonly kind: "saved" | "copied"; readonly id: string; readonly title?: string }
  /** It is in the corpus already, as it is now. */
  | { readonly kind: "present"; readonly id: string }
  /** A feed was read: it has `items`, of which `known` are in the corpus; `left` were more than wanted. */
  | { readonly kind: "feed"; readonly items: number; readonly known: number; readonly left: number }
  | Refusal
);

// The port of an index's place: small texts by name, each with a mark, and folders of tables that LanceDB opens.

import { randomBytes } from "node:crypto";
import type { KeptText } from "../../object-stores/object-client.ts";

/** What LanceDB opens: a path or an address, and how it gets there. */
export interface TableAddress {
  readonly uri: string;
  readonly storageOptions?: Readonly<Record<string, string>>;
  /** How a server of tables is reached. */
  readonly server?: Readonly<{ apiKey: string; region?: string; hostOverride?: string }>;
  /** Before the names of the tables, where they lie in no folder of their own. */
  readonly tablePrefix?: string;
  /** As the place's; none where it is 0. */
  readonly trustMs?: number;
}

/**
 * A folder of this machine, or a prefix in a bucket. Names have no slash in them. Every method throws what
 * the file system or the store says; `translateError` makes one kind of error of it.
 */
export interface IndexPlace {
  /** As the reader named it, for messages. */
  readonly name: string;
  /** Milliseconds between two looks of who waits for the lock: looking at a store costs a request. */
  readonly pollMs: number;
  /**
   * Milliseconds for which a reader need not look whether the index is still the one that it opened: what
   * was replaced meanwhile is found anew when a part of it is gone.
   */
  readonly trustMs: number;
  /**
   * Before the first write. A folder is made; a store must show that it keeps its word on conditions.
   * @throws PullquoteError `bad-setting` for a store that does not
   */
  prepare(): Promise<void>;
  /** Where the tables of this folder lie. */
  locate(folder: string): TableAddress;
  read(name: string): Promise<KeptText | undefined>;
  /**
   * The mark of what was written; nothing where there was one already. `text` is not empty. A kill may leave
   * an empty text.
   */
  writeIfAbsent(name: string, text: string): Promise<string | undefined>;
  /** Whatever stood there. `text` is not empty. */
  write(name: string, text: string): Promise<void>;
  /**
   * In one step: a kill leaves the old text or the new one. Nothing where `mark` is not its mark any more;
   * no mark stands for no text.
   */
  replace(name: string, text: string, mark: string | undefined): Promise<string | undefined>;
  /** Shows that the writer of `text` is alive: the mark becomes another. Nothing where it was not its mark. */
  renew(name: string, text: string, mark: string): Promise<string | undefined>;
  remove(name: string): Promise<void>;
  removeIfUnchanged(name: string, mark: string): Promise<void>;
  /** Names of texts and folders; none where there is no such place yet. */
  list(): Promise<readonly string[]>;
  /** Bytes of each file of a folder, by its path below it, sorted. */
  measure(folder: string): Promise<Readonly<Record<string, number>>>;
  removeFolder(folder: string): Promise<void>;
  /**
   * Bytes from `start` to before `end` of a file of tables, `name` being its folder and its path below it. Only
   * where each look into a file is a request to a machine far away.
   */
  readonly readPart?: (name: string, start: number, end: number) => Promise<Uint8Array>;
  /** Removes what killed writers of LanceDB left in a folder. Only under the write lock. */
  sweep(folder: string): Promise<void>;
}

/** Names the one generation that counts: replacing it replaces the whole index at once. */
export const STATE = "state.json";
export const LOCK = "write.lock";
/** The files that the index was read from: a cache, see files-snapshot.ts. */
export const FILES = "files.json";
/** When the folder was last looked through: a note, see table-keeper.ts. */
export const LOOK = "look.json";
/** There from the first write of a run until it was tidied up. */
export const UNFINISHED = "unfinished";

const GENERATION = /^tables-[0-9a-f]{12}$/;

export function nameGeneration(): string {
  return `tables-${randomBytes(6).toString("hex")}`;
}

export function isGeneration(name: string): boolean {
  return GENERATION.test(name);
}

// A folder → its article files in a stable order, and what was passed over with the reason.

import { closeSync, constants, type Dirent, lstatSync, openSync, readSync } from "node:fs";
import { readdir, realpath } from "node:fs/promises";
import { basename, join, sep } from "node:path";
import { PullquoteError } from "../../core/errors.ts";
import type { SkipReason } from "../../core/ingest-event.ts";
import type { ListedEntry, ListedSource } from "../../core/ports/article-source.ts";
import { isArticleByBytes, isArticleName } from "../../corpus/formats/read-file.ts";

const WORDS: ReadonlyMap<string, string> = new Map([
  ["EACCES", "no permission to read it"],
  ["EPERM", "no permission to read it"],
  ["ENOENT", "it is no longer there"],
  ["ENOTDIR", "it is no longer there"],
  ["EISDIR", "it is a folder"],
  ["ELOOP", "its links go round in a circle"],
  ["EMFILE", "too many files are open"],
  ["ENAMETOOLONG", "its name is too long"],
  ["EIO", "the disk failed to read it"],
  ["ESTALE", "the network drive lost it"],
]);

/** The system's code (`ENOENT`); empty when the cause is no file fault. */
export function faultCode(cause: unknown): string {
  return cause instanceof Error && "code" in cause && typeof cause.code === "string"
    ? cause.code
    : "";
}

/** What a file operation threw → its code, and words for a reader. */
export function explainFault(cause: unknown): string {
  return WORDS.get(faultCode(cause)) ?? (cause instanceof Error ? cause.message : String(cause));
}

interface WalkLimits {
  readonly maxFileBytes: number;
  readonly signal?: AbortSignal | undefined;
  /** List this file of the folder alone. */
  readonly only?: string | undefined;
}

interface Place {
  readonly root: string;
  /** Folders below the root. */
  readonly steps: readonly string[];
}

/**
 * `root` is a real path. Sorted by code unit, folder by folder, so the order is the same everywhere. Open
 * folders wait in a list, not in calls: thousands may lie in one another.
 */
export async function* walkFolder(root: string, limits: WalkLimits): AsyncIterable<ListedEntry> {
  const waiting: Found[] = [];
  const enter = async (steps: readonly string[]): Promise<ListedEntry | undefined> => {
    const { entries, fault } = await readEntries({ root, steps });
    const wanted = entries.filter(({ name }) =>
      limits.only === undefined ? !isPassedOver(name) : name === limits.only,
    );
    for (const entry of wanted.reverse()) waiting.push({ entry, steps: [...steps, entry.name] });
    return fault;
  };
  const fault = await enter([]);
  if (fault !== undefined) yield fault;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    stopIfAborted("Listing the corpus", limits.signal);
    const { entry, steps } = next;
    const told = entry.isDirectory()
      ? await enter(steps)
      : await listEntry({ root, steps }, entry, limits);
    if (told !== undefined) yield told;
  }
}

interface Found {
  readonly entry: Dirent;
  /** Folders below the root, and the entry's own name. */
  readonly steps: readonly string[];
}

async function listEntry(place: Place, entry: Dirent, limits: WalkLimits): Promise<ListedEntry> {
  if (entry.isSymbolicLink()) return listLink(place);
  if (entry.isFile() ? isArticleFile(join(place.root, ...place.steps)) : isArticleName(entry.name))
    return listFile(place, limits);
  return { kind: "other", id: place.steps.join("/") };
}

/** By its name; a file without an ending says by its first bytes what it is, and is none if it is plain text. */
export function isArticleFile(path: string): boolean {
  const name = basename(path);
  if (isArticleName(name)) return true;
  if (name.includes(".")) return false;
  const head = Buffer.alloc(SNIFFED);
  try {
    const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      const length = readSync(file, head, 0, SNIFFED, 0);
      return isArticleByBytes({ name, bytes: head.subarray(0, length) });
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}

const SNIFFED = 4_096;

/** @throws PullquoteError `interrupted` */
export function stopIfAborted(what: string, signal: AbortSignal | undefined): void {
  if (signal?.aborted !== true) return;
  throw new PullquoteError({ code: "interrupted", message: `${what} was interrupted.` });
}

export const isPassedOver = (name: string): boolean =>
  name.startsWith(".") || name === "node_modules";

type Skipped = Extract<ListedEntry, { kind: "skipped" }>;

export function skip(id: string, reason: SkipReason, detail: string): Skipped {
  return { kind: "skipped", id, reason, detail };
}

/** A file that a system's error keeps from being read. */
export function skipFaulty(id: string, cause: unknown): Skipped {
  const vanished = ["ENOENT", "ENOTDIR"].includes(faultCode(cause));
  return skip(id, vanished ? "vanished" : "unreadable", explainFault(cause));
}

interface Entries {
  readonly entries: readonly Dirent[];
  readonly fault?: ListedEntry;
}

async function readEntries({ root, steps }: Place): Promise<Entries> {
  try {
    const entries = await readdir(join(root, ...steps), { withFileTypes: true });
    return { entries: entries.sort((left, right) => (left.name < right.name ? -1 : 1)) };
  } catch (cause) {
    if (isLostName(steps.at(-1), cause)) {
      return { entries: [], fault: skip(steps.join("/"), "bad-name", LOST_NAME) };
    }
    if (steps.length > 0) {
      return { entries: [], fault: skip(steps.join("/"), "unreadable", explainFault(cause)) };
    }
    throw refuseUnreadable(root, cause);
  }
}

export function refuseUnreadable(folder: string, cause: unknown): PullquoteError {
  return new PullquoteError({
    code: "corpus-unreadable",
    message: `${folder} cannot be read: ${explainFault(cause)}.`,
    hint: `Check who may read it: ls -ld ${JSON.stringify(folder)}`,
    cause,
  });
}

const LOST_NAME = "its name is not UTF-8, so the system does not find it by that name; rename it";

/** Bytes of a name that are no UTF-8 become U+FFFD, under which no file is found. */
const isLostName = (name: string | undefined, cause: unknown): boolean =>
  name?.includes("\uFFFD") === true && faultCode(cause) === "ENOENT";

function listFile({ root, steps }: Place, { maxFileBytes }: WalkLimits): ListedEntry {
  const path = join(root, ...steps);
  const id = steps.join("/");
  try {
    const entry = lstatSync(path);
    const { size, mtimeMs, ctimeMs } = entry;
    if (!entry.isFile()) return skip(id, "unreadable", "it is no regular file");
    return listBySize({ id, path, size, modified: Math.max(mtimeMs, ctimeMs) }, maxFileBytes);
  } catch (cause) {
    return isLostName(steps.at(-1), cause)
      ? skip(id, "bad-name", LOST_NAME)
      : skip(id, "unreadable", explainFault(cause));
  }
}

/** A file, unless its size says that it holds no article. */
export function listBySize(file: ListedSource, most: number): ListedEntry {
  const { id, size } = file;
  if (size === 0) return skip(id, "empty", "the file is empty");
  if (size > most) return skip(id, "too-large", describeSize(size, most));
  return { kind: "listed", ...file };
}

/** "50.0 MB, more than the 20.0 MB that are read". */
export function describeSize(size: number, most: number): string {
  const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  return `${megabytes(size)}, more than the ${megabytes(most)} that are read`;
}

/** Links are never followed: what they name is listed in its own place, or is not in the corpus. */
async function listLink({ root, steps }: Place): Promise<ListedEntry> {
  const id = steps.join("/");
  const path = join(root, ...steps);
  try {
    const target = await realpath(path);
    const inside = target.startsWith(root.endsWith(sep) ? root : root + sep);
    if (target === root || (inside && path.startsWith(target + sep))) {
      return skip(id, "link-circle", "a link to a folder that it lies in");
    }
    return inside
      ? skip(id, "linked-twice", "a link to another place in the corpus")
      : skip(id, "outside-corpus", "a link to a place outside the corpus");
  } catch (fault) {
    return faultCode(fault) === "ELOOP"
      ? skip(id, "link-circle", explainFault(fault))
      : skip(id, "vanished", "a link to nothing");
  }
}

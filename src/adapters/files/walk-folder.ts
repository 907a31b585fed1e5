// A folder → its article files in a stable order, and what was passed over with the reason.

import { closeSync, constants, type Dirent, lstatSync, openSync, readSync } from "node:fs";
import { readdir, realpath } from "node:fs/promises";
import { basename, join, sep } from "node:path";
import { PullquoteError } from "../../core/errors.ts";
import type { SkipReason } from "../../core/ingest-event.ts";
import type { ListedEntry } from "../../core/ports/article-source.ts";
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
    stopIfAborted(limits.signal);
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
  if (entry.isSymbolicLink()) return listLink(await followLink(place), place);
  if (entry.isFile() ? isArticleFile(join(place.root, ...place.steps)) : isArticleName(entry.name))
    return listFile(examine(place), limits);
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

function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted !== true) return;
  throw new PullquoteError({ code: "interrupted", message: "Listing the corpus was interrupted." });
}

const isPassedOver = (name: string): boolean => name.startsWith(".") || name === "node_modules";

const skip = (
  id: string,
  reason: SkipReason,
  detail: string,
): ListedEntry & { kind: "skipped" } => ({
  kind: "skipped",
  id,
  reason,
  detail,
});

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
    throw new PullquoteError({
      code: "corpus-unreadable",
      message: `${root} cannot be read: ${explainFault(cause)}.`,
      hint: `Check who may read it: ls -ld ${JSON.stringify(root)}`,
      cause,
    });
  }
}

interface Examined {
  readonly id: string;
  readonly path: string;
  readonly size: number;
  readonly modified: number;
  readonly fault: { readonly reason: SkipReason; readonly detail: string } | undefined;
}

const LOST_NAME = "its name is not UTF-8, so the system does not find it by that name; rename it";

/** Bytes of a name that are no UTF-8 become U+FFFD, under which no file is found. */
const isLostName = (name: string | undefined, cause: unknown): boolean =>
  name?.includes("\uFFFD") === true && faultCode(cause) === "ENOENT";

function examine({ root, steps }: Place): Examined {
  const path = join(root, ...steps);
  const id = steps.join("/");
  try {
    const entry = lstatSync(path);
    const irregular = { reason: "unreadable", detail: "it is no regular file" } as const;
    const fault = entry.isFile() ? undefined : irregular;
    return { id, path, size: entry.size, modified: Math.max(entry.mtimeMs, entry.ctimeMs), fault };
  } catch (cause) {
    const fault = isLostName(steps.at(-1), cause)
      ? ({ reason: "bad-name", detail: LOST_NAME } as const)
      : ({ reason: "unreadable", detail: explainFault(cause) } as const);
    return { id, path, size: 0, modified: 0, fault };
  }
}

function listFile({ fault, ...file }: Examined, { maxFileBytes }: WalkLimits): ListedEntry {
  if (fault !== undefined) return skip(file.id, fault.reason, fault.detail);
  if (file.size === 0) return skip(file.id, "empty", "the file is empty");
  if (file.size > maxFileBytes)
    return skip(file.id, "too-large", describeSize(file.size, maxFileBytes));
  return { kind: "listed", ...file };
}

/** "50.0 MB, more than the 20.0 MB that are read". */
export function describeSize(size: number, most: number): string {
  const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  return `${megabytes(size)}, more than the ${megabytes(most)} that are read`;
}

/** The real path of a link's end, or the fault in finding it. */
async function followLink({
  root,
  steps,
}: Place): Promise<{ target: string } | { fault: unknown }> {
  try {
    return { target: await realpath(join(root, ...steps)) };
  } catch (fault) {
    return { fault };
  }
}

/** Links are never followed: what they name is listed in its own place, or is not in the corpus. */
function listLink(
  found: { target: string } | { fault: unknown },
  { root, steps }: Place,
): ListedEntry {
  const id = steps.join("/");
  if ("fault" in found) {
    return faultCode(found.fault) === "ELOOP"
      ? skip(id, "link-circle", explainFault(found.fault))
      : skip(id, "vanished", "a link to nothing");
  }
  const { target } = found;
  const inside = target.startsWith(root.endsWith(sep) ? root : root + sep);
  if (target === root || (inside && join(root, ...steps).startsWith(target + sep))) {
    return skip(id, "link-circle", "a link to a folder that it lies in");
  }
  return inside
    ? skip(id, "linked-twice", "a link to another place in the corpus")
    : skip(id, "outside-corpus", "a link to a place outside the corpus");
}

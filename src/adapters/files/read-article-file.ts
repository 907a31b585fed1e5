// One file → its decoded text and digests, the same bytes from first to last, or why not.

import { createHash } from "node:crypto";
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from "node:fs";
import { PullquoteError } from "../../core/errors.ts";
import type { SkipReason } from "../../core/ingest-event.ts";
import type { ReadResult } from "../../core/ports/article-source.ts";
import { decodeText } from "./decode-text.ts";
import { describeSize, explainFault, faultCode } from "./walk-folder.ts";

const ATTEMPTS = 3;
const FIRST_READ = 65_536;

interface Snapshot {
  readonly bytes: Uint8Array;
  readonly modified: number;
  /** The file stayed the same while it was read. */
  readonly steady: boolean;
}

/** @throws PullquoteError `interrupted` */
export async function readArticleFile(
  id: string,
  path: string,
  maxFileBytes: number,
  signal?: AbortSignal,
): Promise<ReadResult> {
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      stopIfAborted(id, signal);
      const snapshot = takeSnapshot(path, maxFileBytes);
      if (snapshot === undefined) return skip(id, "unreadable", "it is no regular file");
      if (snapshot.steady) return decodeSnapshot(id, path, snapshot, maxFileBytes);
    }
    return skip(id, "changing", `it changed while it was read, ${ATTEMPTS} times`);
  } catch (cause) {
    if (cause instanceof PullquoteError || faultCode(cause) === "") throw cause;
    const vanished = ["ENOENT", "ENOTDIR"].includes(faultCode(cause));
    return skip(id, vanished ? "vanished" : "unreadable", explainFault(cause));
  }
}

const skip = (id: string, reason: SkipReason, detail: string): ReadResult => ({
  kind: "skipped",
  id,
  reason,
  detail,
});

function stopIfAborted(id: string, signal: AbortSignal | undefined): void {
  if (signal?.aborted !== true) return;
  throw new PullquoteError({ code: "interrupted", message: `Reading ${id} was interrupted.` });
}

function decodeSnapshot(
  id: string,
  path: string,
  { bytes, modified }: Snapshot,
  maxFileBytes: number,
): ReadResult {
  if (bytes.length > maxFileBytes)
    return skip(id, "too-large", describeSize(bytes.length, maxFileBytes));
  const decoded = decodeText(bytes);
  if (decoded.kind === "undecodable") {
    return skip(id, decoded.reason, decoded.detail);
  }
  if (decoded.text.trim() === "") {
    return {
      kind: "skipped",
      id,
      reason: "empty",
      detail: "there is nothing but white space in it",
    };
  }
  const digest = (content: Uint8Array | string): string =>
    createHash("sha256").update(content).digest("hex");
  const sha256 = digest(bytes);
  return {
    kind: "read",
    id,
    path,
    text: decoded.text,
    sha256,
    textSha256: hasMark(bytes) || decoded.guessed ? digest(decoded.text) : sha256,
    size: bytes.length,
    modified,
    ...(decoded.guessed === undefined ? {} : { guessedEncoding: decoded.guessed }),
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

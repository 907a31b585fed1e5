// What the file system and LanceDB throw → PullquoteError with the command that helps.

import { PullquoteError } from "../../core/errors.ts";
import { translateStoreFault } from "../object-stores/store-faults.ts";

/** A row that does not match its digest, by id. */
export class UnsoundRow extends Error {}

const FULL = /ENOSPC|EDQUOT|no space left|disk quota|os error (28|112|122)\b/i;
const FORBIDDEN =
  /EACCES|EPERM|EROFS|permission denied|access is denied|read-only file system|os error (1|13|30)\b/i;
const NO_FOLDER = /ENOTDIR|EEXIST|not a directory/i;
/** Any other refusal of the system's, but for a file that is gone: that is a part of the index. */
const SYSTEM =
  /\bE(?!NOENT)[A-Z]{2,}[A-Z0-9]*\b:|os error (?![23]\b)\d+|\bcode: (?![23]\b)\d+, kind/;
/** What LanceDB says of a store or a server that refuses, fails or is not there; what is gone there is damage. */
const REMOTE =
  /Http error:|Hit retry limit|error sending request|Generic (?:S3|GCS|MicrosoftAzure) error|necessary privileges|not authenticated|after \d+ retries/i;
const STATUS = /\b([45]\d\d) [A-Z]/;
const REBUILD = "pullquote index --rebuild";

/**
 * Runs `work`; what it throws comes out as a PullquoteError. What is not known better is damage, unless
 * `isWhole` finds that all that was there can still be read: then the work failed, and not the index.
 */
export async function translating<T>(
  folder: string,
  work: () => Promise<T>,
  isWhole?: () => Promise<boolean>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const known = translateError(folder, error);
    if (known.code !== "index-damaged" || known === error || !(await isWhole?.())) throw known;
    throw reportFailure(folder, error);
  }
}

export function translateError(folder: string, error: unknown): PullquoteError {
  if (error instanceof PullquoteError) return error;
  if (error instanceof UnsoundRow) {
    return reportDamage(folder, `What it keeps of ${error.message} was altered.`);
  }
  const words = error instanceof Error ? error.message : String(error);
  if (REMOTE.test(words)) {
    const status = STATUS.exec(words)?.[1];
    const where = {
      name: folder,
      holds: "index" as const,
      writes: false,
      status: status === undefined ? status : Number(status),
    };
    return translateStoreFault(where, error);
  }
  if (FULL.test(words)) {
    return new PullquoteError({
      code: "disk-full",
      message: `The disk is full: the index in ${folder} could not be written. What it held before is safe.`,
      hint: "Free some space, then run: pullquote index",
      cause: error,
    });
  }
  if (FORBIDDEN.test(words)) return refuseReadOnly(folder, error);
  if (NO_FOLDER.test(words)) return refuseFile(folder, error);
  if (SYSTEM.test(words)) return reportFailure(folder, error);
  return reportDamage(folder, `A part of it cannot be read: ${shorten(error)}.`, error);
}

export function reportDamage(folder: string, detail: string, cause?: unknown): PullquoteError {
  return new PullquoteError({
    code: "index-damaged",
    message: `The index in ${folder} is damaged. ${detail}`,
    hint: REBUILD,
    cause,
  });
}

export function reportNoIndex(folder: string): PullquoteError {
  return new PullquoteError({
    code: "no-index",
    message: `There is no index in ${folder} yet.`,
    hint: "pullquote index",
  });
}

function reportFailure(folder: string, cause: unknown): PullquoteError {
  return new PullquoteError({
    code: "index-failed",
    message: `The index in ${folder} could not be used: ${shorten(cause)}. What it held before is safe.`,
    hint: `Mend that, then run: pullquote index (or, if it fails again, ${REBUILD})`,
    cause,
  });
}

const LONGEST_REASON = 200;

/** The system's own words where there are any, else the head of what was thrown: LanceDB adds where in its code. */
export function shorten(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  const system =
    /[^:(){}"]+(?= \(os error \d+\))/.exec(words) ?? /(?<=message: ")[^"]+/.exec(words);
  // Behind a comma, the place in its sources.
  const [line = ""] = (system?.[0] ?? words).trim().split(/\n|, \/\S+\.rs\b/);
  return line.length > LONGEST_REASON
    ? `${line.slice(0, LONGEST_REASON)}…`
    : line.replace(/\.$/, "");
}

function refuseFile(folder: string, cause: unknown): PullquoteError {
  return new PullquoteError({
    code: "bad-setting",
    message: `The index cannot lie in ${folder}: that is a file, or below one.`,
    hint: "Name a folder, which need not exist yet: --index DIR",
    cause,
  });
}

function refuseReadOnly(folder: string, cause: unknown): PullquoteError {
  return new PullquoteError({
    code: "index-read-only",
    message: `The index in ${folder} cannot be used: permission is denied.`,
    hint: "Give yourself the right to read and write that folder, or name another one with --index DIR",
    cause,
  });
}

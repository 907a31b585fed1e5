// What the file system and LanceDB throw → PullquoteError with the command that helps.

import { PullquoteError } from "../../core/errors.ts";

const FULL = /ENOSPC|EDQUOT|no space left|disk quota|os error (28|112|122)\b/i;
const FORBIDDEN =
  /EACCES|EPERM|EROFS|permission denied|read-only file system|os error (1|5|13|30)\b/i;
const NO_FOLDER = /ENOTDIR|EEXIST|not a directory/i;
const REBUILD = "pullquote index --rebuild";

/** Runs `work`; what it throws comes out as a PullquoteError, `index-damaged` unless known better. */
export async function translating<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw translateError(folder, error);
  }
}

export function translateError(folder: string, error: unknown): PullquoteError {
  if (error instanceof PullquoteError) return error;
  const words = error instanceof Error ? error.message : String(error);
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
  return reportDamage(folder, "A part of it cannot be read.", error);
}

export function reportDamage(folder: string, detail: string, cause?: unknown): PullquoteError {
  return new PullquoteError({
    code: "index-damaged",
    message: `The index in ${folder} is damaged. ${detail}`,
    hint: REBUILD,
    cause,
  });
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

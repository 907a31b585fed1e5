// The text of an export and a file name → the file, written whole or not at all.

import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { PullquoteError } from "../index.ts";

/** What an existing file means: an error, or old text to be replaced. */
export type ExistingFile = "refuse" | "replace";

/** @throws PullquoteError `file-exists` | `file-unwritable` | `disk-full` */
export async function writeExport(
  file: string,
  text: string,
  existing: ExistingFile,
): Promise<void> {
  checkTarget(file, existing);
  try {
    await writeFileAtomic(file, text);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "unknown";
    const full = code === "ENOSPC" || code === "EDQUOT";
    throw new PullquoteError({
      code: full ? "disk-full" : "file-unwritable",
      message: full
        ? `The disk is full: ${file} was not written.`
        : `${file} cannot be written (${code}).`,
      hint: full ? "Free some space and try again." : "Name another file with --output FILE.",
      cause,
    });
  }
}

/**
 * Before the answer is made, so that nobody waits for one that cannot be written.
 * @throws PullquoteError `file-exists` | `file-unwritable`
 */
export function checkTarget(file: string, existing: ExistingFile): void {
  const folder = dirname(resolve(file));
  if (!existsSync(folder)) {
    throw new PullquoteError({
      code: "file-unwritable",
      message: `The folder ${folder} does not exist.`,
      hint: `mkdir -p ${JSON.stringify(folder)}`,
    });
  }
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) {
    throw new PullquoteError({
      code: "file-unwritable",
      message: `${file} is a folder.`,
      hint: `Name a file in it: -o ${JSON.stringify(join(file, "answer.md"))}`,
    });
  }
  if (existing === "refuse" && existsSync(file)) {
    throw new PullquoteError({
      code: "file-exists",
      message: `${file} exists already.`,
      hint: "Add --force to overwrite it, or name another file.",
    });
  }
}

// The text of an export and a file name → the file, written whole or not at all.

import {
  closeSync,
  constants,
  existsSync,
  lstatSync,
  openSync,
  readlinkSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { PullquoteError } from "../index.ts";

/** What an existing file means: an error, or old text to be replaced. */
type ExistingFile = "refuse" | "replace";

/** The ends of this program's own pipes, under the names that systems give them. */
const OWN_STREAM = /^\/(?:dev\/(?:stdout|stderr|fd\/[12])|proc\/self\/fd\/[12])$/;

/**
 * A regular file is replaced in one step. A device, a pipe, and a file that has a second name (a hard
 * link) are written in place: replacing would put a new file where the device or the other name was.
 * @throws PullquoteError `file-exists` | `file-unwritable` | `disk-full`
 */
export async function writeExport(
  file: string,
  text: string | Uint8Array,
  existing: ExistingFile,
): Promise<void> {
  checkTarget(file, existing);
  try {
    if (isWrittenInPlace(file)) writeInPlace(file, text);
    else await writeFileAtomic(file, typeof text === "string" ? text : Buffer.from(text));
  } catch (cause) {
    throw translateFault(file, cause);
  }
}

function translateFault(file: string, cause: unknown): PullquoteError {
  const code = (cause as NodeJS.ErrnoException).code ?? "unknown";
  if (code === "ENOSPC" || code === "EDQUOT") {
    const message = `The disk is full: ${file} was not written.`;
    const hint = "Free some space and try again.";
    return new PullquoteError({ code: "disk-full", message, hint, cause });
  }
  const why = code === "ENXIO" ? "nobody reads from this pipe" : code;
  return refuse(
    `${file} cannot be written (${why}).`,
    "Name another file with --output FILE.",
    cause,
  );
}

function isWrittenInPlace(file: string): boolean {
  if (OWN_STREAM.test(file)) return true;
  const found = statSync(file, { throwIfNoEntry: false });
  return found !== undefined && (!found.isFile() || found.nlink > 1);
}

/** A pipe that nobody reads fails at once instead of waiting for a reader. */
function writeInPlace(file: string, text: string | Uint8Array): void {
  if (OWN_STREAM.test(file)) {
    const stream = /err$|2$/.test(file) ? process.stderr : process.stdout;
    stream.write(text);
    return;
  }
  const isPipe = statSync(file).isFIFO();
  const guard = isPipe ? openSync(file, constants.O_WRONLY | constants.O_NONBLOCK) : undefined;
  const target = openSync(file, constants.O_WRONLY | (isPipe ? 0 : constants.O_TRUNC));
  try {
    writeFileSync(target, text);
  } finally {
    closeSync(target);
    if (guard !== undefined) closeSync(guard);
  }
}

/**
 * Before the answer is made, so that nobody waits for one that cannot be written.
 * @throws PullquoteError `file-exists` | `file-unwritable`
 */
export function checkTarget(file: string, existing: ExistingFile): void {
  if (OWN_STREAM.test(file)) return;
  const folder = dirname(resolve(file));
  if (!existsSync(folder)) {
    throw refuse(`The folder ${folder} does not exist.`, `mkdir -p ${JSON.stringify(folder)}`);
  }
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) {
    // Written to, a link to nothing would itself be replaced by a file.
    if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return;
    const target = resolve(folder, readlinkSync(file));
    const hint = `Name the file itself: -o ${JSON.stringify(target)}`;
    throw refuse(`${file} is a link to ${target}, which is not there.`, hint);
  }
  const inside = JSON.stringify(join(file, "answer.md"));
  if (found.isDirectory()) throw refuse(`${file} is a folder.`, `Name a file in it: -o ${inside}`);
  if (found.isBlockDevice() || found.isSocket()) {
    const kind = found.isSocket() ? "a socket" : "a disk";
    throw refuse(`${file} is ${kind}, not a file.`, "Name a file: -o answer.md");
  }
  if (existing === "refuse" && found.isFile()) {
    throw new PullquoteError({
      code: "file-exists",
      message: `${file} exists already.`,
      hint: "Add --force to overwrite it, or name another file.",
    });
  }
}

function refuse(message: string, hint: string, cause?: unknown): PullquoteError {
  return new PullquoteError({ code: "file-unwritable", message, hint, cause });
}

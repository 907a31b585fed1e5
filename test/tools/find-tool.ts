// Names of a program → its path on this machine, or a line on stderr that says that its tests are skipped.

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** `undefined` where none of them is installed. */
export function findTool(what: string, names: readonly string[]): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const paths = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const found = paths.find(canRun);
  if (found === undefined) process.stderr.write(`skipped: ${what} is not installed here\n`);
  return found;
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

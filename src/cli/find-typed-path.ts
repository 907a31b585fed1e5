// A path as typed → the path of the file that is meant, where its name is kept in another Unicode form.

import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * The path itself where something is there, or where nothing like it is: a name typed as `é` finds the
 * file whose name is `e` with an accent behind it, and the other way round. Two such files are not
 * guessed between.
 */
export function findTypedPath(path: string): string {
  if (existsSync(path) || /^[\0-\x7f]*$/.test(path)) return path;
  const parent = dirname(path);
  const folder = parent === path ? path : findTypedPath(parent);
  const wanted = basename(path).normalize("NFC");
  const fitting = listNames(folder).filter((name) => name.normalize("NFC") === wanted);
  return fitting.length === 1 && fitting[0] !== undefined ? join(folder, fitting[0]) : path;
}

function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

// Where the files of an index lie, and who may read what is made there.

import { randomBytes } from "node:crypto";
import { chmod, readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";

/**
 * `state.json` names the one generation folder that counts, so replacing that file replaces the whole
 * index at once. `unfinished` is there from the first write of a run until it was tidied up.
 */
export interface IndexLayout {
  readonly folder: string;
  readonly stateFile: string;
  readonly lockFile: string;
  readonly unfinishedFile: string;
}

const GENERATION = /^tables-[0-9a-f]{12}$/;

/** An absolute path always: LanceDB would take `s3://…` for an object store and go to the network. */
export function layOutIndex(folder: string): IndexLayout {
  const root = resolve(folder);
  return {
    folder: root,
    stateFile: join(root, "state.json"),
    lockFile: join(root, "write.lock"),
    unfinishedFile: join(root, "unfinished"),
  };
}

export function nameGeneration(): string {
  return `tables-${randomBytes(6).toString("hex")}`;
}

export function isGeneration(name: string): boolean {
  return GENERATION.test(name);
}

/** Read permission of the group and of everybody else. */
const OTHERS_READ = 0o044;

/**
 * LanceDB makes its files readable by their owner alone, whatever the user's umask: an index of a shared
 * folder could then be opened by nobody else. Folders it makes by the umask, so these say what is wanted.
 */
export async function shareFiles(folder: string): Promise<void> {
  const { mode } = await stat(folder);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await shareFiles(path);
    else if (entry.isFile()) await shareFile(path, mode & OTHERS_READ);
  }
}

async function shareFile(path: string, wanted: number): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & wanted) !== wanted) await chmod(path, (mode & 0o777) | wanted);
}

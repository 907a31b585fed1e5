// A folder of tables → the same, each file as open to others as the folder that it lies in.

import { chmod, readdir, stat } from "node:fs/promises";
import { join } from "node:path";

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

// A folder of this machine → an index's place: the lock is a file that only one process can create.

import { createHash } from "node:crypto";
import { mkdir, open, readdir, readFile, rm, stat, utimes } from "node:fs/promises";
import { join, resolve } from "node:path";
import writeFileAtomic from "write-file-atomic";
import type { KeptText } from "../../object-stores/object-client.ts";
import type { IndexPlace, TableAddress } from "./index-place.ts";

/** The right to replace a file is held for microseconds; older, its holder was killed. */
const GUARD_MS = 5000;

export function openFolderPlace(folder: string): IndexPlace {
  return new FolderPlace(resolve(folder));
}

class FolderPlace implements IndexPlace {
  readonly name: string;
  readonly pollMs = 100;
  readonly trustMs = 0;

  constructor(folder: string) {
    this.name = folder;
  }

  async prepare(): Promise<void> {
    await mkdir(this.name, { recursive: true });
  }

  locate(folder: string): TableAddress {
    return { uri: join(this.name, folder) };
  }

  async read(name: string): Promise<KeptText | undefined> {
    const path = join(this.name, name);
    const [text, { mtimeNs }] = await Promise.all([
      readFile(path, "utf8"),
      stat(path, { bigint: true }),
    ]).catch(allowMissing([undefined, { mtimeNs: 0n }] as const));
    return text === undefined ? undefined : { text, mark: markText(text, mtimeNs) };
  }

  async writeIfAbsent(name: string, text: string): Promise<string | undefined> {
    const path = join(this.name, name);
    const file = await openNew(path);
    if (file === undefined) return undefined;
    // On a full disk the file is there but empty: it must not keep others waiting.
    await file
      .writeFile(text)
      .catch((error: unknown) => rm(path, { force: true }).then(() => Promise.reject(error)))
      .finally(() => file.close());
    return (await this.read(name))?.mark;
  }

  async write(name: string, text: string): Promise<void> {
    await writeFileAtomic(join(this.name, name), text);
  }

  /** One process at a time, or of two that saw the same text each could replace the other's. */
  async replace(name: string, text: string, mark: string | undefined): Promise<string | undefined> {
    const path = join(this.name, name);
    const guard = `${path}.takeover`;
    const file = await openNew(guard);
    if (file === undefined) {
      const age = await stat(guard).then(
        ({ mtimeMs }) => Date.now() - mtimeMs,
        () => 0,
      );
      if (age > GUARD_MS) await rm(guard, { force: true });
      return undefined;
    }
    await file.close();
    try {
      if ((await this.read(name))?.mark !== mark) return undefined;
      await writeFileAtomic(path, text);
      return (await this.read(name))?.mark;
    } finally {
      await rm(guard, { force: true });
    }
  }

  /** The file's time is enough. Some file systems round it later: the text alone says whose it is. */
  async renew(name: string, _text: string, mark: string): Promise<string | undefined> {
    if (!isSameText(mark, await this.read(name))) return undefined;
    const now = new Date();
    await utimes(join(this.name, name), now, now);
    return (await this.read(name))?.mark;
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.name, name), { force: true });
  }

  async removeIfUnchanged(name: string, mark: string): Promise<void> {
    if (isSameText(mark, await this.read(name))) await this.remove(name);
  }

  async list(): Promise<readonly string[]> {
    return readdir(this.name).catch(allowMissing([], ["ENOENT"]));
  }

  async measure(folder: string): Promise<Readonly<Record<string, number>>> {
    const path = join(this.name, folder);
    const sizes: Record<string, number> = {};
    for (const name of (await readdir(path, { recursive: true })).sort()) {
      const found = await stat(join(path, name)).catch(() => undefined);
      if (found?.isFile()) sizes[name.replaceAll("\\", "/")] = found.size;
    }
    return sizes;
  }

  async removeFolder(folder: string): Promise<void> {
    await rm(join(this.name, folder), { recursive: true, force: true });
  }

  /** LanceDB never removes the `.tmp…` files of a killed write. */
  async sweep(folder: string): Promise<void> {
    const path = join(this.name, folder);
    for (const table of await readdir(path).catch(() => [])) {
      const data = join(path, table, "data");
      const names = await readdir(data).catch(() => []);
      for (const file of names) {
        if (file.startsWith(".tmp")) await rm(join(data, file), { force: true });
      }
    }
  }
}

/** By its time and its text: the clock of some file systems stands still for seconds. */
function markText(text: string, mtimeNs: bigint): string {
  return `${mtimeNs} ${createHash("sha256").update(text).digest("hex")}`;
}

const isSameText = (mark: string, kept: KeptText | undefined): boolean =>
  kept !== undefined && kept.mark.split(" ")[1] === mark.split(" ")[1];

/** Nothing where the file is there already: every file system lets one process only create it. */
async function openNew(path: string) {
  try {
    return await open(path, "wx");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return undefined;
    throw error;
  }
}

const allowMissing =
  <T>(instead: T, codes = ["ENOENT", "ENOTDIR"]) =>
  (error: unknown): T => {
    if (codes.includes((error as NodeJS.ErrnoException).code ?? "")) return instead;
    throw error;
  };

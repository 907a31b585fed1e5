// The tables of an index in a store → a copy of them in this user's cache, so that a question asks the store for little.

import { createHash, randomUUID } from "node:crypto";
import { link, mkdir, open, readdir, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { IndexPlace } from "./places/index-place.ts";
import { findChangedTable, type KeptState } from "./state-file.ts";
import { closeTables, type IndexTables, openTables } from "./tables.ts";

/** Bytes of an index that is copied, old versions included: a larger one is read where it lies. */
const MOST_BYTES = 256 * 1024 * 1024;
/** Indexes whose copies are kept: those used last. */
const MOST_INDEXES = 4;
const PART_BYTES = 8 * 1024 * 1024;
const PARTS_AT_ONCE = 8;
/** What a killed process has begun is nobody's after so long. */
const STALE_MS = 3_600_000;
const UNFINISHED = ".part";

type Sizes = Readonly<Record<string, number>>;

/**
 * A folder an index, in it one a version of its tables, which is made under another name and is there only
 * whole. Files of tables never change once they are written, so what an older copy has is taken from it.
 */
export class TableMirror {
  readonly #place: IndexPlace;
  readonly #folder: string;
  #isRefused = false;
  /** Where the copy that was opened last lies. */
  #copy: string | undefined;

  constructor(place: IndexPlace, cache: string) {
    this.#place = place;
    // The same bucket's name at another endpoint, or of another account, is another bucket.
    const { uri, storageOptions } = place.locate("");
    const known = [uri, storageOptions?.["endpoint"], storageOptions?.["account_name"]];
    this.#folder = join(cache, "stores", digest(JSON.stringify(known)));
  }

  /**
   * The tables in the copy, made first where there is none; nothing where they are too large, or that fails: no
   * question fails for want of a copy.
   * @param record how a finished run left them
   */
  async open(
    { generation, embedder }: KeptState,
    record: NonNullable<KeptState["tables"]>,
  ): Promise<IndexTables | undefined> {
    const { files } = record;
    const bytes = Object.values(files).reduce((sum, size) => sum + size, 0);
    if (this.#isRefused || bytes > MOST_BYTES) return undefined;
    const copy = join(this.#folder, digest(JSON.stringify([generation, files])));
    this.#copy = copy;
    try {
      if (!(await isWhole(copy, files))) await this.#make(copy, generation, files);
      const now = new Date();
      await utimes(this.#folder, now, now);
      const tables = await openTables({ uri: copy }, embedder.dimensions);
      if ((await findChangedTable(tables, record)) === undefined) return tables;
      closeTables(tables);
    } catch {
      // No room, no right, a store that does not answer, a damaged copy: the tables themselves tell.
    }
    await this.refuse();
    return undefined;
  }

  /** What the copy holds turned out to be damaged, or is gone: this process does without one. */
  async refuse(): Promise<void> {
    this.#isRefused = true;
    // Another process may have made a newer one beside it.
    if (this.#copy !== undefined) await rm(this.#copy, { recursive: true, force: true });
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true }).catch(() => undefined);
  }

  async #make(copy: string, generation: string, files: Sizes): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const others = await this.#listOthers(basename(copy));
    const part = `${copy}.${randomUUID()}${UNFINISHED}`;
    try {
      const manifests = listManifests(files);
      await this.#fetch(part, generation, pick(files, manifests), []);
      const named = await Promise.all(manifests.map((path) => readFile(join(part, path))));
      const needed = Object.keys(files).filter((path) => isNamed(path, Buffer.concat(named)));
      await this.#fetch(part, generation, pick(files, needed), others);
      await rm(copy, { recursive: true, force: true });
      await rename(part, copy);
    } finally {
      await rm(part, { recursive: true, force: true });
    }
    for (const other of others) await rm(other, { recursive: true, force: true });
    await removeOldest(dirname(this.#folder));
  }

  /** Copies of other versions; what was begun long ago is removed. */
  async #listOthers(own: string): Promise<readonly string[]> {
    const others: string[] = [];
    for (const name of await readdir(this.#folder)) {
      const path = join(this.#folder, name);
      if (!name.endsWith(UNFINISHED)) {
        if (name !== own) others.push(path);
      } else if (Date.now() - (await stat(path)).mtimeMs > STALE_MS) {
        await rm(path, { recursive: true, force: true });
      }
    }
    return others;
  }

  async #fetch(
    folder: string,
    generation: string,
    files: readonly (readonly [string, number])[],
    others: readonly string[],
  ): Promise<void> {
    const wanted: (() => Promise<void>)[] = [];
    for (const [path, size] of files) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      if (await linkFrom(others, path, size, file)) continue;
      // Made here: its parts come in any order.
      await (await open(file, "w", 0o600)).close();
      for (let start = 0; start < size; start += PART_BYTES) {
        const end = Math.min(start + PART_BYTES, size);
        wanted.push(() => this.#fetchPart(`${generation}/${path}`, start, end, file));
      }
    }
    const work = async (): Promise<void> => {
      for (let next = wanted.shift(); next !== undefined; next = wanted.shift()) await next();
    };
    await Promise.all(Array.from({ length: PARTS_AT_ONCE }, work));
  }

  async #fetchPart(name: string, start: number, end: number, file: string): Promise<void> {
    const bytes = await this.#place.readPart?.(name, start, end);
    if (bytes?.length !== end - start) throw new RangeError(`${name} is not as long as it was`);
    const handle = await open(file, "r+");
    try {
      await handle.write(bytes, 0, bytes.length, start);
    } finally {
      await handle.close();
    }
  }
}

const digest = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 32);

const pick = (files: Sizes, paths: readonly string[]) =>
  paths.map((path) => [path, files[path] ?? 0] as const);

const MANIFEST = /^(\w+\.lance)\/_versions\/\d{20}\.manifest$/;

/** Of each table the newest: versions count down from the largest number of 64 bits. */
function listManifests(files: Sizes): readonly string[] {
  const newest = new Map<string, string>();
  for (const path of Object.keys(files).sort()) {
    const table = MANIFEST.exec(path)?.[1];
    if (table !== undefined && !newest.has(table)) newest.set(table, path);
  }
  return [...newest.values()];
}

/**
 * Whether a version's table rests on a file, by the manifests: they hold the names of data files as they
 * are, and the ids of indexes as 16 bytes. Deletions are numbered, and few.
 */
function isNamed(path: string, manifests: Buffer): boolean {
  const [, kind = "", name = ""] = path.split("/");
  if (kind === "data") return manifests.includes(name);
  if (kind === "_indices") return manifests.includes(Buffer.from(name.replaceAll("-", ""), "hex"));
  return kind === "_deletions";
}

/** Whether there is such a copy, none of whose files was cut. */
async function isWhole(copy: string, files: Sizes): Promise<boolean> {
  const found = await readdir(copy, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = found
    .filter((entry) => entry.isFile())
    .map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      const known = files[path.slice(copy.length + 1).replaceAll("\\", "/")];
      return (await stat(path)).size === known;
    });
  return sizes.length > 0 && (await Promise.all(sizes)).every((isSame) => isSame);
}

async function linkFrom(
  others: readonly string[],
  path: string,
  size: number,
  file: string,
): Promise<boolean> {
  for (const other of others) {
    const known = await stat(join(other, path)).catch(() => undefined);
    if (known?.size !== size) continue;
    const isLinked = await link(join(other, path), file).then(
      () => true,
      () => false,
    );
    if (isLinked) return true;
  }
  return false;
}

async function removeOldest(folder: string): Promise<void> {
  const copies = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const path = join(folder, name);
      return { path, used: (await stat(path)).mtimeMs };
    }),
  );
  const old = copies.sort((one, other) => other.used - one.used).slice(MOST_INDEXES);
  for (const { path } of old) await rm(path, { recursive: true, force: true });
}

// The tables after a run → what they were: versions, rows and files; later, whether they still are.

import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { IndexTables } from "./tables.ts";

interface TableFacts {
  readonly version: number;
  readonly rows: number;
}

/** Kept in state.json. A file never changes once it is written: its size tells whether it is whole. */
export interface TableRecord {
  readonly passages: TableFacts;
  readonly articles: TableFacts;
  /** Bytes of each file, by its path below the generation's folder. */
  readonly files: Readonly<Record<string, number>>;
}

export async function recordTables(tables: IndexTables): Promise<TableRecord> {
  const { passages, articles, path } = tables;
  return {
    passages: { version: await passages.version(), rows: await passages.countRows() },
    articles: { version: await articles.version(), rows: await articles.countRows() },
    files: await measureFiles(path),
  };
}

/** A file that is gone or cut, in words; nothing where all are whole. For before the tables are opened. */
export async function findLostFile(path: string, record: TableRecord): Promise<string | undefined> {
  const sizes = await measureFiles(path);
  for (const [file, bytes] of Object.entries(record.files)) {
    const size = sizes[file];
    if (size === undefined) return `Its file ${file} is gone.`;
    if (size !== bytes) return `Its file ${file} has ${size} bytes, not ${bytes}.`;
  }
  return undefined;
}

/** A table that is older than it was; a newer version is no fault. Its files were looked at before. */
export async function findOlderTable(
  tables: IndexTables,
  record: TableRecord,
): Promise<string | undefined> {
  for (const name of ["passages", "articles"] as const) {
    const version = await tables[name].version();
    const { version: kept } = record[name];
    if (version < kept)
      return `Its table ${name} is an older version, ${version} instead of ${kept}.`;
  }
  return undefined;
}

async function measureFiles(path: string): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const name of (await readdir(path, { recursive: true })).sort()) {
    const found = await stat(join(path, name)).catch(() => undefined);
    if (found?.isFile()) sizes[name.replaceAll("\\", "/")] = found.size;
  }
  return sizes;
}

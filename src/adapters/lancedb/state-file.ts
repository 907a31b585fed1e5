// state.json ↔ what the index says of itself, where its tables lie, and whether they still are what they were.

import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { PullquoteError } from "../../core/errors.ts";
import { type IndexState, type IndexTotals, SCHEMA_VERSION } from "../../core/index-state.ts";
import { type IndexLayout, isGeneration } from "./index-layout.ts";
import type { IndexTables } from "./tables.ts";
import { reportDamage, translateError } from "./translate-errors.ts";

interface TableFacts {
  readonly version: number;
  readonly rows: number;
}

/** Kept in state.json. A file never changes once it is written: its size tells whether it is whole. */
interface TableRecord {
  readonly passages: TableFacts;
  readonly articles: TableFacts;
  /** Bytes of each file, by its path below the generation's folder. */
  readonly files: Readonly<Record<string, number>>;
}

/** The tables after a run → what they were: versions, rows and files; later, whether they still are. */
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

/** A table that is not as a run left it: every change makes another version. Its files were looked at before. */
export async function findChangedTable(
  tables: IndexTables,
  record: TableRecord,
): Promise<string | undefined> {
  for (const name of ["passages", "articles"] as const) {
    const version = await tables[name].version();
    const rows = await tables[name].countRows();
    const kept = record[name];
    if (version !== kept.version || rows !== kept.rows) {
      return `Its table ${name} is version ${version} with ${rows} rows, not version ${kept.version} with ${kept.rows}: something else than pullquote changed it.`;
    }
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

export interface KeptState extends IndexState {
  /** Name of the folder, inside the index folder, that holds the tables. */
  readonly generation: string;
  /** Absent until a run was finished. */
  readonly tables?: TableRecord;
  /** What the tables hold, as `tables` has them. */
  readonly counts?: IndexTotals;
}

/**
 * `undefined` where there is no such file.
 * @throws PullquoteError `index-newer-schema` | `index-older-schema` | `index-damaged`
 */
export async function readState(layout: IndexLayout): Promise<KeptState | undefined> {
  const text = await readText(layout);
  if (text === undefined) return undefined;
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch (error) {
    throw reportDamage(layout.folder, "Its state.json is not JSON.", error);
  }
  checkVersion(layout.folder, kept);
  if (!isKeptState(kept)) throw reportDamage(layout.folder, "Its state.json lacks fields.");
  return kept;
}

/** Replaces the file in one step: a kill leaves the old one or the new one. */
export async function writeState(layout: IndexLayout, state: KeptState): Promise<void> {
  await writeFileAtomic(layout.stateFile, `${JSON.stringify(state, undefined, 2)}\n`);
}

async function readText(layout: IndexLayout): Promise<string | undefined> {
  try {
    return await readFile(layout.stateFile, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw translateError(layout.folder, error);
  }
}

function checkVersion(folder: string, kept: unknown): void {
  const version = field(kept, "schemaVersion");
  if (typeof version !== "number" || version === SCHEMA_VERSION) return;
  const newer = version > SCHEMA_VERSION;
  throw new PullquoteError({
    code: newer ? "index-newer-schema" : "index-older-schema",
    message: `The index in ${folder} has layout ${version}; this pullquote ${newer ? "knows layouts up to" : "needs layout"} ${SCHEMA_VERSION}.`,
    hint: newer
      ? "Update pullquote, or build the index anew: pullquote index --rebuild"
      : "pullquote index --rebuild",
  });
}

function isKeptState(kept: unknown): kept is KeptState {
  const embedder = field(kept, "embedder");
  const generation = field(kept, "generation");
  return (
    field(kept, "schemaVersion") === SCHEMA_VERSION &&
    typeof field(kept, "corpus") === "string" &&
    typeof generation === "string" &&
    isGeneration(generation) &&
    isRecord(field(kept, "tables")) &&
    isCount(field(kept, "counts")) &&
    ["name", "model", "digest", "pooling"].every(
      (key) => typeof field(embedder, key) === "string",
    ) &&
    ["dimensions", "maxTokens"].every((key) => Number.isInteger(field(embedder, key)))
  );
}

function isRecord(tables: unknown): boolean {
  if (tables === undefined) return true;
  const isCounted = (["passages", "articles"] as const).every((name) =>
    ["version", "rows"].every((key) => Number.isInteger(field(field(tables, name), key))),
  );
  return isCounted && typeof field(tables, "files") === "object";
}

function isCount(counts: unknown): boolean {
  if (counts === undefined) return true;
  const isWhole = (key: string): boolean => Number.isInteger(field(counts, key));
  return isWhole("articles") && isWhole("passages") && typeof field(counts, "sha256") === "string";
}

function field(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

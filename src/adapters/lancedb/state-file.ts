// state.json ↔ what the index says of itself, where its tables lie, and whether they still are what they were.

import { PullquoteError } from "../../core/errors.ts";
import { type IndexState, type IndexTotals, SCHEMA_VERSION } from "../../core/index-state.ts";
import { type IndexPlace, isGeneration, STATE } from "./places/index-place.ts";
import type { IndexTables } from "./tables.ts";
import { reportDamage } from "./translate-errors.ts";
import { isSomeIds, type SomeIds } from "./unfinished-work.ts";

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
export async function recordTables(
  { passages, articles }: IndexTables,
  files: TableRecord["files"],
): Promise<TableRecord> {
  return {
    passages: await measureTable(passages),
    articles: await measureTable(articles),
    files,
  };
}

/** A file that is gone or cut, in words; nothing where all are whole. For before the tables are opened. */
export function findLostFile(sizes: TableRecord["files"], record: TableRecord): string | undefined {
  for (const [file, bytes] of Object.entries(record.files)) {
    const size = sizes[file];
    if (size === undefined) return `Its file ${file} is gone.`;
    if (size !== bytes) return `Its file ${file} has ${size} bytes, not ${bytes}.`;
  }
  return undefined;
}

const measureTable = async (table: IndexTables["passages"]): Promise<TableFacts> => {
  const [version, rows] = await Promise.all([table.version(), table.countRows()]);
  return { version, rows };
};

/** A table that is not as a run left it: every change makes another version. Its files were looked at before. */
export async function findChangedTable(
  tables: IndexTables,
  record: TableRecord,
): Promise<string | undefined> {
  const names = ["passages", "articles"] as const;
  const facts = await Promise.all(names.map((name) => measureTable(tables[name])));
  for (const [at, name] of names.entries()) {
    const { version, rows } = facts[at] ?? { version: 0, rows: 0 };
    const kept = record[name];
    if (version !== kept.version || rows !== kept.rows) {
      return `Its table ${name} is version ${version} with ${rows} rows, not version ${kept.version} with ${kept.rows}: something else than pullquote changed it.`;
    }
  }
  return undefined;
}

export interface KeptState extends IndexState {
  /** Name of the folder, inside the index folder, that holds the tables. */
  readonly generation: string;
  /** Absent until a run was finished. */
  readonly tables?: TableRecord;
  /** What the tables hold, as `tables` has them. */
  readonly counts?: IndexTotals;
  /** The articles of which replaced or deleted rows lie in the tables' files; absent where there are none. */
  readonly former?: SomeIds;
}

/** As it was read, with the mark that it is replaced by. */
export interface ReadState {
  readonly state: KeptState;
  readonly mark: string;
}

/**
 * `undefined` where there is no such file.
 * @throws PullquoteError `index-newer-schema` | `index-older-schema` | `index-damaged`
 */
export async function readState(place: IndexPlace): Promise<ReadState | undefined> {
  const found = await place.read(STATE);
  if (found === undefined) return undefined;
  let kept: unknown;
  try {
    kept = JSON.parse(found.text);
  } catch (error) {
    throw reportDamage(place.name, "Its state.json is not JSON.", error);
  }
  checkVersion(place.name, kept);
  if (!isKeptState(kept)) throw reportDamage(place.name, "Its state.json lacks fields.");
  return { state: kept, mark: found.mark };
}

/**
 * Replaces the file in one step: a kill leaves the old one or the new one. `mark` is that of the state that
 * this one follows, none where there was none.
 * @returns whether it was still that one
 */
export async function writeState(
  place: IndexPlace,
  state: KeptState,
  mark: string | undefined,
): Promise<boolean> {
  const text = `${JSON.stringify(state, undefined, 2)}\n`;
  return (await place.replace(STATE, text, mark)) !== undefined;
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
    isPart(field(kept, "part")) &&
    isCount(field(kept, "counts")) &&
    (field(kept, "former") === undefined || isSomeIds(field(kept, "former"))) &&
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

function isPart(part: unknown): boolean {
  const [at, of] = [Number(field(part, "part")), Number(field(part, "of"))];
  return (
    part === undefined || (Number.isInteger(at) && Number.isInteger(of) && at >= 1 && at <= of)
  );
}

function isCount(counts: unknown): boolean {
  if (counts === undefined) return true;
  const isWhole = (key: string): boolean => Number.isInteger(field(counts, key));
  return isWhole("articles") && isWhole("passages") && typeof field(counts, "sha256") === "string";
}

function field(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

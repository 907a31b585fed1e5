// The folder or address of a shard → its articles, as far as columns, digests and counts hold; nothing of it is believed unseen.

import type { Table } from "@lancedb/lancedb";
import { PullquoteError } from "../../core/errors.ts";
import type { IndexState } from "../../core/index-state.ts";
import type { ArticleEntry } from "../../core/ports/passage-store.ts";
import type { Shard } from "../../core/ports/shard.ts";
import { refuseShard } from "../../corpus/ingest/check-entry.ts";
import { splitBatches } from "../../corpus/ingest/embedding-requests.ts";
import type { StorageSettings } from "../object-stores/check-address.ts";
import { type ArticleRow, isArticleRowSound, toRecord } from "./article-rows.ts";
import {
  ARTICLE_TABLE,
  type Columns,
  DERIVED_COLUMNS,
  OPTIONAL_COLUMNS,
  PASSAGE_TABLE,
} from "./columns.ts";
import { readLook } from "./files-snapshot.ts";
import { connectTo, loadLance } from "./load-lance.ts";
import { isVectorSound, type PassageRow, readPassageRow, readRowVectors } from "./passage-rows.ts";
import { type IndexPlace, UNFINISHED } from "./places/index-place.ts";
import { openPlace } from "./places/open-place.ts";
import { findLostFile, type KeptState, readState } from "./state-file.ts";

import { describeColumns, listRows, matchAny, nameTable } from "./tables.ts";
import { shorten } from "./translate-errors.ts";

/** @throws PullquoteError `bad-setting` for an address that is not known, or a secret among the settings */
export function openLanceShard(name: string, storage?: StorageSettings): Shard {
  return new LanceShard(name, openPlace(name, storage));
}

interface ShardTable {
  readonly table: Table;
  /** Those of the contract that it has. */
  readonly columns: readonly string[];
}

interface ShardTables {
  readonly passages: ShardTable;
  readonly articles: ShardTable;
  close(): void;
}

/** Their passages are asked for at once. */
const ARTICLES_AT_ONCE = 128;

class LanceShard implements Shard {
  readonly name: string;
  readonly #place: IndexPlace;
  #open: ShardTables | undefined;
  #state: KeptState | undefined;

  constructor(name: string, place: IndexPlace) {
    this.name = name;
    this.#place = place;
  }

  async state(): Promise<IndexState> {
    return this.#refusing(() => this.#read());
  }

  async *entries(signal?: AbortSignal): AsyncGenerator<readonly ArticleEntry[]> {
    const { articles, passages } = await this.#refusing(() => this.#tables());
    let [read, found] = [0, 0];
    const batches = articles.table
      .query()
      .select([...articles.columns])
      [Symbol.asyncIterator]();
    const { arrow } = await loadLance();
    for (;;) {
      const batch = await this.#refusing(() => batches.next());
      if (batch.done === true) break;
      const rows = listRows<ArticleRow>(new arrow.Table([batch.value]), articles.columns);
      const indexed = rows.filter(({ status }) => status === "indexed");
      for (const some of splitBatches(indexed, ARTICLES_AT_ONCE)) {
        if (signal?.aborted === true) throw interrupted(signal);
        const entries = await this.#refusing(() => readEntries(some, passages));
        found += entries.length;
        read += entries.reduce((sum, entry) => sum + entry.passages.length, 0);
        yield entries;
      }
    }
    await this.#refusing(async () =>
      this.#checkCounts(found, read, await passages.table.countRows()),
    );
  }

  async reading(): Promise<string | undefined> {
    return (await readLook(this.#place))?.reading;
  }

  async close(): Promise<void> {
    this.#open?.close();
    this.#open = undefined;
  }

  async #read(): Promise<KeptState> {
    if (this.#state !== undefined) return this.#state;
    const found = await readState(this.#place);
    if (found === undefined) throw new Flaw("there is no state.json");
    if ((await this.#place.list()).includes(UNFINISHED)) {
      throw new Flaw(
        "who makes it is not done, or was stopped; the same command again finishes it",
      );
    }
    this.#state = found.state;
    return found.state;
  }

  async #tables(): Promise<ShardTables> {
    if (this.#open !== undefined) return this.#open;
    const { generation, embedder, tables } = await this.#read();
    const lost = tables && findLostFile(await this.#place.measure(generation), tables);
    if (lost !== undefined) throw new Flaw(lost);
    const address = this.#place.locate(generation);
    const connection = await connectTo(address);
    const open = async (name: "passages" | "articles", columns: Columns): Promise<ShardTable> => {
      const table = await connection.openTable(nameTable(address, name));
      return { table, columns: await checkColumns(table, name, columns, embedder.dimensions) };
    };
    const passages = await open("passages", PASSAGE_TABLE);
    const articles = await open("articles", ARTICLE_TABLE);
    const close = (): void => {
      passages.table.close();
      articles.table.close();
      connection.close();
    };
    this.#open = { passages, articles, close };
    return this.#open;
  }

  #checkCounts(articles: number, passages: number, rows: number): void {
    const counts = this.#state?.counts;
    if (rows !== passages) {
      throw new Flaw(`${rows - passages} of its passages are of no article, or stand twice`);
    }
    if (counts === undefined) return;
    if (counts.articles === articles && counts.passages === passages) return;
    throw new Flaw(
      `it has ${articles} articles and ${passages} passages; its state.json says ${counts.articles} and ${counts.passages}`,
    );
  }

  async #refusing<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      if (cause instanceof PullquoteError && cause.code === "bad-setting") throw cause;
      const why =
        cause instanceof Flaw || cause instanceof PullquoteError
          ? cause.message.replace(/\.$/, "")
          : `a part of it cannot be read: ${shorten(cause)}`;
      throw refuseShard(this.name, why, cause);
    }
  }
}

/** What is wrong with a shard, in words. */
class Flaw extends Error {}

const interrupted = (signal: AbortSignal): PullquoteError =>
  new PullquoteError({
    code: "interrupted",
    message: "Adopting was interrupted.",
    hint: "Run it again: what was adopted stays",
    cause: signal.reason,
  });

async function checkColumns(
  table: Table,
  name: "passages" | "articles",
  columns: Columns,
  dimensions: number,
): Promise<readonly string[]> {
  const library = await loadLance();
  const there = await table.schema();
  const mayLack = [...DERIVED_COLUMNS[name], ...OPTIONAL_COLUMNS[name]];
  const present: string[] = [];
  for (const wanted of describeColumns(library, columns, dimensions).fields) {
    const found = there.fields.find((field) => field.name === wanted.name);
    if (found === undefined && mayLack.includes(wanted.name)) continue;
    if (String(found?.type) !== String(wanted.type)) {
      const is = found === undefined ? "is not there" : `is ${found.type}`;
      throw new Flaw(`the column ${wanted.name} of ${name} ${is}, not ${wanted.type}`);
    }
    present.push(wanted.name);
  }
  return present;
}

async function readEntries(
  rows: readonly ArticleRow[],
  passages: ShardTable,
): Promise<readonly ArticleEntry[]> {
  const ids = rows.map(({ id }) => id);
  const found = await passages.table
    .query()
    .where(matchAny("article_id", ids))
    .select([...passages.columns])
    .toArrow();
  const of = new Map<string, PassageRow[]>(ids.map((id) => [id, []]));
  for (const row of listRows<PassageRow>(found, passages.columns)) {
    of.get(row.article_id)?.push(row);
  }
  return rows.map((row) => toEntry(row, of.get(row.id) ?? []));
}

function toEntry(row: ArticleRow, passages: readonly PassageRow[]): ArticleEntry {
  const flaw = new Flaw(`what it keeps of ${row.id} is not what its digests tell of`);
  if (!isArticleRowSound(row) || hasNull(row)) throw flaw;
  const record = toRecord({ ...row, lineage: row.lineage ?? "" });
  const sorted = [...passages].sort((one, other) => one.position - other.position);
  const read = sorted.map(({ sentence_vectors = new Uint8Array(), ...rest }) => {
    const one = { ...rest, sentence_vectors };
    const passage = readPassageRow(one);
    const isOf = passage?.articleSha256 === row.sha256;
    if (!isOf || !isVectorSound(one) || hasNull(one)) throw flaw;
    const { articleSha256: _, ...own } = passage;
    return { passage: own, vectors: readRowVectors(one) };
  });
  return {
    record,
    passages: read.map(({ passage }) => passage),
    vectors: read.map(({ vectors }) => vectors),
  };
}

/** Only `published` is null where nothing is known. */
const hasNull = (row: object): boolean =>
  Object.entries(row).some(([name, value]) => value === null && name !== "published");

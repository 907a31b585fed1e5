// An index folder → a PassageStore on LanceDB.

import type { ArticleRecord, IndexState, IndexTotals, Tombstone } from "../../core/index-state.ts";
import type { StoredPassage } from "../../core/passage.ts";
import type { TextVectors } from "../../core/ports/embedder.ts";
import type {
  ArticleEntry,
  ArticleScope,
  LegHit,
  LockOptions,
  LockOutcome,
  PassageStore,
} from "../../core/ports/passage-store.ts";
import {
  type ArticleRow,
  type ArticleStatus,
  isArticleRowSound,
  toRecord,
  toTombstone,
} from "./article-rows.ts";
import { ARTICLE_COLUMNS } from "./columns.ts";
import { type IndexLayout, layOutIndex } from "./index-layout.ts";
import {
  checkPassages,
  readArticleRows,
  readRecords,
  searchDense,
  searchWords,
  UnsoundRow,
} from "./search-tables.ts";
import { countArticles } from "./survey-articles.ts";
import { TableKeeper } from "./table-keeper.ts";
import { type IndexTables, listRows } from "./tables.ts";
import { tidyTables } from "./tidy-tables.ts";
import { reportDamage, translating } from "./translate-errors.ts";
import { lockForWriting } from "./write-lock.ts";
import { copyWithout, putEntries, putRecords, removeArticles } from "./write-tables.ts";

/** Nothing is opened, and LanceDB not loaded, before the first call that needs it. */
export function openLanceStore(folder: string): PassageStore {
  return new LanceStore(layOutIndex(folder));
}

interface IndexedArticles {
  readonly version: string;
  readonly records: readonly ArticleRecord[];
  readonly tombstones: readonly Tombstone[];
}

class LanceStore implements PassageStore {
  readonly #layout: IndexLayout;
  readonly #keeper: TableKeeper;
  #articles: IndexedArticles | undefined;

  constructor(layout: IndexLayout) {
    this.#layout = layout;
    this.#keeper = new TableKeeper(layout);
  }

  state(): Promise<IndexState | undefined> {
    return this.#translating(async () => {
      const kept = await this.#keeper.state();
      if (kept === undefined) return undefined;
      const { schemaVersion, embedder, corpus } = kept;
      return { schemaVersion, embedder, corpus };
    });
  }

  reset(state: IndexState): Promise<void> {
    const work = async (): Promise<void> => {
      await this.#keeper.swap(state, async () => undefined);
      await this.#keeper.markFinished();
    };
    // New tables cannot be damaged.
    return this.#translating(work, async () => true);
  }

  destroy(): Promise<void> {
    return this.#translating(() => this.#keeper.destroy());
  }

  /** From the state while the tables are what it says; counted while a run writes, or after a kill. */
  totals(): Promise<IndexTotals> {
    return this.#read(async (tables) => {
      const isFinished = await this.#keeper.isFinished();
      const kept = isFinished ? (await this.#keeper.state())?.counts : undefined;
      return kept ?? (await countArticles(tables));
    });
  }

  recordsOf(articleIds: readonly string[]): Promise<readonly ArticleRecord[]> {
    return this.#read((tables) => readRecords(tables, articleIds));
  }

  records(): Promise<readonly ArticleRecord[]> {
    return this.#read(async (tables) => (await this.#readArticles(tables)).records);
  }

  tombstones(): Promise<readonly Tombstone[]> {
    return this.#read(async (tables) => (await this.#readArticles(tables)).tombstones);
  }

  put(entries: readonly ArticleEntry[]): Promise<void> {
    return this.#write(entries, (tables) => putEntries(tables, entries));
  }

  refresh(records: readonly ArticleRecord[]): Promise<void> {
    return this.#write(records, (tables) => putRecords(tables, records));
  }

  remove(articleIds: readonly string[]): Promise<void> {
    return this.#write(articleIds, (tables) => removeArticles(tables, articleIds));
  }

  async forget(tombstones: readonly Tombstone[]): Promise<void> {
    await this.#write(tombstones, async (from) => {
      const state = await this.state();
      if (state !== undefined) {
        await this.#keeper.swap(state, (to) => copyWithout(from, to, tombstones));
      }
    });
  }

  optimize(): Promise<void> {
    return this.#change(async (tables) => {
      await tidyTables(tables);
      await this.#keeper.record();
      const state = await this.#keeper.state();
      if (state !== undefined) await this.#keeper.removeOtherGenerations(state.generation);
      await this.#keeper.markFinished();
    });
  }

  isTidy(): Promise<boolean> {
    return this.#translating(() => this.#keeper.isFinished());
  }

  searchDense(vector: Float32Array, limit: number, scope: ArticleScope): Promise<LegHit[]> {
    return this.#read((tables) => searchDense(tables, vector, limit, scope));
  }

  searchFullText(query: string, limit: number, scope: ArticleScope): Promise<LegHit[]> {
    return this.#read((tables) => searchWords(tables, "MatchQuery", query, limit, scope));
  }

  searchPhrase(phrase: string, limit: number, scope: ArticleScope): Promise<LegHit[]> {
    return this.#read((tables) => searchWords(tables, "PhraseQuery", phrase, limit, scope));
  }

  passagesOf(articleId: string): Promise<readonly StoredPassage[]> {
    return this.#read(async (tables) => {
      const rows = await readArticleRows(tables, articleId);
      return rows.map(({ passage }) => passage);
    });
  }

  vectorsOf(articleId: string, sha256: string): Promise<readonly TextVectors[] | undefined> {
    return this.#read(async (tables) => {
      const rows = await readArticleRows(tables, articleId);
      const same = rows.length > 0 && rows.every(({ passage }) => passage.articleSha256 === sha256);
      return same ? rows.map(({ vectors }) => vectors) : undefined;
    });
  }

  lockForWriting(options: LockOptions): Promise<LockOutcome> {
    return lockForWriting(this.#layout.lockFile, options);
  }

  async close(): Promise<void> {
    this.#keeper.forget();
  }

  /**
   * Read again only when the table changed: every question asks for them. All rows are read: one whose
   * status is damaged would be in no selection by it, and be missed by nobody.
   */
  async #readArticles({ path, articles }: IndexTables): Promise<IndexedArticles> {
    const version = `${path}@${await articles.version()}`;
    if (this.#articles?.version !== version) {
      const table = await articles
        .query()
        .select([...ARTICLE_COLUMNS])
        .toArrow();
      const rows = listRows<ArticleRow>(table, ARTICLE_COLUMNS);
      const unsound = rows.find((row) => !isArticleRowSound(row));
      if (unsound !== undefined) throw new UnsoundRow(unsound.id);
      const having = (status: ArticleStatus) => rows.filter((row) => row.status === status);
      const records = having("indexed").map(toRecord);
      this.#articles = { version, records, tombstones: having("removed").map(toTombstone) };
    }
    return this.#articles;
  }

  async #write(
    items: readonly unknown[],
    work: (tables: IndexTables) => Promise<void>,
  ): Promise<void> {
    if (items.length > 0) await this.#change(work);
  }

  /** Marked first: until it is done the tables are not what was recorded of them. */
  #change(work: (tables: IndexTables) => Promise<void>): Promise<void> {
    const changing = async (): Promise<void> => {
      const tables = await this.#keeper.tables();
      await this.#keeper.markUnfinished();
      await work(tables);
    };
    return this.#translating(changing, () => this.#isWhole());
  }

  /** Whether every row can be read and is what was stored. */
  async #isWhole(): Promise<boolean> {
    try {
      this.#keeper.forget();
      this.#articles = undefined;
      const tables = await this.#keeper.tables();
      await this.#readArticles(tables);
      await checkPassages(tables);
      return true;
    } catch {
      return false;
    }
  }

  /** Tried again on tables opened anew: another process may have replaced or pruned them meanwhile. */
  #read<T>(work: (tables: IndexTables) => Promise<T>): Promise<T> {
    return this.#translating(async () => {
      try {
        return await work(await this.#keeper.tables());
      } catch {
        this.#keeper.forget();
        return await work(await this.#keeper.tables());
      }
    });
  }

  #translating<T>(work: () => Promise<T>, isWhole?: () => Promise<boolean>): Promise<T> {
    const working = async (): Promise<T> => {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof UnsoundRow)) throw error;
        throw reportDamage(this.#layout.folder, `What it keeps of ${error.message} was altered.`);
      }
    };
    return translating(this.#layout.folder, working, isWhole);
  }
}

// An index's folder or address → a PassageStore on LanceDB.

import type { Searched } from "../../core/evidence.ts";
import type {
  ArticleRecord,
  IndexedFile,
  IndexState,
  IndexTotals,
  Look,
  Tombstone,
} from "../../core/index-state.ts";
import type {
  ArticleEntry,
  ArticleScope,
  ListedField,
  ListedFields,
  ListWish,
  LockOptions,
  LockOutcome,
  PassageStore,
} from "../../core/ports/passage-store.ts";
import type { KeptContent } from "../../corpus/read/gather-files.ts";
import type { StorageSettings } from "../object-stores/check-address.ts";
import { findErasing } from "./erase-rows.ts";
import { readLook, writeLook } from "./files-snapshot.ts";
import type { IndexPlace } from "./places/index-place.ts";
import { openPlace } from "./places/open-place.ts";
import { checkPassages } from "./search-tables.ts";
import { checkArticles, listArticles, measureScope, readTombstones } from "./select-articles.ts";
import { listContents } from "./survey-articles.ts";
import { TableKeeper } from "./table-keeper.ts";
import { TableReader } from "./table-reader.ts";
import type { IndexTables } from "./tables.ts";
import { tidyTables } from "./tidy-tables.ts";
import { translating } from "./translate-errors.ts";
import { joinWork, type UnfinishedWork } from "./unfinished-work.ts";
import { type Lease, lockForWriting } from "./write-lock.ts";
import {
  forgetArticles,
  listStored,
  putEntries,
  putRecords,
  removeArticles,
} from "./write-tables.ts";

/**
 * Nothing is opened, and LanceDB not loaded, before the first call that needs it.
 * @param cache folder for copies of tables that lie in a bucket; without it none is made
 * @throws PullquoteError `bad-setting` for an address that is not known, or a secret among the settings
 */
export function openLanceStore(
  index: string,
  storage?: StorageSettings,
  cache?: string,
): PassageStore {
  return new LanceStore(openPlace(index, storage), cache);
}

class LanceStore extends TableReader implements PassageStore {
  readonly #place: IndexPlace;
  readonly #keeper: TableKeeper;
  #lease: Lease | undefined;

  constructor(place: IndexPlace, cache?: string) {
    super();
    this.#place = place;
    this.#keeper = new TableKeeper(place, cache);
  }

  state(): Promise<IndexState | undefined> {
    return this.#translating(async () => {
      const kept = await this.#keeper.state();
      if (kept === undefined) return undefined;
      const { schemaVersion, embedder, corpus, part } = kept;
      return { schemaVersion, embedder, corpus, ...(part !== undefined && { part }) };
    });
  }

  reset(state: IndexState): Promise<void> {
    const work = async (): Promise<void> => {
      await this.#keeper.swap(state, async () => undefined);
      await this.#keeper.markFinished();
    };
    return this.#translating(work, async () => true);
  }

  destroy(): Promise<void> {
    return this.#translating(() => this.#keeper.destroy());
  }

  totals(): Promise<IndexTotals> {
    return this.#twice(() => this.#keeper.totals());
  }

  lastLook(): Promise<Look | undefined> {
    return readLook(this.#place);
  }

  noteLook(reading: string): Promise<void> {
    return writeLook(this.#place, reading);
  }

  files(): Promise<readonly IndexedFile[]> {
    return this.#twice(() => this.#keeper.files());
  }

  /** What fails is read again from there on. */
  async *list<Field extends ListedField>(
    fields: readonly Field[],
    wanted: ListWish = {},
  ): AsyncGenerator<readonly ListedFields<Field>[]> {
    let { after, limit } = wanted;
    let parts: ReturnType<typeof listArticles<Field>> | undefined;
    const readPart = async (tables: IndexTables) => {
      try {
        parts ??= listArticles(tables, fields, { ...wanted, after, limit });
        return await parts.next();
      } catch (error) {
        parts = undefined;
        throw error;
      }
    };
    for (;;) {
      const { done, value: part } = await this.read(readPart);
      if (done === true) return;
      after = part.at(-1)?.id ?? after;
      if (limit !== undefined) limit -= part.length;
      yield part;
    }
  }

  tombstones(): Promise<readonly Tombstone[]> {
    return this.read(readTombstones);
  }

  put(entries: readonly ArticleEntry[]): Promise<void> {
    const records = entries.map(({ record }) => record);
    const putting = records.map(({ id }) => id);
    let former: readonly string[] = [];
    const work = (tables: IndexTables): Promise<void> => putEntries(tables, entries, former);
    return this.#write(listContents(records), work, async (tables) => {
      former = await listStored(tables, putting);
      return { putting, former };
    });
  }

  refresh(records: readonly ArticleRecord[]): Promise<void> {
    const former = records.map(({ id }) => id);
    const work = (tables: IndexTables): Promise<void> => putRecords(tables, records);
    return this.#write(listContents(records), work, async () => ({ former }));
  }

  remove(articleIds: readonly string[]): Promise<void> {
    const gone = articleIds.map((id) => [id, undefined] as const);
    const work = (tables: IndexTables): Promise<void> => removeArticles(tables, articleIds);
    return this.#write(gone, work, async () => ({ former: articleIds }));
  }

  async forget(tombstones: readonly Tombstone[]): Promise<void> {
    const putting = tombstones.map(({ id }) => id);
    const work = (tables: IndexTables): Promise<void> => forgetArticles(tables, tombstones);
    await this.#write(listContents(tombstones), work, async (tables) => {
      const now = { putting, erasing: await findErasing(tables, putting), former: [] };
      return joinWork(now, { erasing: await this.#keeper.findFormer(putting) });
    });
  }

  optimize(): Promise<void> {
    return this.#change(async (tables) => {
      await this.#keeper.markUnfinished({});
      await this.#keeper.record(await tidyTables(tables, this.#keeper.work));
      await this.#keeper.sweep();
      await this.#keeper.markFinished();
    });
  }

  isTidy(): Promise<boolean> {
    return this.#translating(() => this.#keeper.isTidy());
  }

  async measure(scope: ArticleScope): Promise<Searched> {
    if (scope !== undefined) return this.read((tables) => measureScope(tables, scope));
    const { articles, passages } = await this.totals();
    return { articles, passages, undated: 0 };
  }

  async lockForWriting(options: LockOptions): Promise<LockOutcome> {
    const { outcome, lease } = await lockForWriting(this.#place, options);
    this.#keeper.lookAgain();
    if (lease !== undefined) {
      this.#lease = lease;
      this.#keeper.beginWriting();
    }
    return outcome;
  }

  async close(): Promise<void> {
    this.#keeper.forget();
  }

  async #write(
    contents: readonly (readonly [string, KeptContent | undefined])[],
    work: (tables: IndexTables) => Promise<void>,
    begin: (tables: IndexTables) => Promise<Partial<UnfinishedWork>>,
  ): Promise<void> {
    if (contents.length === 0) return;
    await this.#change(async (tables) => {
      await this.#keeper.markUnfinished(await begin(tables));
      await this.#keeper.changes.follow(new Map(contents), () => work(tables));
    });
  }

  /** What is done must mark the index first: until it is done the tables are not what was recorded of them. */
  #change(work: (tables: IndexTables) => Promise<void>): Promise<void> {
    const changing = async (): Promise<void> => {
      await this.#lease?.confirm();
      await work(await this.#keeper.tables(true));
    };
    return this.#translating(changing, () => this.#isWhole());
  }

  /** Whether every row can be read and is what was stored. */
  async #isWhole(): Promise<boolean> {
    try {
      this.#keeper.forget();
      const tables = await this.#keeper.tables();
      await checkArticles(tables);
      await checkPassages(tables);
      return true;
    } catch {
      return false;
    }
  }

  /** Tried again on tables opened anew: another process may have replaced or pruned them meanwhile. */
  protected override read<T>(work: (tables: IndexTables) => Promise<T>): Promise<T> {
    return this.#twice(async () => work(await this.#keeper.tables()));
  }

  #twice<T>(work: () => Promise<T>): Promise<T> {
    return this.#translating(async () => {
      try {
        return await work();
      } catch {
        await this.#keeper.openAnew();
        return await work();
      }
    });
  }

  #translating<T>(work: () => Promise<T>, isWhole?: () => Promise<boolean>): Promise<T> {
    return translating(this.#place.name, work, isWhole);
  }
}

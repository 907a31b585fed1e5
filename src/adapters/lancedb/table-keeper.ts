// state.json → the open tables of the generation that it names, reopened when it names another.

import type { IndexedFile, IndexState, IndexTotals } from "../../core/index-state.ts";
import { findFormer } from "./erase-rows.ts";
import { composeSnapshot, SnapshotReader } from "./files-snapshot.ts";
import { type IndexLook, IndexLooks, listGenerations } from "./index-look.ts";
import {
  FILES,
  type IndexPlace,
  LOOK,
  nameGeneration,
  STATE,
  UNFINISHED,
} from "./places/index-place.ts";
import {
  findChangedTable,
  findLostFile,
  type KeptState,
  readState,
  recordTables,
  writeState,
} from "./state-file.ts";
import { RunChanges, surveyArticles } from "./survey-articles.ts";
import { TableMirror } from "./table-mirror.ts";
import { closeTables, createTables, type IndexTables, openTables } from "./tables.ts";
import { reportDamage, reportNoIndex } from "./translate-errors.ts";
import {
  joinWork,
  keepFormer,
  readWork,
  type UnfinishedWork,
  writeWork,
} from "./unfinished-work.ts";
import { reportOvertaken } from "./write-lock.ts";

interface OpenTables {
  readonly generation: string;
  readonly tables: IndexTables;
  /** What was recorded of the tables that these are a copy of; absent where they are these themselves. */
  readonly copyOf?: string;
}

export class TableKeeper {
  readonly #place: IndexPlace;
  /** What is to be tidied up; `undefined` where nobody knows what a killed run left. */
  work: UnfinishedWork | undefined;
  /** What is to be done with however the writes from now on end. */
  #earlier: UnfinishedWork | "unread" | undefined = "unread";
  #open: OpenTables | undefined;
  readonly #looks: IndexLooks;
  readonly #mirror: TableMirror | undefined;
  readonly #snapshots = new SnapshotReader();
  /** What was written since the index was finished. */
  readonly changes: RunChanges = new RunChanges();

  /** @param cache folder for copies of tables that lie in a store */
  constructor(place: IndexPlace, cache?: string) {
    this.#place = place;
    this.#looks = new IndexLooks(place);
    const isFar = cache !== undefined && place.readPart !== undefined;
    this.#mirror = isFar ? new TableMirror(place, cache) : undefined;
  }

  /** @throws PullquoteError `index-damaged` where the state is gone but tables with articles are not. */
  state(): Promise<KeptState | undefined> {
    return this.#looks.state();
  }

  /** What other processes wrote until now is seen by the next use. */
  lookAgain(): void {
    this.#looks.again();
  }

  /** The tables as they are now; never a copy where they are to be written. @throws PullquoteError `no-index` */
  async tables(isToWrite = false): Promise<IndexTables> {
    const open = this.#open;
    if (open !== undefined) {
      const isFit = !isToWrite || open.copyOf === undefined;
      if (isFit && (await this.#isCurrent(open))) return open.tables;
      this.forget();
    }
    const { state, isFinished, measure } = await this.#looks.look();
    if (state === undefined) throw reportNoIndex(this.#place.name);
    const { generation } = state;
    // While a run writes, or was killed, the tables are ahead of what was recorded.
    const record = isFinished ? state.tables : undefined;
    this.#refuseLoss(record && findLostFile(await measure(), record));
    const copied = record && !isToWrite && (await this.#mirror?.open(state, record));
    if (copied) {
      this.#open = { generation, tables: copied, copyOf: JSON.stringify(record) };
      return copied;
    }
    const tables = await openTables(this.#place.locate(generation), state.embedder.dimensions);
    this.#refuseLoss(record && (await findChangedTable(tables, record)), tables);
    this.#open = { generation, tables };
    return tables;
  }

  /** A copy stays as it is, whatever others write: it counts while nobody wrote since. */
  async #isCurrent({ generation, copyOf }: OpenTables): Promise<boolean> {
    if (copyOf === undefined) return (await this.state())?.generation === generation;
    const { state, isFinished } = await this.#looks.look();
    return isFinished && JSON.stringify(state?.tables) === copyOf;
  }

  /** What was read was unsound, or could not be read: it is read again, and not from a copy. */
  async openAnew(): Promise<void> {
    const isCopy = this.#open?.copyOf !== undefined;
    this.forget();
    if (isCopy) await this.#mirror?.refuse();
  }

  /**
   * Keeps what the tables are now, for a later run to miss what is lost. Only under the write lock.
   * @param deleted articles of which tidying deleted rows
   */
  async record(deleted: readonly string[]): Promise<void> {
    const found = await readState(this.#place);
    if (found === undefined) return;
    const { former = [], ...state } = found.state;
    const files = await this.#place.measure(state.generation);
    const open = await this.tables(true);
    const tables = await recordTables(open, files);
    const survey = this.changes.survey(tables.passages.rows) ?? (await surveyArticles(open));
    const left = keepFormer(Object.keys(files), [former, this.work?.former ?? [], deleted]);
    const kept = { ...state, tables, counts: survey.totals, ...left };
    await this.#place.write(FILES, composeSnapshot(kept, survey.files));
    await this.#write(kept, found.mark);
  }

  async #write(state: KeptState, mark: string | undefined): Promise<void> {
    this.lookAgain();
    if (!(await writeState(this.#place, state, mark))) throw reportOvertaken(this.#place.name);
  }

  /**
   * From what the last run kept, while the tables are as it left them; else, or where that is lost, from
   * the tables.
   */
  async totals(): Promise<IndexTotals> {
    const kept = await this.#readFinished();
    return kept?.counts ?? (await surveyArticles(await this.tables())).totals;
  }

  /** As `totals`. */
  async files(): Promise<readonly IndexedFile[]> {
    const kept = await this.#readFinished();
    if (kept?.tables !== undefined) {
      // The tables stay closed: what a run recorded of them is to be missed all the same.
      this.#refuseLoss(findLostFile(await kept.measure(), kept.tables));
      const files = await this.#snapshots.read(this.#place, kept);
      if (files !== undefined) return files;
    }
    return (await surveyArticles(await this.tables())).files;
  }

  async #readFinished(): Promise<(KeptState & Pick<IndexLook, "measure">) | undefined> {
    const { isFinished, state, measure } = await this.#looks.look();
    return isFinished && state !== undefined ? { ...state, measure } : undefined;
  }

  #refuseLoss(loss: string | undefined, tables?: IndexTables): void {
    if (loss === undefined) return;
    if (tables !== undefined) closeTables(tables);
    throw reportDamage(this.#place.name, loss);
  }

  /** Lets go of the open tables; the next use opens them anew. */
  forget(): void {
    if (this.#open !== undefined) closeTables(this.#open.tables);
    this.#open = undefined;
    this.lookAgain();
  }

  /** Builds new tables beside the old ones, then makes them the index in one step. */
  async swap(state: IndexState, fill: (tables: IndexTables) => Promise<void>): Promise<void> {
    await this.#place.prepare();
    const before = await this.#place.read(STATE);
    const generation = nameGeneration();
    const { dimensions } = state.embedder;
    let tables: IndexTables | undefined;
    try {
      tables = await createTables(this.#place.locate(generation), dimensions);
      await fill(tables);
      await this.#write({ ...state, generation }, before?.mark);
    } catch (error) {
      if (tables !== undefined) closeTables(tables);
      await this.#place.removeFolder(generation);
      throw error;
    }
    this.forget();
    this.#open = { generation, tables };
    await this.#removeOtherGenerations(generation);
  }

  async destroy(): Promise<void> {
    this.forget();
    await this.#mirror?.remove();
    // The state last: killed before, the half-deleted index is told as damaged, not taken as whole.
    await this.#removeOtherGenerations("");
    for (const name of [UNFINISHED, FILES, LOOK, STATE]) await this.#place.remove(name);
  }

  /** Removes all that killed runs left: other generations, and unfinished files of this one. */
  async sweep(): Promise<void> {
    const state = await this.state();
    if (state === undefined) return;
    await this.#removeOtherGenerations(state.generation);
    await this.#place.sweep(state.generation);
  }

  async #removeOtherGenerations(kept: string): Promise<void> {
    for (const name of await listGenerations(this.#place)) {
      if (name !== kept) await this.#place.removeFolder(name);
    }
  }

  /**
   * Before each write: what a killed run has begun stays to be done with it. Only under the write lock.
   * Of what was put, a batch that is done is nobody's business any more.
   */
  async markUnfinished(begun: Partial<UnfinishedWork>): Promise<void> {
    if (this.#earlier === "unread") {
      const state = await this.#readFinished();
      this.changes.begin(state && (await this.#snapshots.read(this.#place, state)));
      this.#earlier = readWork((await this.#place.read(UNFINISHED))?.text);
    }
    this.work = this.#earlier && joinWork(this.#earlier, begun);
    if (begun.erasing !== undefined) this.#earlier = this.work;
    else this.#earlier = this.#earlier && joinWork(this.#earlier, { former: begun.former ?? [] });
    await this.#place.write(UNFINISHED, writeWork(this.work));
    this.lookAgain();
  }

  /** Another process may have written, and been killed, since this one held the lock. */
  beginWriting(): void {
    this.#earlier = "unread";
    this.changes.begin(undefined);
  }

  async markFinished(): Promise<void> {
    await this.#place.remove(UNFINISHED);
    this.lookAgain();
    this.beginWriting();
  }

  /** The fragments that may hold what these articles were before. */
  async findFormer(articleIds: readonly string[]): Promise<UnfinishedWork["erasing"]> {
    return findFormer(await this.#looks.look(), articleIds);
  }

  /** Finished, and what is kept beside the tables is there. */
  async isTidy(): Promise<boolean> {
    const names = await this.#place.list();
    if (names.includes(UNFINISHED)) return false;
    const state = await this.state();
    return state?.tables === undefined || (state.counts !== undefined && names.includes(FILES));
  }
}

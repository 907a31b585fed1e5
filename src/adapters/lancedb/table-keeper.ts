// state.json → the open tables of the generation that it names, reopened when it names another.

import { PullquoteError } from "../../core/errors.ts";
import type { IndexedFile, IndexState, IndexTotals, Look } from "../../core/index-state.ts";
import { composeSnapshot, readSnapshot } from "./files-snapshot.ts";
import {
  FILES,
  type IndexPlace,
  isGeneration,
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
import { surveyArticles } from "./survey-articles.ts";
import { closeTables, createTables, type IndexTables, openTables } from "./tables.ts";
import { reportDamage } from "./translate-errors.ts";
import { joinWork, readWork, type UnfinishedWork, writeWork } from "./unfinished-work.ts";
import { reportOvertaken } from "./write-lock.ts";

const UNKNOWN = "a run writes, or was stopped\n";

export class TableKeeper {
  readonly #place: IndexPlace;
  /** What is to be tidied up; `undefined` where nobody knows what a killed run left. */
  work: UnfinishedWork | undefined;
  /** What is to be done with however the writes from now on end. */
  #earlier: UnfinishedWork | "unread" | undefined = "unread";
  #open: { readonly generation: string; readonly tables: IndexTables } | undefined;
  #seen: { readonly state: KeptState; readonly at: number } | undefined;

  constructor(place: IndexPlace) {
    this.#place = place;
  }

  /** @throws PullquoteError `index-damaged` where the state is gone but tables with articles are not. */
  async state(): Promise<KeptState | undefined> {
    const seen = this.#seen;
    if (seen !== undefined && performance.now() - seen.at < this.#place.trustMs) return seen.state;
    const found = await readState(this.#place);
    if (found === undefined) await this.#refuseRemains();
    this.#seen = found && { state: found.state, at: performance.now() };
    return found?.state;
  }

  /** What other processes wrote until now is seen by the next use. */
  lookAgain(): void {
    this.#seen = undefined;
  }

  /** The tables as they are now. @throws PullquoteError `no-index` */
  async tables(): Promise<IndexTables> {
    const open = this.#open;
    if (open !== undefined) {
      if ((await this.state())?.generation === open.generation) return open.tables;
      this.forget();
    }
    // Before the state is read: a run that ends in between has recorded what it left.
    const isFinished = await this.isFinished();
    this.lookAgain();
    const state = await this.state();
    if (state === undefined) throw reportNoIndex(this.#place.name);
    const { generation } = state;
    // While a run writes, or was killed, the tables are ahead of what was recorded.
    const record = isFinished ? state.tables : undefined;
    this.#refuseLoss(record && findLostFile(await this.#place.measure(generation), record));
    const tables = await openTables(this.#place.locate(generation), state.embedder.dimensions);
    this.#refuseLoss(record && (await findChangedTable(tables, record)), tables);
    this.#open = { generation, tables };
    return tables;
  }

  /** Keeps what the tables are now, for a later run to miss what is lost. Only under the write lock. */
  async record(): Promise<void> {
    const found = await readState(this.#place);
    if (found === undefined) return;
    const { state, mark } = found;
    const files = await this.#place.measure(state.generation);
    const open = await this.tables();
    const survey = await surveyArticles(open);
    const tables = await recordTables(open, files);
    const kept = { ...state, tables, counts: survey.totals };
    await this.#place.write(FILES, composeSnapshot(kept, survey.files));
    await this.#write(kept, mark);
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
      this.#refuseLoss(findLostFile(await this.#place.measure(kept.generation), kept.tables));
      const files = readSnapshot((await this.#place.read(FILES))?.text ?? "", kept);
      if (files !== undefined) return files;
    }
    return (await surveyArticles(await this.tables())).files;
  }

  async lastLook(): Promise<Look | undefined> {
    try {
      const { at, reading } = JSON.parse((await this.#place.read(LOOK))?.text ?? "");
      return { secondsAgo: (Date.now() - Number(at)) / 1000, reading: String(reading) };
    } catch {
      return undefined;
    }
  }

  async noteLook(reading: string): Promise<void> {
    const text = `${JSON.stringify({ at: Date.now(), reading })}\n`;
    await this.#place.write(LOOK, text).catch(() => undefined);
  }

  async #readFinished(): Promise<KeptState | undefined> {
    return (await this.isFinished()) ? await this.state() : undefined;
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
    for (const name of await this.#listGenerations()) {
      if (name !== kept) await this.#place.removeFolder(name);
    }
  }

  /**
   * Before each write: what a killed run has begun stays to be done with it. Only under the write lock.
   * Of what was put, a batch that is done is nobody's business any more.
   */
  async markUnfinished(begun: Partial<UnfinishedWork>): Promise<void> {
    if (this.#earlier === "unread") {
      const isThere = !(await this.isFinished());
      this.#earlier = readWork(
        isThere ? ((await this.#place.read(UNFINISHED))?.text ?? "") : undefined,
      );
    }
    this.work = this.#earlier && joinWork(this.#earlier, begun);
    if (begun.erasing !== undefined) this.#earlier = this.work;
    const text = this.work === undefined ? UNKNOWN : writeWork(this.work);
    await this.#place.write(UNFINISHED, text);
  }

  /** Another process may have written, and been killed, since this one held the lock. */
  beginWriting(): void {
    this.#earlier = "unread";
  }

  async markFinished(): Promise<void> {
    await this.#place.remove(UNFINISHED);
    this.beginWriting();
  }

  async isFinished(): Promise<boolean> {
    return !(await this.#place.list()).includes(UNFINISHED);
  }

  /** A kill while the very first index was made leaves empty tables; anything more was an index. */
  async #refuseRemains(): Promise<void> {
    for (const name of await this.#listGenerations()) {
      if (!(await this.#isEmpty(name))) {
        throw reportDamage(this.#place.name, "Its state.json is gone.");
      }
    }
  }

  async #isEmpty(generation: string): Promise<boolean> {
    const files = Object.keys(await this.#place.measure(generation));
    if (!files.some((path) => path.startsWith("articles.lance/"))) return true;
    const opened = await openTables(this.#place.locate(generation), 1);
    const count = await opened.articles.countRows();
    closeTables(opened);
    return count === 0;
  }

  async #listGenerations(): Promise<string[]> {
    return (await this.#place.list()).filter(isGeneration);
  }
}

function reportNoIndex(folder: string): PullquoteError {
  return new PullquoteError({
    code: "no-index",
    message: `There is no index in ${folder} yet.`,
    hint: "pullquote index",
  });
}

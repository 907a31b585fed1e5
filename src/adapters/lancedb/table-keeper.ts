// state.json → the open tables of the generation that it names, reopened when it names another.

import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PullquoteError } from "../../core/errors.ts";
import type { IndexState } from "../../core/index-state.ts";
import { type IndexLayout, isGeneration, nameGeneration } from "./index-layout.ts";
import {
  findChangedTable,
  findLostFile,
  type KeptState,
  readState,
  recordTables,
  writeState,
} from "./state-file.ts";
import { countArticles } from "./survey-articles.ts";
import { closeTables, createTables, type IndexTables, openTables } from "./tables.ts";
import { reportDamage } from "./translate-errors.ts";

export class TableKeeper {
  readonly #layout: IndexLayout;
  #open: { readonly generation: string; readonly tables: IndexTables } | undefined;

  constructor(layout: IndexLayout) {
    this.#layout = layout;
  }

  /** @throws PullquoteError `index-damaged` where the state is gone but tables with articles are not. */
  async state(): Promise<KeptState | undefined> {
    const state = await readState(this.#layout);
    if (state === undefined) await this.#refuseRemains();
    return state;
  }

  /** The tables as they are now. @throws PullquoteError `no-index` */
  async tables(): Promise<IndexTables> {
    // Before the state is read: a run that ends in between has recorded what it left.
    const isFinished = await this.isFinished();
    const state = await this.state();
    if (state === undefined) throw reportNoIndex(this.#layout.folder);
    if (this.#open?.generation === state.generation) return this.#open.tables;
    this.forget();
    const path = join(this.#layout.folder, state.generation);
    // While a run writes, or was killed, the tables are ahead of what was recorded.
    const record = isFinished ? state.tables : undefined;
    this.#refuseLoss(record && (await findLostFile(path, record)));
    const tables = await openTables(path, state.embedder.dimensions);
    this.#refuseLoss(record && (await findChangedTable(tables, record)), tables);
    this.#open = { generation: state.generation, tables };
    return tables;
  }

  /** Keeps what the tables are now, for a later run to miss what is lost. Only under the write lock. */
  async record(): Promise<void> {
    const state = await this.state();
    if (state === undefined) return;
    const open = await this.tables();
    const [tables, counts] = [await recordTables(open), await countArticles(open)];
    await writeState(this.#layout, { ...state, tables, counts });
  }

  #refuseLoss(loss: string | undefined, tables?: IndexTables): void {
    if (loss === undefined) return;
    if (tables !== undefined) closeTables(tables);
    throw reportDamage(this.#layout.folder, loss);
  }

  /** Lets go of the open tables; the next use opens them anew. */
  forget(): void {
    if (this.#open !== undefined) closeTables(this.#open.tables);
    this.#open = undefined;
  }

  /** Builds new tables beside the old ones, then makes them the index in one step. */
  async swap(state: IndexState, fill: (tables: IndexTables) => Promise<void>): Promise<void> {
    const generation = nameGeneration();
    const path = join(this.#layout.folder, generation);
    await mkdir(path, { recursive: true });
    const tables = await createTables(path, state.embedder.dimensions);
    try {
      await fill(tables);
      await writeState(this.#layout, { ...state, generation });
    } catch (error) {
      closeTables(tables);
      await rm(path, { recursive: true, force: true });
      throw error;
    }
    this.forget();
    this.#open = { generation, tables };
    await this.removeOtherGenerations(generation);
  }

  async destroy(): Promise<void> {
    this.forget();
    // The state last: killed before, the half-deleted index is told as damaged, not taken as whole.
    await this.removeOtherGenerations("");
    await rm(this.#layout.unfinishedFile, { force: true });
    await rm(this.#layout.stateFile, { force: true });
  }

  async removeOtherGenerations(kept: string): Promise<void> {
    for (const name of await this.#listGenerations()) {
      if (name !== kept) {
        await rm(join(this.#layout.folder, name), { recursive: true, force: true });
      }
    }
  }

  async markUnfinished(): Promise<void> {
    await writeFile(this.#layout.unfinishedFile, "");
  }

  async markFinished(): Promise<void> {
    await rm(this.#layout.unfinishedFile, { force: true });
  }

  async isFinished(): Promise<boolean> {
    return !(await this.#listNames()).includes("unfinished");
  }

  /** A kill while the very first index was made leaves empty tables; anything more was an index. */
  async #refuseRemains(): Promise<void> {
    for (const name of await this.#listGenerations()) {
      if (!(await this.#isEmpty(join(this.#layout.folder, name)))) {
        throw reportDamage(this.#layout.folder, "Its state.json is gone.");
      }
    }
  }

  async #isEmpty(path: string): Promise<boolean> {
    const tables = await readdir(path);
    if (!tables.includes("articles.lance")) return true;
    const opened = await openTables(path, 1);
    const count = await opened.articles.countRows();
    closeTables(opened);
    return count === 0;
  }

  async #listGenerations(): Promise<string[]> {
    return (await this.#listNames()).filter(isGeneration);
  }

  async #listNames(): Promise<string[]> {
    try {
      return await readdir(this.#layout.folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
      throw error;
    }
  }
}

function reportNoIndex(folder: string): PullquoteError {
  return new PullquoteError({
    code: "no-index",
    message: `There is no index in ${folder} yet.`,
    hint: "pullquote index",
  });
}

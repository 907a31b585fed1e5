// An index's place → how the index stands: its state, whether a run has ended, which files its tables have.

import { type IndexPlace, isGeneration, UNFINISHED } from "./places/index-place.ts";
import { type KeptState, readState } from "./state-file.ts";
import { closeTables, openTables } from "./tables.ts";
import { reportDamage } from "./translate-errors.ts";

type Sizes = Awaited<ReturnType<IndexPlace["measure"]>>;

export interface IndexLook {
  /** Whether no run writes, and none was killed. */
  readonly isFinished: boolean;
  /** Absent where there is no index yet. */
  readonly state: KeptState | undefined;
  /** The files of the state's tables, listed once. */
  readonly measure: () => Promise<Sizes>;
}

/** Each look costs requests where the place is far away: there one is believed for a while. */
export class IndexLooks {
  readonly #place: IndexPlace;
  #seen: { readonly look: IndexLook; readonly at: number } | undefined;

  constructor(place: IndexPlace) {
    this.#place = place;
  }

  /** What other processes wrote until now is seen by the next look. */
  again(): void {
    this.#seen = undefined;
  }

  /** @throws PullquoteError `index-damaged` where the state is gone but tables with articles are not. */
  async look(): Promise<IndexLook> {
    const at = performance.now();
    if (this.#seen !== undefined && at - this.#seen.at < this.#place.trustMs)
      return this.#seen.look;
    // Before the state is read: a run that ends in between has recorded what it left.
    const isFinished = !(await this.#place.list()).includes(UNFINISHED);
    const state = await this.#readState();
    let sizes: Promise<Sizes> | undefined;
    const measure = (): Promise<Sizes> => {
      sizes ??= this.#place.measure(state?.generation ?? "");
      return sizes;
    };
    const look = { isFinished, state, measure };
    this.#seen = state && { look, at };
    return look;
  }

  /** As {@link look}, where nothing else of it is wanted. */
  async state(): Promise<KeptState | undefined> {
    return this.#place.trustMs > 0 ? (await this.look()).state : this.#readState();
  }

  async #readState(): Promise<KeptState | undefined> {
    const found = await readState(this.#place);
    if (found === undefined) await refuseRemains(this.#place);
    return found?.state;
  }
}

export async function listGenerations(place: IndexPlace): Promise<string[]> {
  return (await place.list()).filter(isGeneration);
}

/** A kill while the very first index was made leaves empty tables; anything more was an index. */
async function refuseRemains(place: IndexPlace): Promise<void> {
  for (const name of await listGenerations(place)) {
    if (!(await isEmpty(place, name))) throw reportDamage(place.name, "Its state.json is gone.");
  }
}

async function isEmpty(place: IndexPlace, generation: string): Promise<boolean> {
  const files = Object.keys(await place.measure(generation));
  if (!files.some((path) => path.startsWith("articles.lance/"))) return true;
  const opened = await openTables(place.locate(generation), 1);
  const count = await opened.articles.countRows();
  closeTables(opened);
  return count === 0;
}

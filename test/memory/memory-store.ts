// Nothing → a PassageStore that lives as long as its process: for small corpora and for embedding in tests.

import { PullquoteError } from "../../src/core/errors.ts";
import type { LegScores, Searched } from "../../src/core/evidence.ts";
import type {
  ArticleRecord,
  IndexedFile,
  IndexState,
  IndexTotals,
  Look,
  Tombstone,
} from "../../src/core/index-state.ts";
import type { TraceHolder } from "../../src/core/lineage.ts";
import type { StoredPassage } from "../../src/core/passage.ts";
import type { TextVectors } from "../../src/core/ports/embedder.ts";
import type {
  ArticleEntry,
  ArticleScope,
  LegHit,
  LegSearch,
  ListedField,
  ListedFields,
  ListWish,
  LockOptions,
  LockOutcome,
  NameSearch,
  PassageStore,
} from "../../src/core/ports/passage-store.ts";
import { FileGatherer } from "../../src/corpus/read/gather-files.ts";
import { holdsPhrase } from "../../src/english/quoted-phrases.ts";
import { filterRecords } from "../../src/search/scope-articles.ts";
import { type KeptArticle, type KeptPassage, keepEntry } from "./keep-entry.ts";
import { rankByCosine, rankByTerms } from "./rank-passages.ts";
import { countRecords, listHolders, listNewest, measureScope } from "./select-records.ts";
import { WriteQueue } from "./write-queue.ts";

export function openMemoryStore(): PassageStore {
  return new MemoryStore();
}

class MemoryStore implements PassageStore {
  #state: IndexState | undefined;
  readonly #articles = new Map<string, KeptArticle>();
  readonly #tombstones = new Map<string, Tombstone>();
  readonly #queue = new WriteQueue();
  #tidy = true;
  #look: { readonly at: number; readonly reading: string } | undefined;

  async state(): Promise<IndexState | undefined> {
    return this.#state;
  }

  async reset(state: IndexState): Promise<void> {
    await this.destroy();
    this.#state = state;
  }

  async destroy(): Promise<void> {
    this.#state = undefined;
    this.#look = undefined;
    this.#articles.clear();
    this.#tombstones.clear();
    this.#tidy = true;
  }

  async totals(): Promise<IndexTotals> {
    return countRecords(await this.#records());
  }

  async lastLook(): Promise<Look | undefined> {
    return this.#look && { ...this.#look, secondsAgo: (Date.now() - this.#look.at) / 1000 };
  }

  async noteLook(reading: string): Promise<void> {
    this.#look = { at: Date.now(), reading };
  }

  async files(): Promise<readonly IndexedFile[]> {
    const files = new FileGatherer();
    for (const record of await this.#records()) files.add(record);
    for (const tombstone of this.#tombstones.values()) files.add(tombstone);
    return files.list();
  }

  async recordsOf(ids: readonly string[]): Promise<readonly ArticleRecord[]> {
    return (await this.#records()).filter(({ id }) => ids.includes(id));
  }

  async *list<Field extends ListedField>(
    fields: readonly Field[],
    { scope, after = "", limit }: ListWish = {},
  ): AsyncGenerator<readonly ListedFields<Field>[]> {
    const records = filterRecords(await this.#records(), scope)
      .filter(({ id }) => id > after)
      .toSorted((one, other) => (one.id < other.id ? -1 : 1));
    const pick = (record: ArticleRecord) =>
      Object.fromEntries(["id" as const, ...fields].map((field) => [field, record[field]]));
    yield records.slice(0, limit).map((record) => pick(record) as ListedFields<Field>);
  }

  async #records(): Promise<readonly ArticleRecord[]> {
    this.#require();
    return Array.from(this.#articles.values(), ({ record }) => record);
  }

  async tombstones(): Promise<readonly Tombstone[]> {
    this.#require();
    return [...this.#tombstones.values()];
  }

  async put(entries: readonly ArticleEntry[]): Promise<void> {
    const { embedder } = this.#require();
    const kept = entries.map((entry) => keepEntry(entry, embedder.dimensions));
    for (const article of kept) {
      this.#articles.set(article.record.id, article);
      this.#tombstones.delete(article.record.id);
    }
    this.#tidy = this.#tidy && entries.length === 0;
  }

  async refresh(records: readonly ArticleRecord[]): Promise<void> {
    this.#require();
    for (const record of records) {
      const passages = this.#articles.get(record.id)?.passages ?? [];
      this.#articles.set(record.id, { record, passages });
    }
  }

  async remove(articleIds: readonly string[]): Promise<void> {
    this.#require();
    for (const id of articleIds) {
      this.#articles.delete(id);
      this.#tombstones.delete(id);
    }
  }

  async forget(tombstones: readonly Tombstone[]): Promise<void> {
    await this.remove(tombstones.map(({ id }) => id));
    for (const tombstone of tombstones) this.#tombstones.set(tombstone.id, tombstone);
  }

  async optimize(): Promise<void> {
    this.#require();
    this.#tidy = true;
  }

  async isTidy(): Promise<boolean> {
    return this.#tidy;
  }

  async search(searches: readonly LegSearch[]): Promise<readonly LegHit[]> {
    return searches.flatMap((search) => this.#searchOnce(search));
  }

  async findPhrases(
    phrases: readonly string[],
    limit: number,
  ): Promise<readonly (readonly string[])[]> {
    return phrases.map((text) => {
      const hits = this.#searchOnce({ kind: "phrase", text, limit, scope: undefined });
      return [...new Set(hits.map(({ passage }) => passage.articleId))];
    });
  }

  #searchOnce(search: LegSearch): LegHit[] {
    const { scope, limit } = search;
    if (search.kind === "dense") {
      const ranked = rankByCosine(search.vector, this.#passages(scope)).slice(0, limit);
      return ranked.map(({ item, score }) => toHit(item, { dense: score }));
    }
    // Weights come from the whole index, as they do on disk: a filter changes what is found only.
    const allowed = new Set(this.#passages(scope));
    return rankByTerms(search.text, this.#passages(undefined))
      .filter(({ item }) => allowed.has(item))
      .filter(({ item }) => search.kind === "words" || holdsPhrase(item.searchable, search.text))
      .slice(0, limit)
      .map(({ item, score }) => toHit(item, { fullText: score }));
  }

  async measure(scope: ArticleScope): Promise<Searched> {
    return measureScope(await this.#records(), scope);
  }

  async newest(limit: number, scope: ArticleScope): Promise<readonly ArticleRecord[]> {
    return listNewest(await this.#records(), limit, scope);
  }

  /** Every article: who asks looks at the names. */
  async named({ limit }: NameSearch): Promise<readonly ArticleRecord[]> {
    return (await this.#records()).slice(0, limit);
  }

  async withText(digests: readonly string[]): Promise<readonly ArticleRecord[]> {
    return (await this.#records()).filter(({ textSha256 }) => digests.includes(textSha256));
  }

  async holdersOf(traces: readonly number[]): Promise<readonly TraceHolder[]> {
    return listHolders(await this.#records(), new Set(traces));
  }

  async passagesOf(articleId: string): Promise<readonly StoredPassage[]> {
    this.#require();
    return (this.#articles.get(articleId)?.passages ?? []).map(({ passage }) => passage);
  }

  async vectorsOf(articleId: string, sha256: string): Promise<readonly TextVectors[] | undefined> {
    this.#require();
    const passages = this.#articles.get(articleId)?.passages ?? [];
    const same =
      passages.length > 0 && passages.every((kept) => kept.passage.articleSha256 === sha256);
    return same ? passages.map(({ vectors }) => vectors) : undefined;
  }

  lockForWriting(options: LockOptions): Promise<LockOutcome> {
    return this.#queue.lock(options);
  }

  async close(): Promise<void> {}

  #passages(scope: ArticleScope): KeptPassage[] {
    this.#require();
    const articles = [...this.#articles.values()];
    const met = new Set(
      filterRecords(
        articles.map(({ record }) => record),
        scope,
      ),
    );
    return articles.filter(({ record }) => met.has(record)).flatMap(({ passages }) => passages);
  }

  #require(): IndexState {
    if (this.#state !== undefined) return this.#state;
    throw new PullquoteError({
      code: "no-index",
      message: "There is no index in memory yet.",
      hint: "pullquote index",
    });
  }
}

function toHit({ passage, vectors: { sentences } }: KeptPassage, legs: LegScores): LegHit {
  return { passage, legs, ...(sentences !== undefined && { sentenceVectors: sentences }) };
}

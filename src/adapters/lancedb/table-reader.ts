// Open tables → the reading half of a PassageStore, each question asked of the tables as they are now.

import type { ArticleRecord } from "../../core/index-state.ts";
import type { TraceHolder } from "../../core/lineage.ts";
import type { StoredPassage } from "../../core/passage.ts";
import type { TextVectors } from "../../core/ports/embedder.ts";
import type {
  ArticleScope,
  LegHit,
  LegSearch,
  NameSearch,
} from "../../core/ports/passage-store.ts";
import { findPhrases, readPassages, readVectors, searchPassages } from "./search-tables.ts";
import { readNamed, readNewest, readRecords, readWithText } from "./select-articles.ts";
import type { IndexTables } from "./tables.ts";
import { findHolders } from "./trace-table.ts";

export abstract class TableReader {
  /** What the tables throw comes out as a PullquoteError. */
  protected abstract read<T>(work: (tables: IndexTables) => Promise<T>): Promise<T>;

  recordsOf(articleIds: readonly string[]): Promise<readonly ArticleRecord[]> {
    return this.read((tables) => readRecords(tables, articleIds));
  }

  search(searches: readonly LegSearch[]): Promise<readonly LegHit[]> {
    return this.read((tables) => searchPassages(tables, searches));
  }

  findPhrases(phrases: readonly string[], limit: number): Promise<readonly (readonly string[])[]> {
    return this.read((tables) => findPhrases(tables, phrases, limit));
  }

  newest(limit: number, scope: ArticleScope): Promise<readonly ArticleRecord[]> {
    return this.read((tables) => readNewest(tables, limit, scope));
  }

  named(search: NameSearch): Promise<readonly ArticleRecord[]> {
    return this.read((tables) => readNamed(tables, search));
  }

  withText(textSha256s: readonly string[]): Promise<readonly ArticleRecord[]> {
    return this.read((tables) => readWithText(tables, textSha256s));
  }

  holdersOf(traces: readonly number[]): Promise<readonly TraceHolder[]> {
    return this.read((tables) => findHolders(tables, traces));
  }

  passagesOf(articleId: string): Promise<readonly StoredPassage[]> {
    return this.read((tables) => readPassages(tables, articleId));
  }

  vectorsOf(articleId: string, sha256: string): Promise<readonly TextVectors[] | undefined> {
    return this.read((tables) => readVectors(tables, articleId, sha256));
  }
}

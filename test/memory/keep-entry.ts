// An article to be stored → what a store in memory keeps of it, ready to be searched.

import type { ArticleRecord } from "../../src/core/index-state.ts";
import type { StoredPassage } from "../../src/core/passage.ts";
import type { TextVectors } from "../../src/core/ports/embedder.ts";
import type { ArticleEntry } from "../../src/core/ports/passage-store.ts";
import { composeSearchableText } from "../../src/corpus/read/compose-passage-text.ts";
import { countTerms, type IndexedText } from "./rank-passages.ts";

export interface KeptPassage extends IndexedText {
  readonly passage: StoredPassage;
  readonly searchable: string;
  readonly vector: Float32Array;
  readonly vectors: TextVectors;
}

export interface KeptArticle {
  readonly record: ArticleRecord;
  readonly passages: readonly KeptPassage[];
}

/** @throws RangeError where vectors are missing, or of another length */
export function keepEntry(
  { record, passages, vectors }: ArticleEntry,
  dimensions: number,
): KeptArticle {
  const isWrong = vectors.some(({ vector }) => vector.length !== dimensions);
  if (vectors.length !== passages.length || isWrong) {
    throw new RangeError(`${record.id}: each passage needs a vector of ${dimensions} numbers`);
  }
  const kept = passages.map((passage, index) => {
    const searchable = composeSearchableText(record.metadata, passage.text);
    return {
      passage: { ...passage, articleSha256: record.sha256 },
      searchable,
      vector: vectors[index]?.vector ?? new Float32Array(),
      vectors: vectors[index] ?? { vector: new Float32Array() },
      terms: countTerms(searchable),
    };
  });
  return { record, passages: kept };
}

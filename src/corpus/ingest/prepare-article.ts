// A listed file → its article cut into passages, or why it is skipped.

import type { Article } from "../../core/article.ts";
import type { ArticleRecord } from "../../core/index-state.ts";
import type { SkippedSource } from "../../core/ingest-event.ts";
import type { Passage } from "../../core/passage.ts";
import type { ReadResult } from "../../core/ports/article-source.ts";
import { countWords } from "../../text/words.ts";
import { traceLineage } from "../copies/trace-lineage.ts";
import { chunkPassages } from "../read/chunk-passages.ts";
import { parseArticle } from "../read/parse-article.ts";

type Prepared =
  | {
      readonly kind: "prepared";
      readonly record: ArticleRecord;
      readonly passages: readonly Passage[];
    }
  | ({ readonly kind: "skipped" } & SkippedSource);

export function prepareArticle(source: Extract<ReadResult, { kind: "read" }>): Prepared {
  const article = parseArticle(source);
  const passages = chunkPassages(article);
  if (passages.length === 0) {
    const detail = "nothing in it reads as an article's text";
    return { kind: "skipped", id: source.id, reason: "no-prose", detail };
  }
  return { kind: "prepared", record: makeRecord(article, passages), passages };
}

function makeRecord(article: Article, passages: readonly Passage[]): ArticleRecord {
  return {
    id: article.id,
    path: article.path,
    sha256: article.sha256,
    textSha256: article.textSha256,
    size: article.size,
    modified: article.modified,
    ...(article.file === undefined ? {} : { file: article.file }),
    passages: passages.length,
    words: passages.reduce((words, { text }) => words + countWords(text), 0),
    metadata: article.metadata,
    lineage: traceLineage(article, passages),
  };
}

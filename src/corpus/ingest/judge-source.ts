// Files that may have changed → each read, held against the index and cut into passages where it is new; nothing is written.

import type { Article } from "../../core/article.ts";
import type { ArticleRecord } from "../../core/index-state.ts";
import type { SkippedSource } from "../../core/ingest-event.ts";
import type { Passage } from "../../core/passage.ts";
import type { ArticleSource, ReadResult } from "../../core/ports/article-source.ts";
import { countWords } from "../../text/words.ts";
import { traceLineage } from "../copies/trace-lineage.ts";
import { mapAhead } from "../map-ahead.ts";
import { chunkPassages } from "../read/chunk-passages.ts";
import { parseArticle } from "../read/parse-article.ts";
import {
  type ChangePlan,
  groupByFile,
  type IndexContent,
  listDropped,
  makeJudge,
  type Verdict,
} from "../read/plan-changes.ts";

/** A file that is to be stored. */
export interface NewArticle {
  readonly kind: "added" | "changed";
  /** An indexed article of the same content, whose vectors may serve again. */
  readonly twin: ArticleRecord | undefined;
  readonly record: ArticleRecord;
  readonly passages: readonly Passage[];
}

export type JudgedSource = { readonly id: string } & (
  | ({ readonly kind: "skipped" } & SkippedSource)
  /** Its file held it when it was indexed, and holds it no longer. */
  | { readonly kind: "dropped" }
  | Exclude<Verdict, { readonly twin: unknown }>
  | NewArticle
);

/** A listed file's id, and the articles in it, judged as they are asked for. */
export interface JudgedFile {
  readonly file: string;
  readonly articles: Iterable<JudgedSource>;
}

/** Files read before their turn: enough to hide the wait for a disk. */
const READ_AHEAD = 4;

/** In the plan's order. */
export async function* judgeFiles(
  source: ArticleSource,
  index: IndexContent,
  plan: ChangePlan,
  signal: AbortSignal | undefined,
): AsyncGenerator<JudgedFile, void> {
  const judge = makeJudge(index, plan.vanished);
  const indexed = groupByFile(index.records);
  const read = async ({ id: file }: { readonly id: string }) => ({
    file,
    results: await source.readFile(file, signal),
  });
  for await (const { file, results } of mapAhead(plan.toRead, READ_AHEAD, read)) {
    const dropped = listDropped(file, results, indexed.get(file) ?? []);
    yield { file, articles: judgeArticles(results, dropped, judge) };
  }
}

/** The articles of all files, one after another. */
export async function* judgeSources(
  ...asked: Parameters<typeof judgeFiles>
): AsyncGenerator<JudgedSource, void> {
  for await (const { articles } of judgeFiles(...asked)) yield* articles;
}

function* judgeArticles(
  results: readonly ReadResult[],
  dropped: readonly ArticleRecord[],
  judge: ReturnType<typeof makeJudge>,
): Generator<JudgedSource, void> {
  for (const result of results) yield judgeSource(result, judge);
  for (const { id } of dropped) yield { id, kind: "dropped" };
}

function judgeSource(result: ReadResult, judge: ReturnType<typeof makeJudge>): JudgedSource {
  const { id } = result;
  if (result.kind === "skipped") return result;
  const verdict = judge(result);
  if (verdict.kind === "touched") {
    const { path, size, modified } = result;
    return { id, kind: "touched", record: { ...verdict.record, path, size, modified } };
  }
  if (verdict.kind !== "added" && verdict.kind !== "changed") return { id, ...verdict };
  const article = parseArticle(result);
  const passages = chunkPassages(article);
  if (passages.length === 0) {
    const detail = "nothing in it reads as an article's text";
    return { kind: "skipped", id, reason: "no-prose", detail };
  }
  return { id, ...verdict, record: makeRecord(article, passages), passages };
}

function makeRecord(article: Article, passages: readonly Passage[]): ArticleRecord {
  const { id, path, sha256, textSha256, size, modified, file, metadata } = article;
  return {
    id,
    path,
    sha256,
    textSha256,
    size,
    modified,
    ...(file !== undefined && { file }),
    passages: passages.length,
    words: passages.reduce((words, { text }) => words + countWords(text), 0),
    metadata,
    lineage: traceLineage(article, passages),
  };
}

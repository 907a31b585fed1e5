// Files that may have changed → each read, held against the index and cut into passages where it is new; nothing is written.

import type { Article } from "../../core/article.ts";
import type { ArticleRecord, IndexedFile } from "../../core/index-state.ts";
import type { SkippedSource } from "../../core/ingest-event.ts";
import type { Passage } from "../../core/passage.ts";
import type { ArticleSource, ReadResult } from "../../core/ports/article-source.ts";
import type { PassageStore } from "../../core/ports/passage-store.ts";
import { countWords } from "../../text/words.ts";
import { traceLineage } from "../copies/trace-lineage.ts";
import { mapAhead } from "../map-ahead.ts";
import { chunkPassages } from "../read/chunk-passages.ts";
import { parseArticle } from "../read/parse-article.ts";
import {
  type ChangePlan,
  identifyContent,
  isPassing,
  isSameContent,
  judgeContent,
  listDropped,
  makeTwinFinder,
  type PlannedFile,
  type Verdict,
} from "../read/plan-changes.ts";
import { splitBatches } from "./embedding-requests.ts";

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
  /** It is indexed, and its file holds it no longer or is not to. */
  | { readonly kind: "dropped" }
  | Exclude<Verdict, { readonly twin: unknown }>
  | NewArticle
);

/** A listed file's id, and the articles in it, judged as they are asked for. */
export interface JudgedFile {
  readonly file: string;
  readonly articles: Iterable<JudgedSource>;
}

/** Where files come from, and what the index holds of them. */
export interface JudgePorts {
  readonly source: ArticleSource;
  readonly store: Pick<PassageStore, "recordsOf" | "tombstones">;
}

/** Files read before their turn: enough to hide the wait for a disk. */
const READ_AHEAD = 4;
/** Files whose records are asked for at once. */
const FILES_AT_ONCE = 256;

/** In the plan's order. */
export async function* judgeFiles(
  { source, store }: JudgePorts,
  indexed: readonly IndexedFile[],
  plan: ChangePlan,
  signal: AbortSignal | undefined,
): AsyncGenerator<JudgedFile, void> {
  const findTwin = makeTwinFinder(indexed, plan.vanished);
  const isAny = indexed.some(({ removed }) => removed.length > 0);
  const forgotten = new Set(isAny ? (await store.tombstones()).map(identifyContent) : []);
  const getRecords = async (ids: readonly string[]): Promise<ReadonlyMap<string, ArticleRecord>> =>
    new Map(ids.length === 0 ? [] : (await store.recordsOf(ids)).map((one) => [one.id, one]));
  const read = async (planned: PlannedFile) => ({
    planned,
    results: await source.readFile(planned.id, signal),
  });
  for (const some of splitBatches(plan.toRead, FILES_AT_ONCE)) {
    const own = await getRecords(some.flatMap(({ known }) => listIds(known)));
    for await (const { planned, results } of mapAhead(some, READ_AHEAD, read)) {
      const twinOf = new Map<string, string>();
      for (const result of results) {
        const isNew = result.kind === "read" && !isSameContent(result, own.get(result.id));
        const twin = isNew ? findTwin(result) : undefined;
        if (twin !== undefined) twinOf.set(result.id, twin);
      }
      const twins = await getRecords([...new Set(twinOf.values())]);
      const judge = (content: ReadResult & { kind: "read" }): Verdict => {
        const key = identifyContent(content);
        const twin = twins.get(twinOf.get(content.id) ?? "");
        const isTwin = twin !== undefined && identifyContent(twin) === key;
        const [record, isForgotten] = [own.get(content.id), forgotten.has(key)];
        return judgeContent(content, record, isForgotten, isTwin ? twin : undefined);
      };
      yield { file: planned.id, articles: judgeArticles(planned, results, judge) };
    }
  }
}

const listIds = (file: IndexedFile | undefined): readonly string[] =>
  file?.articles.map(({ id }) => id) ?? [];

/** The articles of all files, one after another. */
export async function* judgeSources(
  ...asked: Parameters<typeof judgeFiles>
): AsyncGenerator<JudgedSource, void> {
  for await (const { articles } of judgeFiles(...asked)) yield* articles;
}

function* judgeArticles(
  planned: PlannedFile,
  results: readonly ReadResult[],
  judge: (content: ReadResult & { kind: "read" }) => Verdict,
): Generator<JudgedSource, void> {
  const indexed = new Set(listIds(planned.known));
  for (const result of results) {
    const judged = judgeSource(result, judge);
    yield judged;
    const isOut = judged.kind === "forgotten" || (judged.kind === "skipped" && !isPassing(judged));
    if (isOut && indexed.has(judged.id)) yield { id: judged.id, kind: "dropped" };
  }
  for (const id of listDropped(planned, results)) yield { id, kind: "dropped" };
}

function judgeSource(
  result: ReadResult,
  judge: (content: ReadResult & { kind: "read" }) => Verdict,
): JudgedSource {
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

// Signs that a folder may have changed → its index kept up to date, with a receipt for every change.

import { PullquoteError } from "../../core/errors.ts";
import { type IndexedArticle, MARK_LENGTH } from "../../core/index-state.ts";
import type { IngestEvent, SkippedSource } from "../../core/ingest-event.ts";
import type { PassageStore } from "../../core/ports/passage-store.ts";
import type { IngestOptions } from "./ingest-corpus.ts";

/** What changed in the index, or why it could not be brought up to date. */
export type WatchEvent =
  | {
      readonly kind: "added" | "changed" | "moved" | "removed";
      readonly id: string;
      /** The article's title, where it has one. */
      readonly title?: string;
      /** Where it was before, if it was moved. */
      readonly from?: string;
    }
  | ({ readonly kind: "skipped" } & SkippedSource)
  /** The index stays as it is, and the next sign is waited for. The same fault is told once. */
  | { readonly kind: "fault"; readonly error: PullquoteError }
  | { readonly kind: "recovered" };

export interface WatchPorts {
  readonly signs: AsyncIterable<unknown>;
  readonly index: (options: IngestOptions) => AsyncIterable<IngestEvent>;
  readonly store: Pick<PassageStore, "list" | "totals" | "files" | "recordsOf">;
}

/**
 * Looks once before the first sign. Receipts compare the index with what it was at the receipts before, so
 * that what an answer or another program indexed meanwhile has its receipt too.
 * @throws what is no PullquoteError, and `interrupted`
 */
export async function* watchCorpus(
  { signs, index, store }: WatchPorts,
  signal: AbortSignal,
): AsyncGenerator<WatchEvent> {
  let known = await readKnown(store);
  let fault: string | undefined;
  let told = new Set<string>();
  const look = async function* (): AsyncGenerator<WatchEvent> {
    const result = await bringUpToDate(index, signal);
    const before = fault;
    fault = result instanceof PullquoteError ? result.message : undefined;
    if (result instanceof PullquoteError) {
      if (fault !== before) yield { kind: "fault", error: result };
      return;
    }
    if (before !== undefined) yield { kind: "recovered" };
    const now = await readChanges(store, known);
    yield* compareArticles(known.articles, now.articles);
    known = now;
    const fresh = result.filter((skipped) => !told.has(identify(skipped)));
    told = new Set(result.map(identify));
    yield* fresh.map((skipped) => ({ kind: "skipped", ...skipped }) as const);
  };
  yield* look();
  for await (const _ of signs) yield* look();
}

const identify = ({ id, detail }: SkippedSource): string => `${id}\n${detail}`;

/** Whatever is wrong with the folder now may be right at the next sign. @returns what was skipped */
async function bringUpToDate(
  index: WatchPorts["index"],
  signal: AbortSignal,
): Promise<readonly SkippedSource[] | PullquoteError> {
  try {
    for await (const event of index({ quick: true, signal })) {
      if (event.kind === "done") return event.summary.skipped;
    }
    return [];
  } catch (error) {
    if (error instanceof PullquoteError && error.code !== "interrupted") return error;
    throw error;
  }
}

interface KnownArticle {
  readonly id: string;
  /** The head of its text's digest. */
  readonly text: string;
  readonly title: string | undefined;
}

/** What the index held at a look. */
interface Known {
  /** Digest of all that it held: while it is the same, nothing is read. */
  readonly sha256: string;
  readonly articles: ReadonlyMap<string, KnownArticle>;
}

/** All of them, once. */
async function readKnown(store: WatchPorts["store"]): Promise<Known> {
  const articles = new Map<string, KnownArticle>();
  try {
    const { sha256 } = await store.totals();
    for await (const part of store.list(["textSha256", "metadata"])) {
      for (const { id, textSha256, metadata } of part) {
        const text = textSha256.slice(0, MARK_LENGTH);
        articles.set(id, { id, text, title: metadata.title?.value });
      }
    }
    return { sha256, articles };
  } catch (error) {
    if (error instanceof PullquoteError && error.code === "no-index")
      return { sha256: "", articles };
    throw error;
  }
}

/** From the list of files; the records only of those that are new or have another text. */
async function readChanges(store: WatchPorts["store"], known: Known): Promise<Known> {
  const { sha256 } = await store.totals();
  if (sha256 === known.sha256) return known;
  const held = (await store.files()).flatMap((file) => file.articles);
  const isKnown = ({ id, text }: IndexedArticle) => known.articles.get(id)?.text === text;
  const changed = held.filter((article) => !isKnown(article)).map(({ id }) => id);
  const titles = new Map(
    (await store.recordsOf(changed)).map(({ id, metadata }) => [id, metadata.title?.value]),
  );
  const articles = held.map((article): KnownArticle => {
    const { id } = article;
    const earlier = isKnown(article) ? known.articles.get(id) : undefined;
    return earlier ?? { ...article, title: titles.get(id) };
  });
  return { sha256, articles: new Map(articles.map((article) => [article.id, article])) };
}

function compareArticles(
  before: Known["articles"],
  after: Known["articles"],
): readonly WatchEvent[] {
  if (before === after) return [];
  const gone = [...before.values()].filter(({ id }) => !after.has(id));
  const events = [...after.values()].flatMap((article): WatchEvent[] => {
    const earlier = before.get(article.id)?.text;
    if (earlier === article.text) return [];
    if (earlier !== undefined) return [{ kind: "changed", ...name(article) }];
    const at = gone.findIndex(({ text }) => text === article.text);
    const [from] = at < 0 ? [] : gone.splice(at, 1);
    if (from === undefined) return [{ kind: "added", ...name(article) }];
    return [{ kind: "moved", from: from.id, ...name(article) }];
  });
  return [...events, ...gone.map((article) => ({ kind: "removed", ...name(article) }) as const)];
}

function name({ id, title }: KnownArticle) {
  return { id, ...(title !== undefined && { title }) };
}

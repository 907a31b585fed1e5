// Signs that a folder may have changed → its index kept up to date, with a receipt for every change.

import { PullquoteError } from "../../core/errors.ts";
import type { ArticleRecord } from "../../core/index-state.ts";
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
  readonly store: Pick<PassageStore, "records">;
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
  let known = await readRecords(store);
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
    const records = await readRecords(store);
    if (records !== known) yield* compareRecords(known, records);
    known = records;
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

const NONE: readonly ArticleRecord[] = [];

async function readRecords(store: WatchPorts["store"]): Promise<readonly ArticleRecord[]> {
  try {
    return await store.records();
  } catch (error) {
    if (error instanceof PullquoteError && error.code === "no-index") return NONE;
    throw error;
  }
}

function compareRecords(
  before: readonly ArticleRecord[],
  after: readonly ArticleRecord[],
): readonly WatchEvent[] {
  const then = new Map(before.map((record) => [record.id, record.textSha256]));
  const now = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !now.has(id));
  const events = after.flatMap((record): WatchEvent[] => {
    const earlier = then.get(record.id);
    if (earlier === record.textSha256) return [];
    if (earlier !== undefined) return [{ kind: "changed", ...name(record) }];
    const at = gone.findIndex(({ textSha256 }) => textSha256 === record.textSha256);
    const [from] = at < 0 ? [] : gone.splice(at, 1);
    if (from === undefined) return [{ kind: "added", ...name(record) }];
    return [{ kind: "moved", from: from.id, ...name(record) }];
  });
  return [...events, ...gone.map((record) => ({ kind: "removed", ...name(record) }) as const)];
}

function name({ id, metadata: { title } }: ArticleRecord) {
  return { id, ...(title !== undefined && { title: title.value }) };
}

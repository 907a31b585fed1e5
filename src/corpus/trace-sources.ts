// The sources of an answer and the index searched → the sources with what they share with other articles.

import type { Source } from "../core/answer.ts";
import type { SourceText } from "../core/article.ts";
import type { ArticleRecord } from "../core/index-state.ts";
import { listTraces, type Reuse, type TracedReliance } from "../core/lineage.ts";
import type { ArticleSource } from "../core/ports/article-source.ts";
import type { PassageStore } from "../core/ports/passage-store.ts";
import { listReported, scopeReported, sharesWords } from "./copies/compare-publishers.ts";
import { findRelated, pickRelated } from "./copies/find-related.ts";
import { traceReuse } from "./copies/find-shared-passages.ts";
import { toTraced } from "./copies/judge-copy.ts";
import { ProseReader } from "./read-articles.ts";

interface TracePorts {
  readonly source: ArticleSource;
  readonly store: PassageStore;
  /** What was read of the articles already. */
  readonly files: ReadonlyMap<string, SourceText>;
  /** Whether the reader asked about that article. */
  readonly isSearched: (record: ArticleRecord) => boolean;
}

/** More of one publisher within a month are not looked at. */
const MOST_NEAR = 2000;

/**
 * Articles that a filter left out are no copies here: the reader did not ask about them. Files are
 * read only of articles whose samples have something in common, and of those that are named.
 * @param articles the sources' records, at least
 */
export async function traceSources(
  sources: readonly Source[],
  articles: ReadonlyMap<string, ArticleRecord>,
  ports: TracePorts,
): Promise<readonly Source[]> {
  const records = new Map(articles);
  const reader = new ProseReader(ports.source, records, ports.files);
  const cited = sources.flatMap(({ articleId }) => articles.get(articleId) ?? []);
  const related = await findRelatedTo(cited, records, ports);
  const traced: Source[] = [];
  for (const one of sources) {
    const { copies = [], sharers = [] } = related.get(one.articleId) ?? {};
    const reuses = await traceReuses(one.articleId, sharers, reader);
    const restsOn = await traceReliances(one, records, reader, ports);
    traced.push({
      ...one,
      ...(copies.length > 0 && { copies }),
      ...(reuses.length > 0 && { reuses }),
      ...(restsOn.length > 0 && { restsOn }),
    });
  }
  return traced;
}

/** Adds the records that it looks up to `records`. */
async function findRelatedTo(
  cited: readonly ArticleRecord[],
  records: Map<string, ArticleRecord>,
  { store, isSearched }: TracePorts,
): Promise<ReturnType<typeof findRelated>> {
  const traced = cited.flatMap((record) => toTraced(record) ?? []);
  const holders = await store.holdersOf(traced.flatMap(listTraces));
  const { few, ids } = pickRelated(traced, holders);
  const found = [
    ...(await store.recordsOf(ids)),
    ...(await store.withText(cited.map(({ textSha256 }) => textSha256))),
  ].filter(isSearched);
  const all = new Map([...cited, ...found].map((record) => [record.id, record]));
  for (const [id, record] of all) records.set(id, record);
  const ordered = [...all.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  return findRelated(
    few,
    ordered.flatMap((record) => toTraced(record) ?? []),
  );
}

async function traceReuses(
  articleId: string,
  sharers: readonly string[],
  reader: ProseReader,
): Promise<readonly Reuse[]> {
  const reuses: Reuse[] = [];
  for (const other of sharers) {
    const reuse = traceReuse(await reader.read(articleId), other, await reader.read(other));
    if (reuse !== undefined) reuses.push(reuse);
  }
  return reuses;
}

/** Each publisher with the articles of it that share a sentence or a quotation, where there are any. */
async function traceReliances(
  { articleId, restsOn = [] }: Source,
  records: Map<string, ArticleRecord>,
  reader: ProseReader,
  ports: TracePorts,
): Promise<readonly TracedReliance[]> {
  const resting = records.get(articleId);
  const traced: TracedReliance[] = [];
  for (const reliance of restsOn) {
    const meant: string[] = [];
    const near = resting === undefined ? [] : await findReported(reliance, resting, ports);
    for (const record of near) {
      records.set(record.id, record);
      const shares = sharesWords(await reader.read(articleId), await reader.read(record.id));
      if (shares) meant.push(record.id);
    }
    traced.push(meant.length === 0 ? reliance : { ...reliance, articles: meant });
  }
  return traced;
}

async function findReported(
  { name }: Pick<TracedReliance, "name">,
  resting: ArticleRecord,
  { store, isSearched }: TracePorts,
): Promise<readonly ArticleRecord[]> {
  const scope = scopeReported(name, resting);
  const near = scope === undefined ? [] : await store.newest(MOST_NEAR, scope);
  const known = new Map(near.filter(isSearched).map((record) => [record.id, record]));
  return listReported(name, resting, known.values()).flatMap((id) => known.get(id) ?? []);
}

// The sources of an answer and all articles searched → the sources with their copies, counted.

import type { Answer, Quote, Source } from "../model/answer.ts";
import type { Comparison, ComparisonVerdict } from "../model/comparison.ts";
import type { ArticleRecord } from "../model/index-state.ts";
import { countIndependent } from "../stages/trace/count-independent.ts";
import { listCopiesOf } from "../stages/trace/judge-copy.ts";
import {
  findSharedSpeaker,
  listAlwaysSharing,
  listSharing,
} from "../stages/trace/share-speakers.ts";
import { toTraced } from "../stages/trace/to-traced.ts";
import type { VerifiedPosition } from "../stages/verify/verify-answer.ts";

/** Articles that a filter left out are no copies here: the reader did not ask about them. */
export function traceSources(
  sources: readonly Source[],
  articles: ReadonlyMap<string, ArticleRecord>,
): Pick<Answer, "sources" | "independent"> {
  const all = [...articles.values()].flatMap((record) => toTraced(record) ?? []);
  const traced = sources.map((source) => {
    const own = toTraced(articles.get(source.articleId));
    const copies = own === undefined ? [] : listCopiesOf(own, all);
    return copies.length === 0 ? source : { ...source, copies };
  });
  return { sources: traced, ...countSources(traced) };
}

/** Nothing when no source is a copy of another one. */
export function countSources(sources: readonly Source[]): Pick<Answer, "independent"> {
  const independent = countVoices(sources);
  return independent < sources.length ? { independent } : {};
}

/**
 * Positions with their voices counted, copies as one and one speaker as one. Where verification left fewer positions than a
 * difference or an agreement needs, the verdict says so.
 */
export function countPositions(
  verdict: ComparisonVerdict,
  positions: readonly VerifiedPosition[],
  { quotes, sources }: { readonly quotes: readonly Quote[]; readonly sources: readonly Source[] },
): Pick<Answer, "comparison"> {
  if (positions.length === 0) return {};
  const quoteOf = new Map(quotes.map((quote) => [quote.number, quote]));
  const counted = positions.map((position) => {
    const cited = position.citations.flatMap((number) => quoteOf.get(number) ?? []);
    const shared = findSharedSpeaker(cited);
    const told = {
      ...position,
      independent: countVoices(pickSources(sources, cited), listSharing(cited)),
      ...(shared !== undefined && { sharedSpeaker: shared }),
    };
    return { cited, told };
  });
  const all = counted.flatMap(({ cited }) => cited);
  const taking = pickSources(sources, all);
  const comparison: Comparison = {
    verdict: judge(verdict, positions.length, countVoices(taking)),
    positions: counted.map(({ told }) => told),
    independent: countVoices(taking, listAlwaysSharing(counted.map(({ cited }) => cited))),
  };
  return { comparison };
}

function judge(verdict: ComparisonVerdict, positions: number, voices: number): ComparisonVerdict {
  if (verdict === "differ" && positions > 1) return "differ";
  return voices > 1 ? "agree" : "alone";
}

function pickSources(sources: readonly Source[], cited: readonly Quote[]): readonly Source[] {
  const ids = new Set(cited.map(({ articleId }) => articleId));
  return sources.filter(({ articleId }) => ids.has(articleId));
}

/** Copies count once; `sharing` names, by article, others that count as copies of it. */
function countVoices(
  sources: readonly Source[],
  sharing: ReadonlyMap<string, readonly string[]> = new Map(),
): number {
  return countIndependent(
    sources.map(({ articleId, copies = [] }) => ({
      id: articleId,
      copies: [...copies, ...(sharing.get(articleId) ?? [])],
    })),
  );
}

// Sources and quotes of an answer → how many of them are independent, as a whole and for each position.

import type { Answer, Quote, Source } from "../core/answer.ts";
import type { Comparison, ComparisonVerdict } from "../core/comparison.ts";
import { countIndependent } from "../corpus/copies/find-copies.ts";
import { joinVoices, nameVoices, type VoiceLink } from "../corpus/copies/join-voices.ts";
import {
  findSharedSpeaker,
  listAlwaysSharing,
  listSharing,
} from "../corpus/copies/share-speakers.ts";
import type { VerifiedPosition } from "../quote/verify-answer.ts";

/** Nothing when every source is a voice of its own. */
export function countSources(
  sources: readonly Source[],
  quotes: readonly Quote[],
): Pick<Answer, "independent" | "oneVoice"> {
  const links = joinVoices(sources, quotes);
  const independent = countLinked(sources, links);
  return independent < sources.length ? { independent, oneVoice: nameVoices(links) } : {};
}

/**
 * Positions with their voices counted: what stands in one text, is had from another article that takes
 * the same position, or is one speaker's, is one. Where verification left fewer positions than a
 * difference or an agreement needs, the verdict says so.
 */
export function countPositions(
  verdict: ComparisonVerdict,
  positions: readonly VerifiedPosition[],
  { quotes, sources }: { readonly quotes: readonly Quote[]; readonly sources: readonly Source[] },
): Pick<Answer, "comparison"> {
  if (positions.length === 0) return {};
  const quoteOf = new Map(quotes.map((quote) => [quote.number, quote]));
  const count = (cited: readonly Quote[], sharing?: Sharing): number => {
    const taking = pickSources(sources, cited);
    return countLinked(taking, joinVoices(taking, cited), sharing);
  };
  const counted = positions.map((position) => {
    const cited = position.citations.flatMap((number) => quoteOf.get(number) ?? []);
    const shared = findSharedSpeaker(cited);
    const told = {
      ...position,
      independent: count(cited, listSharing(cited)),
      ...(shared !== undefined && { sharedSpeaker: shared }),
    };
    return { cited, told };
  });
  const all = counted.flatMap(({ cited }) => cited);
  const comparison: Comparison = {
    verdict: judge(verdict, positions.length, count(all)),
    positions: counted.map(({ told }) => told),
    independent: count(all, listAlwaysSharing(counted.map(({ cited }) => cited))),
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

/** By article, others that give the same speaker's words. */
type Sharing = ReadonlyMap<string, readonly string[]>;

function countLinked(
  sources: readonly Source[],
  links: readonly VoiceLink[],
  sharing: Sharing = new Map(),
): number {
  return countIndependent(
    sources.map(({ articleId: id }) => ({
      id,
      copies: [...listLinked(id, links), ...(sharing.get(id) ?? [])],
    })),
  );
}

/** Links go both ways here: of two that are one voice, one is counted. */
function listLinked(articleId: string, links: readonly VoiceLink[]): readonly string[] {
  return links.flatMap(({ own, other }) => {
    if (own.articleId === articleId) return other.articleId;
    return other.articleId === articleId ? own.articleId : [];
  });
}

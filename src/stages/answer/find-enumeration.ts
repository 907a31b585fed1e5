// Candidates and the best of them → the items of the enumeration that answers, where an article numbers them.

import type { Candidate } from "./rank-sentences.ts";

const FIRST =
  /^(?:first(?:ly)?|for one|for a start|to begin with|one (?:reason|factor|cause|group|way))\b/iu;
const FURTHER =
  /^(?:(?:an?|the|and) )?(?:second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|sixth(?:ly)?|another|in addition,|next,|then there (?:is|are)|also,)(?!\p{L})/iu;
const LAST = /^(?:(?:a|the) )?(?:(?:and )?finally|last(?:ly)?(?: of all)?)\b/iu;

/** Code units between a sentence and the one before it in its paragraph. */
const INSIDE_PARAGRAPH = 1;
/** How near to the best rank the enumeration's best item must come. */
const ITEM_SHARE = 0.7;
/** Fewer items are no enumeration. */
const LEAST_ITEMS = 3;

/**
 * In the article's order: "First, …", "A second …", "Finally, …", from one opening to the next, each
 * at the head of a paragraph. Of several, the one whose items rank best together. Empty where no article numbers what answers.
 */
export function findEnumeration(candidates: readonly Candidate[]): readonly Candidate[] {
  const top = candidates[0]?.rank ?? 0;
  const groups = [...new Set(candidates.map(({ articleId }) => articleId))]
    .flatMap((id) => groupItems(candidates.filter(({ articleId }) => articleId === id)))
    .filter((items) => items.length >= LEAST_ITEMS)
    .filter((items) => Math.max(...items.map(({ rank }) => rank)) >= top * ITEM_SHARE);
  return groups.sort((one, other) => averageRank(other) - averageRank(one))[0] ?? [];
}

function groupItems(ofArticle: readonly Candidate[]): Candidate[][] {
  const groups: Candidate[][] = [];
  const ordered = ofArticle.toSorted((one, other) => one.start - other.start);
  for (const [place, candidate] of ordered.entries()) {
    const before = ordered[place - 1];
    if (before !== undefined && candidate.start - before.end <= INSIDE_PARAGRAPH) continue;
    const text = candidate.text.replace(/^[\s“"'‘(]+/u, "");
    if (FIRST.test(text)) groups.push([candidate]);
    else if (FURTHER.test(text)) groups.at(-1)?.push(candidate);
    else if (LAST.test(text)) {
      groups.at(-1)?.push(candidate);
      groups.push([]);
    }
  }
  return groups;
}

function averageRank(items: readonly Candidate[]): number {
  return items.reduce((sum, { rank }) => sum + rank, 0) / items.length;
}

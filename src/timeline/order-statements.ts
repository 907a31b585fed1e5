// Evidence on a subject → its sentences that can be dated, the earliest first, undated ones last.

import type { Evidence, ScoredPassage } from "../core/evidence.ts";
import type { ArticleRecord } from "../core/index-state.ts";
import { publishedDay } from "../core/published-day.ts";
import { listContentStems } from "../english/stems.ts";
import { foldTypography } from "../text/fold-typography.ts";
import { weighTerm } from "../text/term-weight.ts";
import { type Basis, type DatedStatement, dateStatement } from "./date-statement.ts";
import { findOtherDates } from "./find-other-dates.ts";

/** Least share of the subject's weight; without a date of its own a sentence needs more. */
const LEAST: Readonly<Record<Basis, number>> = {
  text: 0.5,
  partial: 0.5,
  published: 0.8,
  none: 0.8,
};
/** What a word counts that stands around the sentence and not in it. */
const AROUND = 0.25;
/** Statements without any date that are shown at most, after all others. */
const UNDATED = 5;

/** At most `limit`, those that carry most of the subject; what cannot be placed stands last. */
export function orderStatements(evidence: Evidence, limit: number): readonly DatedStatement[] {
  const weights = new Map(
    evidence.terms.map(({ stem, passages }) => [stem, weighTerm(passages, evidence.found)]),
  );
  const found = dropRepeated(
    evidence.passages
      .flatMap((scored) => {
        const record = evidence.articles.get(scored.passage.articleId);
        return readStatements(scored, record, weights);
      })
      .sort((one, other) => other.share - one.share),
  );
  const undated = found.filter(({ basis }) => basis === "none").slice(0, UNDATED);
  const dated = found.filter(({ basis }) => basis !== "none").slice(0, limit);
  const chosen = [...dated, ...undated.slice(0, Math.max(limit - dated.length, 0))];
  return findOtherDates(chosen, evidence.articles).sort(
    (one, other) => comparePlaces(one, other) || one.quote.start - other.quote.start,
  );
}

/** A sentence that two articles have word for word is one statement. */
function dropRepeated(found: readonly DatedStatement[]): readonly DatedStatement[] {
  const seen = new Set<string>();
  return found.filter(({ quote }) => {
    const words = foldTypography(quote.text).text.trim();
    if (seen.has(words)) return false;
    seen.add(words);
    return true;
  });
}

function comparePlaces(one: DatedStatement, other: DatedStatement): number {
  const [left, right] = [one, other].map(placeOf);
  if (left === right) return one.quote.articleId < other.quote.articleId ? -1 : 1;
  return (left ?? "") < (right ?? "") ? -1 : 1;
}

/** By the first day, what is told more precisely first; then times that nobody can resolve, then none. */
function placeOf({ days, basis }: DatedStatement): string {
  return days === undefined ? `9999 ${basis === "none"}` : `${days.from} ${days.to}`;
}

function readStatements(
  { passage }: ScoredPassage,
  record: ArticleRecord | undefined,
  weights: ReadonlyMap<string, number>,
): readonly DatedStatement[] {
  const { articleId } = passage;
  const around = new Set(
    listContentStems(`${passage.text} ${record?.metadata.title?.value ?? ""}`),
  );
  const published = publishedDay(record?.metadata);
  return passage.sentences.flatMap(({ start, end }): DatedStatement[] => {
    const text = passage.text.slice(start - passage.start, end - passage.start);
    const share = measureShare(new Set(listContentStems(text)), around, weights);
    const dated = dateStatement(text, published);
    if (dated === undefined || share < LEAST[dated.basis]) return [];
    return [{ ...dated, share, quote: { articleId, start, end, text } }];
  });
}

/** 0 where the sentence itself has no word of the subject. */
function measureShare(
  own: ReadonlySet<string>,
  around: ReadonlySet<string>,
  weights: ReadonlyMap<string, number>,
): number {
  let [held, all, isNamed] = [0, 0, false];
  for (const [stem, weight] of weights) {
    all += weight;
    if (own.has(stem)) {
      isNamed = true;
      held += weight;
    } else if (around.has(stem)) held += weight * AROUND;
  }
  return isNamed && all > 0 ? held / all : 0;
}

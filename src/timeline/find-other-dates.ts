// Dated statements → the same, each beside those of other articles that date the same event otherwise.

import type { ArticleRecord } from "../core/index-state.ts";
import { publishedDay } from "../core/published-day.ts";
import { listContentStems } from "../english/stems.ts";
import { findTimes } from "../english/times/find-times.ts";
import { measureContainment } from "../text/similarity.ts";
import type { DatedStatement } from "./date-statement.ts";

/** From this containment of stems on, dates aside, two sentences tell the same event. */
const SAME_SHARE = 0.75;
/** A sentence of fewer stems than this tells too little to be held against another. */
const LEAST_STEMS = 3;

/**
 * Only sentences that give a date themselves, of two articles: what one article tells twice at two
 * dates happened twice.
 */
export function findOtherDates(
  statements: readonly DatedStatement[],
  articles: ReadonlyMap<string, ArticleRecord>,
): DatedStatement[] {
  const stems = new Map(
    statements.map((statement) => [statement, listEventStems(statement, articles)]),
  );
  return statements.map((statement) => {
    const own = stems.get(statement) ?? new Set();
    const otherwise = statements.filter(
      (other) =>
        isApart(statement, other) &&
        Math.min(own.size, stems.get(other)?.size ?? 0) >= LEAST_STEMS &&
        measureContainment(own, stems.get(other) ?? new Set()) >= SAME_SHARE,
    );
    return otherwise.length === 0 ? statement : { ...statement, otherwise };
  });
}

function isApart(one: DatedStatement, other: DatedStatement): boolean {
  if (one.basis !== "text" || other.basis !== "text") return false;
  if (one.days === undefined || other.days === undefined) return false;
  if (one.quote.articleId === other.quote.articleId) return false;
  return one.days.to < other.days.from || other.days.to < one.days.from;
}

/** What the sentence tells, without its times. */
function listEventStems(
  { quote: { text, articleId } }: DatedStatement,
  articles: ReadonlyMap<string, ArticleRecord>,
): ReadonlySet<string> {
  const published = publishedDay(articles.get(articleId)?.metadata);
  let rest = text;
  for (const { start, end } of findTimes(text, published).toReversed()) {
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  }
  return new Set(listContentStems(rest));
}

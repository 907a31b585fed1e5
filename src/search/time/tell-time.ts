// What was asked of time, what was done about it and the outcome → what is to be told of it.

import type { AnswerOutcome } from "../../core/answer.ts";
import { publishedDay } from "../../core/article.ts";
import type { ArticleRecord } from "../../core/index-state.ts";
import type { AnswerTime } from "../../core/time.ts";

export type HandledTime = Omit<AnswerTime, "newest" | "later" | "undated">;

/**
 * Of an answer the newest article that it quotes, of an abstention the newest searched. Articles without
 * a known date are counted, and never taken for old or new.
 */
export function tellTime(
  handled: HandledTime,
  outcome: AnswerOutcome,
  articles: ReadonlyMap<string, ArticleRecord>,
): AnswerTime {
  const cited = new Set(
    outcome.sources.filter(({ quotes }) => quotes.length > 0).map(({ articleId }) => articleId),
  );
  const all = [...articles.values()];
  const shown = outcome.kind === "answer" ? all.filter(({ id }) => cited.has(id)) : all;
  const days = shown.flatMap((record) => {
    const published = publishedDay(record.metadata);
    return published === undefined ? [] : [{ articleId: record.id, published }];
  });
  const newest = days.toSorted((one, other) => (one.published < other.published ? 1 : -1))[0];
  const later =
    newest === undefined
      ? 0
      : all.filter((one) => (publishedDay(one.metadata) ?? "") > newest.published).length;
  const isKnown = handled.kind !== "present" || newest !== undefined;
  return {
    ...handled,
    basis: isKnown ? handled.basis : "untold",
    ...(newest !== undefined && { newest }),
    later,
    undated: shown.length - days.length,
  };
}

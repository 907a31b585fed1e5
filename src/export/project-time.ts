// What was asked of time, and the times in a quote → the parts of --json that tell them.

import type { AnswerOutcome, Quote, Source } from "../core/answer.ts";
import { findTimes } from "../english/times/find-times.ts";
import type { FoundTime } from "../english/times/found-time.ts";
import { tellsOfSaying } from "../english/times/tells-of-saying.ts";
import type { Json } from "./json.ts";

/** Days are `YYYY-MM-DD`, open ends `null`; `null` where nothing was asked of time. */
export function projectTime({ time }: AnswerOutcome): Json {
  if (time === undefined) return null;
  const { kind, asked, today, from, to, event, basis, newest, later, undated, leftOut } = time;
  const named = event && {
    words: event.words,
    relation: event.relation,
    from: event.days?.from ?? null,
    to: event.days?.to ?? null,
    quotes: event.quotes,
    saying: event.saying,
  };
  return {
    kind,
    asked,
    today,
    from: from ?? null,
    to: to ?? null,
    event: named ?? null,
    basis,
    newest: newest === undefined ? null : { ...newest },
    later,
    undated,
    leftOut,
  };
}

/**
 * When it was published, when it was said, when it happened: each as far as the quote and its article
 * tell. Spans are the article's; days are `null` where nobody can tell which are meant.
 */
export function projectQuoteTimes({ text, start }: Quote, source: Source | undefined): Json {
  const published = source?.published ?? null;
  const times = findTimes(text, published?.slice(0, 10));
  const isSaid = (time: FoundTime): boolean => tellsOfSaying(text, time.start, time.end);
  const project = (time: FoundTime): Json => ({
    text: text.slice(time.start, time.end),
    start: start + time.start,
    end: start + time.end,
    from: time.days?.from ?? null,
    to: time.days?.to ?? null,
  });
  return {
    published,
    said: times.filter(isSaid).map(project),
    happened: times.filter((time) => !isSaid(time)).map(project),
  };
}

// Passages on an event → the sentences that say when it was, and the days that a question bound by it asks about.

import { publishedDay } from "../../core/article.ts";
import type { DraftQuote } from "../../core/draft.ts";
import type { ScoredPassage } from "../../core/evidence.ts";
import type { ArticleRecord } from "../../core/index-state.ts";
import type { AskedEvent, DaySpan } from "../../core/time.ts";
import { listContentStems } from "../../english/stems.ts";
import { addDays } from "../../english/times/calendar.ts";
import { findTimes } from "../../english/times/find-times.ts";
import { tellsOfSaying } from "../../english/times/read-context.ts";
import type { Days } from "./filter-by-days.ts";

/** A sentence that dates the event. */
export interface EventDate {
  readonly days: DaySpan;
  readonly quote: DraftQuote;
}

export interface FoundEvent {
  /** Absent where no sentence dates it, and where sentences date it differently. */
  readonly days?: DaySpan;
  /** One sentence for each date told, the first of them the most precise; at most three. */
  readonly dates: readonly EventDate[];
}

const HAPPENED =
  "(?:began|begun|beginning|start(?:ed|ing)?|broke out|took place|happened|occurred|came|was|were|struck|hit|opened|held|fell|followed|resumed|launched)";
const CAUSED =
  "(?:began|started|launched|staged|held|carried out|opened|called|declared|signed|ordered|resumed|set off)";
const ON = "(?:on|in|since|from|of|at|during)";
const MOST_DATES = 3;

/** Only where the words that stand between the event and a time say that the one was at the other. */
export function findEventDays(
  event: string,
  passages: readonly ScoredPassage[],
  articles: ReadonlyMap<string, ArticleRecord>,
): FoundEvent {
  const naming = nameEvent(event);
  const found = passages
    .flatMap(({ passage }) => {
      const published = publishedDay(articles.get(passage.articleId)?.metadata);
      return passage.sentences.flatMap(({ start, end }): EventDate[] => {
        const text = passage.text.slice(start - passage.start, end - passage.start);
        const days = naming === undefined ? undefined : dateEvent(text, naming, published);
        return days === undefined
          ? []
          : [{ days, quote: { articleId: passage.articleId, start, end, text } }];
      });
    })
    .sort((one, other) => measureLength(one.days) - measureLength(other.days));
  const dates = found
    .filter(({ days }, place) => found.findIndex((other) => meets(other.days, days)) === place)
    .slice(0, MOST_DATES);
  const [only, ...others] = dates;
  return { dates, ...(only !== undefined && others.length === 0 && { days: only.days }) };
}

/** The event's words in order, whatever their ending; undefined for an event without any. */
function nameEvent(event: string): string | undefined {
  const stems = listContentStems(event);
  if (stems.length === 0) return undefined;
  const words = stems.map((stem) => `${stem.replace(/[^\p{L}\p{N}]/gu, ".")}\\p{L}{0,4}`);
  return `(?<![\\p{L}\\p{N}])${words.join("[ -](?:[\\p{L}]+[ -])?")}(?![\\p{L}\\p{N}])`;
}

function dateEvent(
  text: string,
  naming: string,
  published: string | undefined,
): DaySpan | undefined {
  if (!new RegExp(naming, "iu").test(text)) return undefined;
  const linked = listLinks(naming);
  return findTimes(text, published).find(({ start, end, days }) => {
    if (days === undefined || tellsOfSaying(text, start, end)) return false;
    return linked.some(
      ({ before, after }) => before.test(text.slice(0, start)) && after.test(text.slice(end)),
    );
  })?.days;
}

/** What must stand before the time and behind it. */
function listLinks(naming: string): readonly { before: RegExp; after: RegExp }[] {
  const unbound = /^/u;
  const gap = "(?: [\\p{L}’'-]+){0,4}?";
  return [
    { before: new RegExp(`${naming}${gap} ${HAPPENED}${gap} (?:${ON} )?$`, "iu"), after: unbound },
    { before: new RegExp(`${naming},? ${ON} $`, "iu"), after: unbound },
    { before: new RegExp(`${CAUSED}${gap} ${naming}${gap} ${ON} $`, "iu"), after: unbound },
    { before: unbound, after: new RegExp(`^(?:['’]s)? (?:[\\p{L}]+ )?${naming}`, "iu") },
    {
      before: /(?:^|\s)(?:on|in) $/iu,
      after: new RegExp(`^,? (?:[\\p{L}’'-]+ ){0,4}?${naming}${gap} ${HAPPENED}`, "iu"),
    },
  ];
}

function measureLength({ from, to }: DaySpan): number {
  return Date.parse(to) - Date.parse(from);
}

function meets(one: DaySpan, other: DaySpan): boolean {
  return one.from <= other.to && other.from <= one.to;
}

/** An event's days and how a question is bound by them → the days that it asks about; whether a sentence says so itself. */
export function boundByEvent({ from, to }: DaySpan, relation: AskedEvent["relation"]): Days {
  switch (relation) {
    case "before":
      return { to: addDays(from, -1) };
    case "until":
      return { to: from };
    case "after":
      return { from: addDays(to, 1) };
    case "since":
      return { from };
    case "during":
      return { from, to };
  }
}

const SAME: Readonly<Record<AskedEvent["relation"], string>> = {
  before: "before|prior to|ahead of|until",
  until: "until|till|before",
  after: "after|since|following|in the wake of",
  since: "since|after|following",
  during: "during|amid|in the course of",
};

/** "Before the Russian strikes": the relation's word, and soon behind it the event's words. */
export function saysOfEvent(
  text: string,
  { words, relation }: Pick<AskedEvent, "words" | "relation">,
): boolean {
  const stems = listContentStems(words);
  const behind = new RegExp(`(?<![\\p{L}])(?:${SAME[relation]}) (?<rest>[^.;]{1,60})`, "giu");
  return Array.from(
    text.matchAll(behind),
    ({ groups }) => new Set(listContentStems(groups?.["rest"] ?? "")),
  ).some((near) => stems.every((stem) => near.has(stem)));
}

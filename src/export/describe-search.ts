// What was searched, and what was asked of time → the receipt of an answer or an abstention, in sentences.

import type { AnswerOutcome } from "../core/answer.ts";
import type { NoteAbove } from "../core/draft.ts";
import { describeScan, leastSure } from "../core/place.ts";
import type { Filters } from "../core/question.ts";
import type { AnswerTime, AskedEvent } from "../core/time.ts";
import { nameDate, nameDays } from "../english/iso-date.ts";
import { nameArticle } from "./cite-sources.ts";

/** What stands below an answer or a refusal, a line each: time, search and writing. Not yet made safe. */
export function describeReceipt(outcome: AnswerOutcome): readonly string[] {
  return [...describeTime(outcome), describeSearch(outcome), ...describeWriting(outcome)];
}

/** `Searched 5 articles, 41 passages.` with what was left out and why. Not yet made safe. */
export function describeSearch({ searched, filters }: AnswerOutcome): string {
  const { articles, passages, undated } = searched;
  const parts = [`Searched ${count(articles, "article")}, ${count(passages, "passage")}.`];
  const conditions = describeFilters(filters);
  if (conditions !== "") parts.push(`Only ${conditions}.`);
  if (undated > 0) parts.push(`Left out for want of a date: ${count(undated, "article")}.`);
  return parts.join(" ");
}

/** What was refused of a draft, then what the writer has to say of itself. Not yet made safe. */
export function describeWriting(outcome: AnswerOutcome): readonly string[] {
  const { rejected, notes = [] } = outcome;
  const quotes = rejected.filter((refused) => "articleId" in refused).length;
  const statements = rejected.length - quotes;
  const refused = [
    quotes > 0 ? `${count(quotes, "quote")} not found word for word at the place named` : "",
    statements > 0 ? `${count(statements, "statement")} not carried by the articles` : "",
  ].filter((part) => part !== "");
  const left = refused.length === 0 ? [] : [`Left out of the draft: ${refused.join("; ")}.`];
  return [
    ...describeScans(outcome),
    ...left,
    ...notes.flatMap(({ code, text }) => (ABOVE.has(code) ? [] : text)),
  ];
}

/** What a scan says is what an engine read in it: a line for each such source that is quoted. */
function describeScans({ sources }: AnswerOutcome): readonly string[] {
  return sources.flatMap((source) => {
    const sure = leastSure(source.quotes.flatMap(({ places = [] }) => places));
    if (sure === undefined) return [];
    return `${nameArticle(source)}: ${describeScan(sure)}, not verified against the page.`;
  });
}

const ABOVE: ReadonlySet<string> = new Set<NoteAbove>(["weak-evidence", "words-alone"]);

/** What stands above an answer; nothing above most. Not yet made safe. */
export function tellWeakness({ notes = [] }: Pick<AnswerOutcome, "notes">): readonly string[] {
  return notes.flatMap(({ code, text }) => (ABOVE.has(code) ? text : []));
}

/** `published by CNN; since 2016-01-01`; empty where there are none. */
export function describeFilters({
  articles,
  publishers,
  authors,
  speakers,
  since,
  until,
  asOf,
}: Filters = {}): string {
  return [
    articles?.length ? `articles matching ${articles.join(", ")}` : "",
    publishers?.length ? `published by ${publishers.join(", ")}` : "",
    authors?.length ? `written by ${authors.join(", ")}` : "",
    speakers?.length ? `what ${speakers.join(", ")} said` : "",
    since ? `since ${since}` : "",
    until ? `until ${until}` : "",
    asOf ? `what was published by ${asOf}` : "",
  ]
    .filter((condition) => condition !== "")
    .join("; ");
}

/** None where nothing was asked of time. Plain text, not yet made safe. */
export function describeTime(outcome: AnswerOutcome): readonly string[] {
  const { time } = outcome;
  if (time === undefined) return [];
  const parts = {
    present: () => describePresent(time, outcome),
    window: () => describeWindow(time, outcome),
    event: () => describeEvent(time, outcome),
  }[time.kind]();
  return [parts.filter((part) => part !== "").join(" ")];
}

function describePresent(time: AnswerTime, outcome: AnswerOutcome): readonly string[] {
  const { newest, undated, asked, to } = time;
  if (to !== undefined) return describeWindow(time, outcome);
  if (outcome.kind === "abstention") return [nameNewest(time, outcome)];
  if (newest === undefined) {
    return [
      `“${asked}”: no article quoted has a known date, so which of them is the newest cannot be told.`,
    ];
  }
  const source = outcome.sources.find(({ articleId }) => articleId === newest.articleId);
  const named = source === undefined ? newest.articleId : nameArticle(source);
  return [
    `“${asked}”: as of ${nameDate(newest.published)}, the newest article that says so (${named});`,
    nameLater(time.later),
    saysOtherwise(outcome, newest.articleId)
      ? "Older articles say otherwise: look where the sources differ."
      : "",
    undated === 0
      ? ""
      : `${count(undated, "article")} quoted ${undated === 1 ? "has" : "have"} no known date, and may be newer.`,
  ];
}

function nameLater(later: number): string {
  if (later === 0) return "no later article was searched.";
  return later === 1
    ? "the one later article was not found to say it."
    : `of ${later.toLocaleString("en-US")} later articles none was found to say it.`;
}

/** Whether a position that the newest article takes no part in is there. */
function saysOtherwise(outcome: AnswerOutcome, newest: string): boolean {
  const comparison = outcome.kind === "answer" ? outcome.comparison : undefined;
  if (outcome.kind === "abstention" || comparison?.verdict !== "differ") return false;
  const numbers = outcome.quotes
    .filter(({ articleId }) => articleId === newest)
    .map(({ number }) => number);
  return comparison.positions.some(
    ({ citations }) => !citations.some((citation) => numbers.includes(citation)),
  );
}

function describeWindow(time: AnswerTime, outcome: AnswerOutcome): readonly string[] {
  const read = nameReading(time);
  if (outcome.kind === "abstention") {
    return [read === "" ? "" : `“${time.asked}”: ${read}.`, nameNewest(time, outcome)];
  }
  const kept =
    time.basis === "told"
      ? "only what is told of it is quoted."
      : "nothing found is known to tell of it; the articles quoted have no known date and do not say when it was so.";
  return [`“${time.asked}”: ${read === "" ? "" : `${read}; `}${kept}`, nameLeftOut(time.leftOut)];
}

/** "2025, counted from 21 November 2026"; nothing where the words asked say it all. */
function nameReading({ asked, from, to, today }: AnswerTime): string {
  const named = nameDays({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) });
  if (asked.endsWith(named)) return "";
  return /\d{4}/.test(asked) ? named : `${named}, counted from ${nameDate(today)}`;
}

function nameLeftOut(leftOut: number): string {
  return leftOut === 0 ? "" : `Left out as told of another time: ${count(leftOut, "sentence")}.`;
}

function nameNewest({ kind, newest, undated, asked }: AnswerTime, outcome: AnswerOutcome): string {
  const { articles } = outcome.searched;
  if (articles === 0) return "";
  const isCounted = kind !== "present" && !/\d{4}/.test(asked);
  const hint = isCounted ? " Another day to count from: --as-of DATE." : "";
  if (newest === undefined) return `No article searched has a known date.${hint}`;
  const unknown = undated === 0 ? "" : ` (${count(undated, "article")} without a known date)`;
  return `The newest article searched is of ${nameDate(newest.published)}${unknown}.${hint}`;
}

function describeEvent(time: AnswerTime, outcome: AnswerOutcome): readonly string[] {
  const { event, leftOut, asked } = time;
  if (event === undefined) return [];
  const saying = nameSaying(event, asked);
  if (event.days !== undefined) {
    const read = `“${asked}”: ${nameDays(time)}, for ${nameGiven(event)} ${nameDays(event.days)} for “${event.words}”.`;
    const nothing =
      outcome.kind === "abstention" ? "Nothing found is known to tell of that time." : "";
    return [read, nothing, saying, nameLeftOut(leftOut)];
  }
  const differing = event.quotes.length > 1;
  const why = differing
    ? `articles give different days for “${event.words}” ${nameNumbers(event.quotes)}`
    : `no article searched was found to say when “${event.words}” took place`;
  return [`“${asked}”: ${why}, so nothing was left out for its time.`, saying];
}

function nameGiven({ quotes }: AskedEvent): string {
  return quotes.length === 0 ? "an article gives" : `${nameNumbers(quotes)} gives`;
}

function nameSaying({ saying }: AskedEvent, asked: string): string {
  if (saying.length === 0) return "";
  return `${nameNumbers(saying)} ${saying.length === 1 ? "says" : "say"} “${asked}”, in these or like words.`;
}

function nameNumbers(numbers: readonly number[]): string {
  return numbers.map((number) => `[${number}]`).join(" ");
}

export function count(many: number, noun: string): string {
  return `${many.toLocaleString("en-US")} ${noun}${many === 1 ? "" : "s"}`;
}

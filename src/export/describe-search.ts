// What was searched → the receipt of an answer or an abstention, in words.

import type { AnswerOutcome } from "../core/answer.ts";
import type { Filters } from "../core/question.ts";

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
export function describeWriting({ rejected, notes = [] }: AnswerOutcome): readonly string[] {
  const quotes = rejected.filter((refused) => "articleId" in refused).length;
  const statements = rejected.length - quotes;
  const refused = [
    quotes > 0 ? `${count(quotes, "quote")} not found word for word at the place named` : "",
    statements > 0 ? `${count(statements, "statement")} not carried by the articles` : "",
  ].filter((part) => part !== "");
  const left = refused.length === 0 ? [] : [`Left out of the draft: ${refused.join("; ")}.`];
  return [...left, ...notes.flatMap(({ code, text }) => (code === WEAK ? [] : text))];
}

const WEAK = "weak-evidence";

/** What stands above an answer that may be none; nothing above all others. Not yet made safe. */
export function tellWeakness({ notes = [] }: AnswerOutcome): readonly string[] {
  return notes.flatMap(({ code, text }) => (code === WEAK ? text : []));
}

function describeFilters({
  articles,
  publishers,
  speakers,
  since,
  until,
  asOf,
}: Filters = {}): string {
  return [
    articles?.length ? `articles matching ${articles.join(", ")}` : "",
    publishers?.length ? `published by ${publishers.join(", ")}` : "",
    speakers?.length ? `what ${speakers.join(", ")} said` : "",
    since ? `since ${since}` : "",
    until ? `until ${until}` : "",
    asOf ? `what was published by ${asOf}` : "",
  ]
    .filter((condition) => condition !== "")
    .join("; ");
}

function count(many: number, noun: string): string {
  return `${many.toLocaleString("en-US")} ${noun}${many === 1 ? "" : "s"}`;
}

// What was searched → the receipt of an answer or an abstention, in words.

import type { AnswerOutcome } from "../../model/answer.ts";
import type { Filters } from "../../model/question.ts";

/** `Searched 5 articles, 41 passages.` with what was left out and why. Not yet made safe. */
export function describeSearch({ searched, filters }: AnswerOutcome): string {
  const { articles, passages, undated } = searched;
  const parts = [`Searched ${count(articles, "article")}, ${count(passages, "passage")}.`];
  const conditions = describeFilters(filters);
  if (conditions !== "") parts.push(`Only ${conditions}.`);
  if (undated > 0) parts.push(`Left out for want of a date: ${count(undated, "article")}.`);
  return parts.join(" ");
}

/** Says that a writer's words were refused, or nothing when none were. */
export function describeRejected({ rejected }: AnswerOutcome): string | undefined {
  if (rejected.length === 0) return undefined;
  const were = rejected.length === 1 ? "does" : "do";
  return `Left out: ${count(rejected.length, "quote")} of the draft that ${were} not stand in the articles.`;
}

function describeFilters({ articles, publishers, since, until }: Filters = {}): string {
  return [
    articles?.length ? `articles matching ${articles.join(", ")}` : "",
    publishers?.length ? `published by ${publishers.join(", ")}` : "",
    since ? `since ${since}` : "",
    until ? `until ${until}` : "",
  ]
    .filter((condition) => condition !== "")
    .join("; ");
}

function count(many: number, noun: string): string {
  return `${many.toLocaleString("en-US")} ${noun}${many === 1 ? "" : "s"}`;
}

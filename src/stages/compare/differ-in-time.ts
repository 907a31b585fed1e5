// Two statements with the words that date them → whether they hold at different times.

import { findDates } from "../../text/dates.ts";
import type { Statement } from "./statement.ts";

const FAR_APART_DAYS = 200;
const DAY_MILLISECONDS = 86_400_000;

/** `words` are those of the sentence that date it, where it has any. */
export interface DatedStatement {
  readonly statement: Statement;
  readonly words: string | undefined;
}

/**
 * By the words of both; where one has none it holds when its article was published, which the month or
 * year of the other may leave out. Never for a date: that is the value itself.
 */
export function differInTime(one: DatedStatement, other: DatedStatement): boolean {
  if (one.statement.value.kind === "date") return false;
  if (one.words !== undefined && other.words !== undefined) {
    return foldTime(one.words) !== foldTime(other.words);
  }
  if (one.words !== undefined) return leavesOut(one.words, publishedOf(other));
  return other.words !== undefined && leavesOut(other.words, publishedOf(one));
}

/** Two amounts of which no words tell why they differ may each have been right when it was printed. */
export function arePublishedApart(one: Statement, other: Statement): boolean {
  const [left = "", right = ""] = [one.sentence.published, other.sentence.published];
  const days = Math.abs(Date.parse(left) - Date.parse(right)) / DAY_MILLISECONDS;
  return one.value.kind === "amount" && days >= FAR_APART_DAYS;
}

function publishedOf({ statement }: DatedStatement): string | undefined {
  return statement.sentence.published;
}

/** "In 2024" leaves out a day in 2026, "in March" one in May. */
function leavesOut(words: string, day: string | undefined): boolean {
  const [date] = findDates(words);
  const [year, month] = (day ?? "").split("-").map(Number);
  if (date === undefined || year === undefined || Number.isNaN(year) || year === 0) return false;
  if (date.year !== undefined && date.year !== year) return true;
  return date.month !== undefined && month !== undefined && date.month !== month;
}

function foldTime(words: string): string {
  return words.toLowerCase().replaceAll(/\b(?:the|in|at|on|by)\s/gu, "");
}

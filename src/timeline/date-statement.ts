// A sentence and the day its article was published → the days it tells of: "on Monday" + 9 March 2016 → 7 March 2016.

import type { DraftQuote } from "../core/draft.ts";
import type { DaySpan } from "../english/times/calendar.ts";
import { findTimes } from "../english/times/find-times.ts";
import type { FoundTime } from "../english/times/found-time.ts";
import { tellsOfSaying } from "../english/times/tells-of-saying.ts";

/**
 * What a sentence's days rest on: a time in it; the day that its article was published; a time in it
 * that nobody can resolve ("on Monday" in an article without a date); nothing.
 */
export type Basis = "text" | "published" | "partial" | "none";

/** `days` are absent where the basis is `partial` or `none`. */
export interface StatementDate {
  readonly days?: DaySpan;
  readonly basis: Basis;
  /** The time as the sentence writes it. */
  readonly written?: string;
}

/** A sentence that is placed in time, or that stands last for want of it. */
export interface DatedStatement extends StatementDate {
  readonly quote: DraftQuote;
  /** How much of the subject it carries, 0 to 1. */
  readonly share: number;
  /** Statements of other articles that date the same event otherwise; absent where there are none. */
  readonly otherwise?: readonly DatedStatement[];
}

/** A life in brackets, a birth: who somebody is, not when something happened. */
const OF_A_LIFE = /\(\s*(?:b\.|born|née)?\s*[^()]{0,20}$|\bborn (?:in|on) (?:\p{L}+ )?$/iu;
/** The line of a page about itself. */
const OF_THE_PAGE =
  /^\W*(?:(?:last |first )?(?:updated|published|posted|modified|edited|revised|reviewed|printed|uploaded)\b|copyright\b|©|\(c\)|file (?:photo|picture|image)|(?:photo|picture|image|video)\b[^.]{0,40}\btaken\b|this (?:article|story|page|post|report|piece) (?:was|has been|originally|first)|all rights reserved)/iu;

/** Undefined for what a page says of itself: "Updated at noon on 3 March". */
export function dateStatement(
  text: string,
  published: string | undefined,
): StatementDate | undefined {
  if (OF_THE_PAGE.test(text)) return undefined;
  const times = findTimes(text, published).filter(
    ({ start }) => !OF_A_LIFE.test(text.slice(0, start)),
  );
  const chosen = chooseTime(text, times);
  if (chosen?.days !== undefined)
    return { days: chosen.days, basis: "text", written: write(text, chosen) };
  if (published !== undefined)
    return { days: { from: published, to: published }, basis: "published" };
  return chosen === undefined
    ? { basis: "none" }
    : { basis: "partial", written: write(text, chosen) };
}

/** When it happened goes before when it was said, known days before others, the first before the next. */
function chooseTime(text: string, times: readonly FoundTime[]): FoundTime | undefined {
  const told = times.filter(({ start, end }) => !tellsOfSaying(text, start, end));
  const known = ({ days }: FoundTime): boolean => days !== undefined;
  return told.find(known) ?? times.find(known) ?? told[0] ?? times[0];
}

function write(text: string, { start, end }: FoundTime): string {
  return text.slice(start, end);
}

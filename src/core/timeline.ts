// A subject's dated statements in order, each pointing at the quote that carries it.

import type { AnswerOutcome } from "./answer.ts";
import type { DaySpan } from "./time.ts";

/**
 * What a statement's days rest on: a time in its quote; the day of its article; a time that cannot be
 * resolved; nothing. `days` are there for the first two, `written` for the first and third.
 */
export interface TimelineStatement {
  readonly quote: number;
  readonly basis: "text" | "published" | "partial" | "none";
  readonly days?: DaySpan;
  /** The time as the quote writes it. */
  readonly written?: string;
  /** Numbers of quotes of other articles that date the same otherwise. */
  readonly otherwise: readonly number[];
}

export interface Timeline {
  readonly outcome: AnswerOutcome;
  /** In the order shown. */
  readonly statements: readonly TimelineStatement[];
}

// A time as a text writes it: where it stands, and the days that it means as far as they are known.

import type { DaySpan } from "../../core/time.ts";

/** `days` is absent where the text means days that nobody can tell from it. */
export interface FoundTime {
  readonly start: number;
  readonly end: number;
  readonly days?: DaySpan;
}

/** What a form needs to tell which days are meant. */
export interface TimeReading {
  /** The day that the text was published, `YYYY-MM-DD`. */
  readonly published: string | undefined;
  /** Whether the clause tells of what is to come or of what is past; undefined where it does neither. */
  readonly isAhead: boolean | undefined;
  /** The time last told before it in the same text, for "the next day". */
  readonly told: DaySpan | undefined;
}

/** One way to write a time; `undefined` where the days are not known. */
export interface TimeForm {
  /** With the flags `giu`; named groups. */
  readonly pattern: RegExp;
  read(
    groups: Readonly<Record<string, string | undefined>>,
    reading: TimeReading,
  ): DaySpan | undefined;
}

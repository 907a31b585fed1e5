// Days as `YYYY-MM-DD`, and what a question asked of time: "since May", "before the strikes".

/** Both days included, as `YYYY-MM-DD`. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

/** What "before the strikes" was held against: the event's own days, where articles give them. */
export interface AskedEvent {
  /** As the question names it. */
  readonly words: string;
  readonly relation: "before" | "after" | "since" | "until" | "during";
  /** Absent where no article searched gives them, or where articles give different ones. */
  readonly days?: DaySpan;
  /** Numbers of the quotes that give days for it. */
  readonly quotes: readonly number[];
  /** Numbers of the quotes that say "before the strikes" themselves. */
  readonly saying: readonly number[];
}

/**
 * What a question asked of time, and what was done about it. An absent `from` or `to` is open.
 *
 * - `present`: newer articles go before older ones; with `to` how it stood by then
 * - `window`: only what is told of those days
 * - `event`: what is told of days on the other side of the event is left out, where its days are known
 */
export interface AnswerTime {
  readonly kind: "present" | "window" | "event";
  /** The question's words. */
  readonly asked: string;
  /** The day that "now" and "last year" were counted from. */
  readonly today: string;
  readonly from?: string;
  readonly to?: string;
  readonly event?: AskedEvent;
  /**
   * `told`: what is shown is known to tell of that time, or how new it is is known; `untold`: nothing
   * found says when it was so.
   */
  readonly basis: "told" | "untold";
  /** The newest article that is quoted; in an abstention the newest that was searched. */
  readonly newest?: { readonly articleId: string; readonly published: string };
  /** How many of the articles searched are newer than that one. */
  readonly later: number;
  /** How many of the articles quoted, in an abstention of those searched, have no known date. */
  readonly undated: number;
  /** Sentences found that tell of another time, and were left out. */
  readonly leftOut: number;
}

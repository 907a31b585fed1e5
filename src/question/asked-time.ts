// What a question asks of time, as it was read.

/** How an event bounds the time asked for. */
export type EventRelation = "before" | "after" | "since" | "until" | "during";

/**
 * `words` stand in the question as typed; `search` is what to look for once the time is seen to by
 * itself. Days are `YYYY-MM-DD`, both included; an absent end is open.
 *
 * - `present`: what holds now, or held by `to`
 * - `window`: what is told of those days
 * - `event`: what was before or after something that articles may date
 */
export interface AskedTime {
  readonly kind: "present" | "window" | "event";
  readonly words: string;
  readonly search: string;
  readonly from?: string;
  readonly to?: string;
  readonly relation?: EventRelation;
  readonly event?: string;
}

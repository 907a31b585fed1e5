// Days, and what a question asked of time.

/** Both days included, as `YYYY-MM-DD`. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

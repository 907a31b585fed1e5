// What a reader asks, how it was understood, and which articles may answer.

import type { AskedTerm, QuestionIntent } from "./question-intent.ts";

/** Restricts a question to some articles. All given conditions must hold; lists are alternatives. */
export interface Filters {
  /** Article ids, or glob-free parts of them, matched case-insensitively. */
  readonly articles?: readonly string[];
  readonly publishers?: readonly string[];
  readonly authors?: readonly string[];
  /** Inclusive ISO dates (`YYYY-MM-DD`). Undated articles match neither. */
  readonly since?: string;
  readonly until?: string;
  /** Only what these say, by name or role. */
  readonly speakers?: readonly string[];
  /** What was published by this day, the day that "now" then means. Undated articles are left out. */
  readonly asOf?: string;
}

/** One earlier exchange of a conversation, for follow-up questions. */
export interface Turn {
  readonly question: string;
  /** The question as it was understood, when that differed. */
  readonly understood?: string;
  readonly articleIds: readonly string[];
}

/** A question ready for retrieval: `text` stands alone. */
export interface Question {
  /** As the reader typed it. */
  readonly asked: string;
  readonly text: string;
  /** The question that stands alone, where `text` is it without what it asks of time. */
  readonly standing?: string;
  readonly filters: Filters;
  /** How `text` was understood. */
  readonly intent: QuestionIntent;
}

/** A content word of the question, and how many of the passages found hold it. */
export interface QuestionTerm extends AskedTerm {
  readonly passages: number;
}

// The edits that `verify --fix` may make in a document: a quote's marks, place or number, never its words.

import type { CheckedDocuments } from "./check.ts";
import type { Span } from "./span.ts";

/** `[start, end)` of a document, in UTF-16 units, and what takes its place. */
export interface Edit extends Span {
  readonly text: string;
}

/** A document as it was, and as it may become. */
export interface AmendedDocument {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** In the order of the document; none overlap. Empty where nothing is safe to rewrite. */
  readonly edits: readonly Edit[];
}

/** All documents of one run, and the verdicts on them as they would be. */
export interface AmendedDocuments {
  readonly documents: readonly AmendedDocument[];
  readonly before: CheckedDocuments;
  readonly after: CheckedDocuments;
}

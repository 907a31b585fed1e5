// What a check of a document's quotes says: the quotations found and the verdict on each.

import type { Span } from "./span.ts";

/** Why words between quotation marks are no quotation to be faulted. */
export type AsideReason = "few-words" | "title" | "no-words";

/**
 * Words that a document shows as somebody's. The span is in the document, marks included, in UTF-16
 * units; `text` is what a reader of the rendered document gets between the marks.
 */
export interface Quotation extends Span {
  readonly text: string;
  readonly form: "marks" | "block";
  /** Who the document says said it, as written. */
  readonly speaker?: string;
  /** Addresses, file names and notes that the document gives for it. */
  readonly pointers: readonly string[];
  /** The number of an export's marker `[n]`, and the number of the source that it links to. */
  readonly marker?: { readonly number: number; readonly source?: number };
  /** The keys of the citation behind it (`[@key, line 4]`), and the line that it gives. */
  readonly cited?: { readonly keys: readonly string[]; readonly line?: number };
  readonly aside?: AsideReason;
  /** Where in the document each unit of `text` stands, and one more for its end. */
  readonly places?: readonly number[];
}

export type Verdict =
  | "verified"
  | "moved"
  | "typographic"
  | "edited"
  | "misleading"
  | "altered"
  | "misattributed"
  | "ambiguous"
  | "changed-source"
  | "missing"
  | "unchecked";

/** What kind of thing differs between a quotation and its article. */
export type ChangeKind =
  | "typography"
  | "punctuation"
  | "case"
  | "omission"
  | "insertion"
  | "number"
  | "name"
  | "negation"
  | "hedge"
  | "order"
  | "splice"
  | "word";

/** One difference: `source` is what the article has, `draft` what the document has. Either may be empty. */
export interface Change {
  readonly kind: ChangeKind;
  readonly source: string;
  readonly draft: string;
}

/** Words of the quotation against the article's: kept, only in the article, only in the document. */
export interface WordChange {
  readonly kind: "same" | "source" | "draft";
  readonly text: string;
}

/** Article text that a verdict speaks of. `line` counts from 1; `text` is sliced from the file. */
export interface Place extends Span {
  readonly articleId: string;
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

/** The verdict on one quotation. */
export interface Finding {
  readonly quotation: Quotation;
  readonly verdict: Verdict;
  /** One sentence for the reader. */
  readonly detail: string;
  readonly place?: Place;
  /** Other places where the same words stand. */
  readonly others: readonly Place[];
  readonly changes: readonly Change[];
  readonly words: readonly WordChange[];
  /** Share of the words that agree with `place`, 0 to 1. */
  readonly likeness: number;
  /** Invisible characters inside the quotation, as `U+200B`. */
  readonly invisible: readonly string[];
  /** The document says who said it, and the article names nobody there: the speaker is not proved. */
  readonly unattributed?: true;
  /** The document's own proof of it: which of its proofs, and which quote there, from 0. */
  readonly proved?: { readonly proof: number; readonly quote: number };
}

/** Something about a document that fails no quote and that its reader should know. */
export interface DocumentNote {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** It tells of a part that may hold quotations and was not read. */
  readonly unread?: true;
}

/** A finding with the line and column, from 1, at which its quotation begins in the document. */
export interface LocatedFinding extends Finding {
  readonly at: { readonly line: number; readonly column: number };
}

export interface CheckedDocument {
  readonly name: string;
  readonly findings: readonly LocatedFinding[];
  readonly notes: readonly DocumentNote[];
}

/** All documents of one run. */
export interface CheckedDocuments {
  readonly documents: readonly CheckedDocument[];
  /** How many articles were searched, and how many could not be read. */
  readonly articles: number;
  readonly unreadable: number;
}

const STRICT: ReadonlySet<Verdict> = new Set(["verified"]);
const EASY: ReadonlySet<Verdict> = new Set(["verified", "typographic", "edited"]);

/** Whether all of a document passes: strictly only one that was read whole. */
export function passesWhole({ findings, notes }: CheckedDocument, strict: boolean): boolean {
  const isRead = !strict || notes.every(({ unread }) => unread === undefined);
  return isRead && findings.every((finding) => passes(finding, strict));
}

/** Whether a verdict lets a quotation pass. Asides always do. */
export function passes({ quotation, verdict }: Finding, strict: boolean): boolean {
  return quotation.aside !== undefined || (strict ? STRICT : EASY).has(verdict);
}

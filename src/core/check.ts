// What verify tells: the quotations of a document, the verdict on each, what may be rewritten, and what asking again shows.

import type { AnswerOutcome, Quote } from "./answer.ts";
import type { Manifest } from "./proof.ts";
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
  | "recognised"
  | "moved"
  | "typographic"
  | "edited"
  | "misleading"
  | "altered"
  | "misattributed"
  | "ambiguous"
  | "changed-source"
  | "missing"
  | "withdrawn"
  | "unchecked";

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
  /** Recognised from a scan: how sure the engine is of the least sure of these words, 0 to 100. */
  readonly recognised?: number;
}

export interface Finding {
  readonly quotation: Quotation;
  readonly verdict: Verdict;
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
  /** Of its proof blocks, in order: what a finding's `proved.proof` counts. */
  readonly questions: readonly string[];
}

export interface CheckedDocuments {
  readonly documents: readonly CheckedDocument[];
  /** How many articles were read, and how many could not be. */
  readonly articles: number;
  readonly unreadable: number;
  /** Whether these are all: not where every quotation was proved in the articles that were tried first. */
  readonly whole: boolean;
}

const STRICT: ReadonlySet<Verdict> = new Set(["verified"]);
const EASY: ReadonlySet<Verdict> = new Set(["verified", "recognised", "typographic", "edited"]);

/** Whether all of a document passes: strictly only one that was read whole. */
export function passesWhole({ findings, notes }: CheckedDocument, strict: boolean): boolean {
  const isRead = !strict || notes.every(({ unread }) => unread === undefined);
  return isRead && findings.every((finding) => passes(finding, strict));
}

/** Whether a verdict lets a quotation pass. Asides always do. */
export function passes({ quotation, verdict }: Finding, strict: boolean): boolean {
  return quotation.aside !== undefined || (strict ? STRICT : EASY).has(verdict);
}

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

/**
 * What became of a quote: shown again today; in the articles still, but not shown; reworded where it
 * stood; nowhere.
 */
export type QuoteFate = "shown" | "stands" | "reworded" | "gone";

/** A quote as the export has it; `text` is the document's word, `place` is sliced from the file of today. */
export interface ReplayedQuote {
  readonly number?: number;
  readonly articleId: string;
  readonly text: string;
  readonly fate: QuoteFate;
  /** Whether a file of its article's name is in the folder. */
  readonly articleThere: boolean;
  readonly place?: Place;
  readonly changes: readonly Change[];
  readonly words: readonly WordChange[];
}

export interface ReplayedQuestion {
  readonly question: string;
  readonly kindThen: "answer" | "abstention";
  /** Absent in exports that do not say how they came to be. */
  readonly manifest?: Manifest;
  readonly now: AnswerOutcome;
  readonly quotes: readonly ReplayedQuote[];
  /** Quotes of today that the export has not. */
  readonly added: readonly Quote[];
  /** Figures as written: in quotes of then alone (gone), in quotes of today alone (added). */
  readonly figures: { readonly gone: readonly string[]; readonly added: readonly string[] };
  /** What else is not as it was, one sentence each. None of it makes the answer another one. */
  readonly notes: readonly string[];
  /** Whether the answer is another one: kind or quotes differ. */
  readonly changed: boolean;
}

export interface ReplayedDocument {
  readonly name: string;
  readonly questions: readonly ReplayedQuestion[];
}

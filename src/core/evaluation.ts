// Questions with known answers, and every measure that they yield: its name in JSON, its title in tables.

import type { Abstention, Excerpt, Quote } from "./answer.ts";
import type { Filters } from "./question.ts";
import type { Span } from "./span.ts";

/** Where an answer stands: the words themselves, a place in a known file, or a whole article. */
export type Judgment = {
  readonly article: string;
  /** How much it is worth, above 0; 1 unless the line says otherwise. */
  readonly grade: number;
} & (
  | { readonly kind: "text"; readonly text: string }
  | ({ readonly kind: "span"; readonly sha256: string } & Span)
  | { readonly kind: "article" }
);

/** One line of a questions file. `evidence` is empty when, and only when, `unanswerable`. */
export interface EvaluationQuestion {
  /** Line in the file, from 1. */
  readonly line: number;
  readonly question: string;
  readonly evidence: readonly Judgment[];
  readonly unanswerable: boolean;
  readonly filters: Filters;
  readonly answers: readonly string[];
}

/** A judgment found in the corpus. `span` is absent when the whole article counts. */
export interface LocatedEvidence {
  readonly articleId: string;
  readonly grade: number;
  readonly text: string;
  readonly span?: Span;
}

/** Evidence that the corpus does not have as the file says; the question is reported, not dropped. */
export interface MissingEvidence {
  readonly line: number;
  readonly article: string;
  readonly reason: "no-such-article" | "text-not-in-article" | "other-file" | "outside-article";
}

/** One measure over many questions: mean with a 95 % interval. */
export interface Measure {
  readonly name: string;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** How many questions it covers: those to which it applies. */
  readonly count: number;
}

/** A measure's value for one question; `undefined` where the measure does not apply to it. */
export type QuestionScores = Readonly<Record<string, number | undefined>>;

export interface ScoredQuestion {
  readonly line: number;
  readonly question: string;
  readonly unanswerable: boolean;
  readonly scores: QuestionScores;
  /** How sure the writer was that the corpus answers, 0 to 1; absent for a ranking. */
  readonly confidence?: number;
}

/** What a question yielded, to look into failures. Article text in it is minted. */
export type EvaluationTrace =
  | { readonly kind: "ranking"; readonly passages: readonly Excerpt[] }
  | { readonly kind: "answer"; readonly quotes: readonly Quote[] }
  | Pick<Abstention, "kind" | "reason" | "detail" | "closest">;

/** Two settings on the same questions: mean difference (second minus first) and its p-value. */
export interface PairedComparison extends Omit<Measure, "mean"> {
  readonly difference: number;
  readonly p: number;
}

/** What is measured: rankings of passages and sentences, or answers. */
export type EvaluationSubject = "retrieval" | "answers";

/** One setting's measures, in the order of `MEASURE_TABLE`. */
export interface EvaluatedSetting {
  readonly name: string;
  readonly measures: readonly Measure[];
}

/** A whole run. Every setting but the first is compared with the first. */
export interface EvaluationReport {
  readonly subject: EvaluationSubject;
  readonly questions: { readonly answerable: number; readonly unanswerable: number };
  readonly settings: readonly EvaluatedSetting[];
  readonly comparisons: readonly {
    readonly first: string;
    readonly second: string;
    readonly measures: readonly PairedComparison[];
  }[];
  readonly missing: readonly MissingEvidence[];
}

/** Every measure: its name in JSON, its title in tables, and how its value is written. */
export interface MeasureRow {
  readonly name: string;
  /** At most 21 columns. */
  readonly title: string;
  /** A share is 0 to 1, an amount 0 upwards, a total is added up over the questions. */
  readonly kind: "share" | "amount" | "total";
}

/** In the order of the tables. `docs/eval-format.md` defines each; a test holds the two together. */
export const MEASURE_TABLE: readonly MeasureRow[] = [
  { name: "recall@500w", title: "recall, 500 words", kind: "share" },
  { name: "recall@1000w", title: "recall, 1,000 words", kind: "share" },
  { name: "recall@2000w", title: "recall, 2,000 words", kind: "share" },
  { name: "hits@1", title: "Hits@1", kind: "share" },
  { name: "hits@4", title: "Hits@4", kind: "share" },
  { name: "hits@10", title: "Hits@10", kind: "share" },
  { name: "mrr@10", title: "MRR@10", kind: "share" },
  { name: "ndcg@10", title: "nDCG@10", kind: "share" },
  { name: "sentence-mrr", title: "sentence MRR", kind: "share" },
  { name: "sentence-hits@1", title: "sentence Hits@1", kind: "share" },
  { name: "sentence-hits@3", title: "sentence Hits@3", kind: "share" },
  { name: "evidence-precision", title: "evidence precision", kind: "share" },
  { name: "evidence-recall", title: "evidence recall", kind: "share" },
  { name: "evidence-f1", title: "evidence F1", kind: "share" },
  { name: "gold-quoted", title: "gold sentence quoted", kind: "share" },
  { name: "wrong-refusal", title: "wrong refusals", kind: "share" },
  { name: "right-refusal", title: "right refusals", kind: "share" },
  { name: "refusal-auroc", title: "refusal AUROC", kind: "share" },
  { name: "quotes-per-answer", title: "quotes per answer", kind: "amount" },
  { name: "words-per-answer", title: "words per answer", kind: "amount" },
  { name: "verbatim-failures", title: "verbatim failures", kind: "total" },
];

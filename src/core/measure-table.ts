// Every measure of an evaluation: its name in JSON, its title in tables, and how its value is written.

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

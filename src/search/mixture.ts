// The weights of the two mixtures, as `npx tsx bench/fit-mixture.ts` fitted them on questions of `reader-dev`, SQuAD 2.0 and CLAPNQ.

export interface MixtureWeights {
  readonly bias: number;
  readonly similarity: number;
  readonly answers: number;
  readonly margin: number;
  readonly coverage: number;
}

export interface ConfidenceWeights {
  readonly bias: number;
  readonly margin: number;
  readonly answers: number;
  readonly names: number;
  readonly coverage: number;
}

/** With the vectors of sentences, and where the embedder gives one vector a text. */
export const SENTENCE_MIXTURE: {
  readonly vectors: MixtureWeights;
  readonly plain: MixtureWeights;
} = {
  vectors: { bias: -3.3482, similarity: 3.4992, answers: 0.2331, margin: 0.1099, coverage: 1.6403 },
  plain: { bias: -2.6, similarity: 0, answers: 0.28, margin: 0.13, coverage: 2.6 },
};

/** Below it nothing is answered: few answerable questions are, and most of the others. */
export const MIN_CONFIDENCE = 0.31;

/** Whether any sentence answers at all. */
export const CONFIDENCE_MIXTURE: ConfidenceWeights = {
  bias: -0.6433,
  margin: 0.038,
  answers: 0.2742,
  names: 0.6582,
  coverage: 0,
};

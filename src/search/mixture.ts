// The weights of the two mixtures, as `npx tsx bench/fit-mixture.ts` fits them: sentences on questions of `reader-dev`, the confidence also on SQuAD 2.0 and CLAPNQ.

export interface MixtureWeights {
  readonly bias: number;
  readonly similarity: number;
  readonly answers: number;
  readonly margin: number;
  readonly coverage: number;
  readonly fused: number;
}

export interface ConfidenceWeights {
  readonly bias: number;
  readonly margin: number;
  readonly answers: number;
  readonly coverage: number;
}

/** With the vectors of sentences, and where the embedder gives one vector a text. */
export const SENTENCE_MIXTURE: {
  readonly vectors: MixtureWeights;
  readonly plain: MixtureWeights;
} = {
  vectors: {
    bias: -3.3292,
    similarity: 2.6381,
    answers: 0.2013,
    margin: 0.1344,
    coverage: 0.3825,
    fused: 0.2083,
  },
  plain: {
    bias: -1.6324,
    similarity: 0,
    answers: 0.2065,
    margin: 0.1637,
    coverage: 1.9752,
    fused: 0,
  },
};

/**
 * What is added where the question asks what somebody says: words that are known to be theirs answer it more
 * often than the reader tells, others hardly ever. Chosen on the 47 questions of `reader-dev` that ask so.
 */
export const SPEAKER_SHIFT = { attributed: 0.25, unattributed: -0.65 } as const;

/** Below it nothing is answered: few answerable questions are, and most of the others. */
export const MIN_CONFIDENCE = 0.3;

/** Whether any sentence answers at all. */
export const CONFIDENCE_MIXTURE: ConfidenceWeights = {
  bias: 0.1536,
  margin: 0.0378,
  answers: 0.2994,
  coverage: -0.4632,
};

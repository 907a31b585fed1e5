// The weights of the two mixtures, as `npx tsx bench/fit-mixture.ts` fitted them.

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
  readonly best: number;
  readonly margin: number;
  readonly answers: number;
  readonly names: number;
  readonly coverage: number;
}

/** With the vectors of sentences, and where the embedder gives one vector a text. */
export const SENTENCE_MIXTURE: { readonly vectors: MixtureWeights; readonly plain: MixtureWeights } =
  {
    vectors: { bias: -4, similarity: 3, answers: 0.6, margin: 0.15, coverage: 0, fused: 0 },
    plain: { bias: -3, similarity: 0, answers: 0.7, margin: 0.2, coverage: 1, fused: 0 },
  };

/** Whether any sentence answers at all. */
export const CONFIDENCE_MIXTURE: ConfidenceWeights = {
  bias: 0,
  best: 1,
  margin: 0,
  answers: 0,
  names: 0,
  coverage: 0,
};

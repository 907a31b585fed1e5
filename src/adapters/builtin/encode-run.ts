// A run of sentences → one unit vector for each of its tokens, seen in its surroundings.

import type { SentenceRun } from "../../ports/sentence-scorer.ts";
import { planWindows } from "./plan-windows.ts";
import { toUnitLength } from "./pool-vectors.ts";
import { dimensions, specialTokens, type TokenModel } from "./token-model.ts";
import type { TextPieces } from "./word-piece-tokenizer.ts";

/** Tokens of one window, [CLS], title and [SEP] included. Wider windows rank sentences worse. */
const windowTokens = 256;
/** Tokens that a sentence should have around it, on either side. */
const contextTokens = 32;
/** A title is there for context only: its first tokens are enough. */
const titleTokens = 32;

/** The token rows `[from, to)` of each sentence, in the run's order; empty where it has none. */
export interface EncodedRun {
  /** Row `i` is token `i`'s vector, of unit length. */
  readonly rows: Float32Array;
  /** Where each token begins in the run's text. */
  readonly starts: ArrayLike<number>;
  readonly sentences: readonly { readonly from: number; readonly to: number }[];
}

/** Tokens are in order and sentences too: one walk finds where each begins and ends. */
const findSentenceTokens = (run: SentenceRun, pieces: TextPieces): EncodedRun["sentences"] => {
  const count = pieces.ids.length;
  let from = 0;
  return run.sentences.map(({ start, end }) => {
    while (from < count && (pieces.ends[from] ?? 0) <= start) from++;
    let to = from;
    while (to < count && (pieces.starts[to] ?? 0) < end) to++;
    return { from, to };
  });
};

/**
 * Every token of the run is embedded once, in a window of neighbours with the title in front, and
 * the windows are parted between sentences: a run of one passage is one forward pass. The method
 * is late chunking (Günther et al. 2024), down to single tokens.
 */
export const encodeRun = async (
  model: TokenModel,
  run: SentenceRun,
  signal?: AbortSignal,
): Promise<EncodedRun> => {
  const pieces = await model.tokenize(run.text);
  const title =
    run.title === undefined ? [] : (await model.tokenize(run.title)).ids.slice(0, titleTokens);
  const sentences = findSentenceTokens(run, pieces);
  const rows = new Float32Array(pieces.ids.length * dimensions);
  const size = windowTokens - specialTokens - title.length;
  const cuts = sentences.map(({ from }) => from);
  for (const window of planWindows(pieces.ids.length, size, cuts, contextTokens)) {
    const ids = [...title, ...pieces.ids.slice(window.from, window.to)];
    const vectors = await model.run(ids, signal);
    for (let token = window.coreFrom; token < window.coreTo; token++) {
      const row = (1 + title.length + token - window.from) * dimensions;
      rows.set(toUnitLength(vectors.subarray(row, row + dimensions)), token * dimensions);
    }
  }
  return { rows, starts: pieces.starts, sentences };
};

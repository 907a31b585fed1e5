// A question and a passage → a reading of each sentence, by the reader that ships with pullquote.

import type { Reader, SentenceReading } from "../../core/ports/reader.ts";
import type { Span } from "../../core/span.ts";
import { openOnnxModel, THREADS } from "./onnx-session.ts";
import { clsId, sepId, type TokenModel } from "./token-model.ts";
import { placeTokens, type TextPieces, type TokenRange } from "./word-piece-tokenizer.ts";

/** What the model was trained on: the question's tokens, and all of one pass. */
const questionTokens = 32;
const passTokens = 220;
/** Value, attention, start and end of each token. */
const width = 4;

/** The tokens of a sentence among those of the whole passage. */
interface SentenceTokens extends TokenRange {
  readonly sentence: Span;
}

/** As few passes as hold all sentences, each whole. */
const groupSentences = (
  placed: readonly SentenceTokens[],
  room: number,
): readonly (readonly SentenceTokens[])[] => {
  const groups: SentenceTokens[][] = [];
  let used = 0;
  for (const one of placed) {
    const size = one.to - one.from;
    const group = groups.at(-1);
    if (group !== undefined && used + size <= room) {
      group.push(one);
      used += size;
    } else {
      groups.push([one]);
      used = size;
    }
  }
  return groups;
};

const unread = (sentence: Span): SentenceReading => ({
  answers: -20,
  margin: -20,
  span: { start: sentence.start, end: sentence.start },
});

/** The best start and end in the order in which they stand; quadratic, but sentences are short. */
const findSpan = (rows: Float32Array, from: number, to: number) => {
  let best = { score: Number.NEGATIVE_INFINITY, start: from, end: from };
  let start = from;
  for (let token = from; token < to; token++) {
    const at = (place: number, column: number): number => rows[place * width + column] ?? 0;
    if (at(token, 2) > at(start, 2)) start = token;
    const score = at(start, 2) + at(token, 3);
    if (score > best.score) best = { score, start, end: token };
  }
  return best;
};

/** The sum of the tokens' values, weighted by the softmax of their attention within the sentence. */
const poolSentence = (rows: Float32Array, from: number, to: number): number => {
  let most = Number.NEGATIVE_INFINITY;
  for (let row = from; row < to; row++) most = Math.max(most, rows[row * width + 1] ?? 0);
  let sum = 0;
  let weights = 0;
  for (let row = from; row < to; row++) {
    const weight = Math.exp((rows[row * width + 1] ?? 0) - most);
    weights += weight;
    sum += weight * (rows[row * width] ?? 0);
  }
  return sum / weights;
};

/** Shares the embedding model's tokenizer: both models have one vocabulary. */
export const createPassageReader = (tokens: TokenModel, folder?: URL): Reader => {
  const model = openOnnxModel("reader/model_quantized.onnx", THREADS.few, folder);

  const readGroup = async (
    question: readonly number[],
    group: readonly SentenceTokens[],
    pieces: TextPieces,
    signal: AbortSignal | undefined,
  ): Promise<readonly SentenceReading[]> => {
    const head = [clsId, ...question, sepId];
    const ids = group.flatMap(({ from, to }) => pieces.ids.slice(from, to));
    const rows = await model.run(
      { ids: [...head, ...ids, sepId], first: head.length },
      width,
      signal,
    );
    const none = (rows[2] ?? 0) + (rows[3] ?? 0);
    let row = head.length;
    return group.map(({ sentence, from, to }) => {
      if (from >= to) return unread(sentence);
      const [first, last] = [row, row + to - from];
      row = last;
      const { score, start, end } = findSpan(rows, first, last);
      return {
        answers: poolSentence(rows, first, last),
        margin: score - none,
        span: {
          start: pieces.starts[from + start - first] ?? sentence.start,
          end: pieces.ends[from + end - first] ?? sentence.end,
        },
      };
    });
  };

  return {
    async read(question, passage, signal) {
      const asked = (await tokens.tokenize(question)).ids.slice(0, questionTokens);
      const room = passTokens - asked.length - 3;
      const pieces = await tokens.tokenize(passage.text);
      const readings: SentenceReading[] = [];
      const places = placeTokens(passage.sentences, pieces);
      // A sentence longer than a pass is cut.
      const placed = passage.sentences.map((sentence, at) => {
        const { from = 0, to = 0 } = places[at] ?? {};
        return { sentence, from, to: Math.min(to, from + room) };
      });
      for (const group of groupSentences(placed, room)) {
        readings.push(...(await readGroup(asked, group, pieces, signal)));
      }
      return readings;
    },
    close: () => model.close(),
  };
};

/**
 * Keeps the last `limit` readings, the least recently used going first: an answer, what is compared beside
 * it and a question asked again read the same passages.
 */
export const rememberReadings = (reader: Reader, limit: number): Reader => {
  const kept = new Map<string, readonly SentenceReading[]>();
  return {
    ...reader,
    async read(question, passage, signal) {
      const places = passage.sentences.map(({ start, end }) => `${start}-${end}`);
      const key = [question, passage.text, ...places].join("\n");
      const known = signal?.aborted ? undefined : kept.get(key);
      const readings = known ?? (await reader.read(question, passage, signal));
      kept.delete(key);
      kept.set(key, readings);
      const oldest = kept.keys().next();
      if (kept.size > limit && !oldest.done) kept.delete(oldest.value);
      return readings;
    },
  };
};

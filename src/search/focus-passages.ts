// Ranked sentences → the best of them, joined where they stand together, as narrow passages.

import type { ScoredPassage } from "../core/evidence.ts";
import { countWords } from "../text/words.ts";
import type { ScoredSentence } from "./rerank-passages.ts";

/** Most others between two sentences of a passage that are shown as one run. */
const GAP = 1;

/** Places of the first and last sentence in their passage. */
interface Run {
  readonly first: number;
  readonly last: number;
  readonly score: number;
}

/**
 * The unit that is ranked is the sentence, the unit that is read a run of them: the best sentences
 * of `words` words together, those between two of them, and nothing else of the passage. Best first,
 * by each run's best sentence. What is left of the next best, of `further` words, comes after, so
 * that a reader with little room has the best alone. Passages of one article never overlap.
 */
export function focusPassages(
  sentences: readonly ScoredSentence[],
  words: number,
  further = 0,
): ScoredPassage[] {
  const best = takeWords(sentences, words);
  const focused = joinSentences(best, GAP);
  const left = sentences.slice(best.length).filter((sentence) => !isShown(sentence, focused));
  return [...focused, ...joinSentences(takeWords(left, further), 0)];
}

function takeWords(sentences: readonly ScoredSentence[], words: number): ScoredSentence[] {
  let left = words;
  const tooLong = sentences.findIndex((sentence) => {
    left -= countSentenceWords(sentence);
    return left < 0;
  });
  return sentences.slice(0, tooLong < 0 ? sentences.length : tooLong);
}

function isShown({ found, start }: ScoredSentence, focused: readonly ScoredPassage[]): boolean {
  return focused.some(
    ({ passage }) =>
      passage.articleId === found.passage.articleId &&
      passage.start <= start &&
      start < passage.end,
  );
}

/** Runs of the sentences given, best first. */
function joinSentences(sentences: readonly ScoredSentence[], gap: number): ScoredPassage[] {
  const places = new Map<ScoredPassage, Run[]>();
  for (const { found, start, score } of sentences) {
    const place = found.passage.sentences.findIndex((sentence) => sentence.start === start);
    places.set(found, [...(places.get(found) ?? []), { first: place, last: place, score }]);
  }
  return [...places]
    .flatMap(([found, runs]) => joinRuns(runs, gap).map((run) => narrowPassage(found, run)))
    .sort((one, other) => other.score - one.score);
}

function countSentenceWords({ found: { passage }, start, end }: ScoredSentence): number {
  return countWords(passage.text.slice(start - passage.start, end - passage.start));
}

function joinRuns(places: readonly Run[], gap: number): Run[] {
  const runs: Run[] = [];
  for (const place of places.toSorted((one, other) => one.first - other.first)) {
    const last = runs.at(-1);
    if (last !== undefined && place.first - last.last <= gap + 1) {
      const score = Math.max(last.score, place.score);
      runs[runs.length - 1] = { first: last.first, last: place.last, score };
    } else runs.push(place);
  }
  return runs;
}

function narrowPassage(found: ScoredPassage, { first, last, score }: Run): ScoredPassage {
  const { passage } = found;
  const sentences = passage.sentences.slice(first, last + 1);
  const start = sentences[0]?.start ?? passage.start;
  const end = sentences.at(-1)?.end ?? passage.end;
  const text = passage.text.slice(start - passage.start, end - passage.start);
  const isWhole = sentences.length === passage.sentences.length;
  const id = isWhole ? passage.id : `${passage.id}:${first}-${last}`;
  return { ...found, score, passage: { ...passage, id, start, end, text, sentences } };
}

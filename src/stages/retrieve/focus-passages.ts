// Ranked sentences → the best of them, joined where they stand together, as narrow passages.

import type { ScoredPassage } from "../../model/evidence.ts";
import { countWords } from "../../text/words.ts";
import type { ScoredSentence } from "./rerank-passages.ts";

/** Two sentences of a passage with no more than this many others between them are shown as one run. */
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
 * by each run's best sentence. Passages of one article never overlap.
 */
export function focusPassages(
  sentences: readonly ScoredSentence[],
  words: number,
): ScoredPassage[] {
  const chosen = new Map<ScoredPassage, Run[]>();
  let left = words;
  for (const sentence of sentences) {
    left -= countSentenceWords(sentence);
    if (left < 0) break;
    const { found, score } = sentence;
    const place = found.passage.sentences.findIndex(({ start }) => start === sentence.start);
    chosen.set(found, [...(chosen.get(found) ?? []), { first: place, last: place, score }]);
  }
  return [...chosen]
    .flatMap(([found, places]) => joinRuns(places).map((run) => narrowPassage(found, run)))
    .sort((one, other) => other.score - one.score);
}

function countSentenceWords({ found: { passage }, start, end }: ScoredSentence): number {
  return countWords(passage.text.slice(start - passage.start, end - passage.start));
}

function joinRuns(places: readonly Run[]): Run[] {
  const runs: Run[] = [];
  for (const place of places.toSorted((one, other) => one.first - other.first)) {
    const last = runs.at(-1);
    if (last !== undefined && place.first - last.last <= GAP + 1) {
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

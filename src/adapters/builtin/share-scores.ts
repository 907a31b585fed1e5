// A sentence scorer → one that keeps its latest scores, and one that scores only what the first has not.

import type { Span } from "../../model/span.ts";
import type { SentenceRun, SentenceScore, SentenceScorer } from "../../ports/sentence-scorer.ts";

/** Both score alike; what one has scored for a question the other need not score again. */
export interface SharedScorer {
  /** Scores everything, in the surroundings given. */
  readonly keeping: SentenceScorer;
  /** Takes the scores that were kept for the question, and scores the other sentences as runs of their own. */
  readonly sparing: SentenceScorer;
}

/** Questions whose scores are kept: several may be under way at once. */
const KEPT = 4;

const UNSCORED: SentenceScore = { score: 0, words: [], places: [] };

/** A sentence under its title: two articles that have both alike are scored alike. */
type Scores = Map<string, SentenceScore>;

/**
 * Beside an answer most sentences that are compared are those that the writer read: each of them costs a
 * share of a forward pass once.
 */
export function shareScores(scorer: SentenceScorer): SharedScorer {
  const kept = new Map<string, Scores>();
  return {
    keeping: {
      async scoreSentences(question, runs, signal) {
        const scored = await scorer.scoreSentences(question, runs, signal);
        kept.delete(question);
        kept.set(question, collectScores(runs, scored));
        for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest);
        return scored;
      },
    },
    sparing: {
      async scoreSentences(question, runs, signal) {
        const known: Scores = kept.get(question) ?? new Map();
        const left = runs.flatMap((run) => listUnknown(run, known));
        const scored = await scorer.scoreSentences(question, left, signal);
        const all = new Map([...known, ...collectScores(left, scored)]);
        return runs.map((run) =>
          run.sentences.map((sentence) => all.get(keyOf(run, sentence)) ?? UNSCORED),
        );
      },
    },
  };
}

function collectScores(
  runs: readonly SentenceRun[],
  scored: readonly (readonly SentenceScore[])[],
): Scores {
  const scores: Scores = new Map();
  for (const [place, run] of runs.entries()) {
    for (const [at, sentence] of run.sentences.entries()) {
      const score = scored[place]?.[at];
      if (score !== undefined) scores.set(keyOf(run, sentence), score);
    }
  }
  return scores;
}

/** The stretches of a run whose sentences have no score yet. */
function listUnknown(run: SentenceRun, known: Scores): readonly SentenceRun[] {
  const stretches: Span[][] = [];
  let isOpen = false;
  for (const sentence of run.sentences) {
    const isKnown = known.has(keyOf(run, sentence));
    if (!isKnown && isOpen) stretches.at(-1)?.push(sentence);
    else if (!isKnown) stretches.push([sentence]);
    isOpen = !isKnown;
  }
  return stretches.map((sentences) => narrowRun(run, sentences));
}

function narrowRun(run: SentenceRun, sentences: readonly Span[]): SentenceRun {
  const start = sentences[0]?.start ?? 0;
  const text = run.text.slice(start, sentences.at(-1)?.end ?? start);
  const moved = sentences.map((sentence) => ({
    start: sentence.start - start,
    end: sentence.end - start,
  }));
  return { ...run, text, sentences: moved };
}

function keyOf({ text, title = "" }: SentenceRun, { start, end }: Span): string {
  return `${title}\n${text.slice(start, end)}`;
}

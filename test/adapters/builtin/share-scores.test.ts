import { expect, test } from "vitest";
import { shareScores } from "../../../src/adapters/builtin/share-scores.ts";
import type { SentenceRun, SentenceScorer } from "../../contracts/sentence-scorer.ts";

/** Scores by length, and notes what it was given. */
function openLengthScorer(): { scorer: SentenceScorer; texts: string[] } {
  const texts: string[] = [];
  const scorer: SentenceScorer = {
    scoreSentences: async (_question, runs) => {
      texts.push(...runs.map(({ text }) => text));
      return runs.map(({ sentences }) =>
        sentences.map(({ start, end }) => ({ score: (end - start) / 100, words: [], places: [] })),
      );
    },
  };
  return { scorer, texts };
}

function run(title: string, ...sentences: readonly string[]): SentenceRun {
  let start = 0;
  const spans = sentences.map(({ length }) => {
    const span = { start, end: start + length };
    start += length + 1;
    return span;
  });
  return { text: sentences.join(" "), title, sentences: spans };
}

test("what was scored for the question is not scored again, the rest as runs of its own", async () => {
  const { scorer, texts } = openLengthScorer();
  const { keeping, sparing } = shareScores(scorer);
  await keeping.scoreSentences("How much?", [run("Toll", "It is six.", "Nobody pays.")]);
  texts.length = 0;
  const wide = run("Toll", "It rose.", "It is six.", "It fell.", "It is gone.");
  const scores = await sparing.scoreSentences("How much?", [wide]);
  expect(texts).toEqual(["It rose.", "It fell. It is gone."]);
  expect(scores).toEqual(await scorer.scoreSentences("How much?", [wide]));
});

test.each([
  ["another question", "When?", "Toll"],
  ["another article's title", "How much?", "Bridge"],
])("the same sentence is scored anew for %s", async (_name, question, title) => {
  const { scorer, texts } = openLengthScorer();
  const { keeping, sparing } = shareScores(scorer);
  await keeping.scoreSentences("How much?", [run("Toll", "It is six.")]);
  await sparing.scoreSentences(question, [run(title, "It is six.")]);
  expect(texts).toEqual(["It is six.", "It is six."]);
});

// What every sentence scorer keeps.

import { describe, expect, test } from "vitest";
import type { Span } from "../../src/model/span.ts";
import type {
  SentenceRun,
  SentenceScore,
  SentenceScorer,
} from "./sentence-scorer.ts";

/** Sentences joined by spaces into one run, with their spans. */
const runOf = (sentences: readonly string[], title?: string): SentenceRun => {
  const spans: Span[] = [];
  let text = "";
  for (const sentence of sentences) {
    if (text !== "") text += " ";
    spans.push({ start: text.length, end: text.length + sentence.length });
    text += sentence;
  }
  return { text, sentences: spans, ...(title === undefined ? {} : { title }) };
};

const harbour = runOf(
  [
    "The harbour council voted on Tuesday to close the eastern quay until the spring.",
    "Fishermen said that their catch had fallen by a third since the dredging began.",
    "Maren Holt, who has led the council for six years, called the vote regrettable.",
  ],
  "Quay to close",
);
const theatre = runOf([
  "Ticket prices at the municipal theatre will rise by two crowns in September.",
  "The orchestra will not be affected.",
]);

const bestOf = (scores: readonly (readonly SentenceScore[])[]): [number, number] => {
  const flat = scores.flatMap((run, place) =>
    run.map(({ score }, sentence) => ({ score, place, sentence })),
  );
  const best = flat.reduce((left, right) => (right.score > left.score ? right : left));
  return [best.place, best.sentence];
};

export const describeSentenceScorer = (name: string, open: () => SentenceScorer): void => {
  describe(`${name} as a sentence scorer`, () => {
    const scorer = open();

    test("gives one score from 0 to 1 for each sentence of each run, in order", async () => {
      const scores = await scorer.scoreSentences("Who leads the council?", [harbour, theatre]);
      expect(scores.map((run) => run.length)).toEqual([3, 2]);
      for (const { score, words } of scores.flat()) {
        expect(words).toHaveLength(4);
        for (const share of [score, ...words]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }
    });

    test.each([
      ["Who leads the council?", [0, 2]],
      ["How much less fish is being caught?", [0, 1]],
      ["What will it cost to see a play?", [1, 0]],
    ])("puts the answer to %s first", async (question, place) => {
      expect(bestOf(await scorer.scoreSentences(question, [harbour, theatre]))).toEqual(place);
    });

    test("gives a run the same scores whatever is scored beside it", async () => {
      const question = "Who leads the council?";
      const [together] = await scorer.scoreSentences(question, [harbour, theatre]);
      const [, after] = await scorer.scoreSentences(question, [theatre, harbour]);
      const [alone] = await scorer.scoreSentences(question, [harbour]);
      expect(after).toEqual(together);
      expect(alone).toEqual(together);
    });

    test("tells which word of the question a sentence comes near to", async () => {
      const [run] = await scorer.scoreSentences("Who leads the volcano?", [harbour]);
      const [, , lead] = run ?? [];
      const [, leads = 0, , volcano = 1] = lead?.words ?? [];
      expect(leads).toBeGreaterThan(volcano);
    });

    test("tells where in a sentence the word stands that comes nearest", async () => {
      const sentence = "Old Ada Roe kept goats, and a ferry crossed twice a day.";
      const [[score] = []] = await scorer.scoreSentences("Which animals did she keep?", [
        runOf([sentence]),
      ]);
      const [, animals = 0] = score?.places ?? [];
      expect(sentence.slice(animals)).toMatch(/^goats/);
    });

    test("scores a question about something else lower", async () => {
      const [fitting] = await scorer.scoreSentences("Who leads the council?", [harbour]);
      const [foreign] = await scorer.scoreSentences("Which volcano erupted in 1783?", [harbour]);
      const best = (scores: readonly SentenceScore[] = []): number =>
        Math.max(...scores.map(({ score }) => score));
      expect(best(foreign)).toBeLessThan(best(fitting));
    });

    test("scores every sentence of a long run, the last one too", async () => {
      const filler = Array.from({ length: 120 }, (_, place) => `Stall ${place} sold smoked eel.`);
      const run = runOf([...filler, "The mayor resigned over the flooded tunnel."], "Market day");
      const scores = await scorer.scoreSentences("Why did the mayor resign?", [run]);
      expect(scores[0]).toHaveLength(121);
      expect(bestOf(scores)).toEqual([0, 120]);
    });

    test("scores a sentence longer than any window", async () => {
      const endless = `The clerk listed ${"a lantern, a rope, ".repeat(200)}and a brass telescope.`;
      const [[score] = []] = await scorer.scoreSentences("Was there a telescope?", [
        runOf([endless]),
      ]);
      expect(score?.score).toBeGreaterThan(0.3);
    });

    test("takes odd input: no runs, no sentences, nothing but signs", async () => {
      expect(await scorer.scoreSentences("Who?", [])).toEqual([]);
      expect(await scorer.scoreSentences("Who?", [runOf([])])).toEqual([[]]);
      for (const question of ["", "🎉🎉", "??", "\u0000", "港口"]) {
        const [scores = []] = await scorer.scoreSentences(question, [runOf(["", "—", "Eel."])]);
        expect(scores).toHaveLength(3);
        for (const { score } of scores) expect(score >= 0 && score <= 1).toBe(true);
      }
    });

    test("stops when it is aborted", async () => {
      await expect(
        scorer.scoreSentences("Who?", [harbour], AbortSignal.abort()),
      ).rejects.toMatchObject({ code: "interrupted" });
    });
  });
};

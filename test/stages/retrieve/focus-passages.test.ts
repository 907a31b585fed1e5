import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ScoredPassage } from "../../../src/model/evidence.ts";
import { focusPassages } from "../../../src/stages/retrieve/focus-passages.ts";
import type { ScoredSentence } from "../../../src/stages/retrieve/rerank-passages.ts";
import { makePassage, scorePassage } from "../evidence-fixtures.ts";

const texts = ["One is red.", "Two is blue.", "Three is grey.", "Four is green.", "Five is pink."];
const found: ScoredPassage = scorePassage(makePassage("a.txt", 0, texts, 40));

const pick = (place: number, score: number, of: ScoredPassage = found): ScoredSentence => ({
  ...(of.passage.sentences[place] ?? { start: 0, end: 0 }),
  found: of,
  score,
});
const show = (passages: readonly ScoredPassage[]): [string, number][] =>
  passages.map(({ passage, score }) => [passage.text, score]);

describe("focusPassages", () => {
  it("cuts a passage down to its best sentence", () => {
    expect(show(focusPassages([pick(3, 2), pick(0, 1)], 3))).toEqual([["Four is green.", 2]]);
  });

  it("joins sentences that stand together or one apart, and leaves others apart", () => {
    expect(show(focusPassages([pick(4, 3), pick(0, 2), pick(1, 1)], 99))).toEqual([
      ["Five is pink.", 3],
      ["One is red. Two is blue.", 2],
    ]);
    expect(show(focusPassages([pick(2, 3), pick(0, 2)], 99))).toEqual([
      ["One is red. Two is blue. Three is grey.", 3],
    ]);
  });

  it("gives a whole passage under its own id, and a part of it under another", () => {
    const all = texts.map((_, place) => pick(place, 5 - place));
    expect(focusPassages(all, 99)[0]?.passage).toEqual(found.passage);
    expect(focusPassages([pick(1, 1)], 99)[0]?.passage.id).not.toBe(found.passage.id);
  });

  it("puts what else is near after the best, without what was shown", () => {
    const ranked = [pick(2, 5), pick(0, 4), pick(1, 3), pick(4, 2), pick(3, 1)];
    expect(show(focusPassages(ranked, 6, 6))).toEqual([
      ["One is red. Two is blue. Three is grey.", 5],
      ["Four is green. Five is pink.", 2],
    ]);
  });

  it("gives passages of the article's own text that never overlap, whatever is chosen", () => {
    const other = scorePassage(makePassage("a.txt", 1, texts, 200));
    const place = fc.tuple(fc.constantFrom(found, other), fc.integer({ min: 0, max: 4 }));
    const places = fc.uniqueArray(place, { selector: ([of, at]) => `${of.passage.id} ${at}` });
    fc.assert(
      fc.property(places, fc.nat(20), fc.nat(20), (chosen, words, further) => {
        const ranked = chosen.map(([of, at], rank) => pick(at, 100 - rank, of));
        const passages = focusPassages(ranked, words, further).map(({ passage }) => passage);
        for (const { text, start, end, sentences } of passages) {
          const owner = start >= 200 ? other.passage : found.passage;
          expect(owner.text.slice(start - owner.start, end - owner.start)).toBe(text);
          expect([sentences[0]?.start, sentences.at(-1)?.end]).toEqual([start, end]);
        }
        const inOrder = passages.toSorted((one, next) => one.start - next.start);
        for (const [at, { end }] of inOrder.entries()) {
          expect(inOrder[at + 1]?.start ?? Number.POSITIVE_INFINITY).toBeGreaterThan(end);
        }
      }),
    );
  });
});

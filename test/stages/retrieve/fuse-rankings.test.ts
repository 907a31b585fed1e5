import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fuseRankings } from "../../../src/stages/retrieve/fuse-rankings.ts";
import { selectPassages } from "../../../src/stages/retrieve/select-passages.ts";
import { surveyTerms } from "../../../src/search/survey-terms.ts";
import { makePassage, makeRecord, scorePassage } from "../evidence-fixtures.ts";

const one = makePassage("a.txt", 0, ["The quay closed."]);
const two = makePassage("b.txt", 0, ["The theatre opened."]);

describe("fuseRankings", () => {
  it("adds each leg's share of its best and keeps both raw scores", () => {
    const fused = fuseRankings([
      { passage: one, legs: { dense: 0.8 } },
      { passage: two, legs: { dense: 0.4 } },
      { passage: two, legs: { fullText: 12 } },
    ]);
    expect(fused.map(({ passage, score }) => [passage.id, score])).toEqual([
      ["b.txt#0", 1.5],
      ["a.txt#0", 1],
    ]);
    expect(fused[0]?.legs).toEqual({ dense: 0.4, fullText: 12 });
  });

  it("does not let a leg without any positive score speak", () => {
    const fused = fuseRankings([
      { passage: one, legs: { dense: -0.1 } },
      { passage: two, legs: { fullText: 3 } },
    ]);
    expect(fused.map(({ score }) => score)).toEqual([1, 0]);
  });

  it("gives each passage once, best first, in the same order whatever the order of the hits", () => {
    const hit = fc.record({
      passage: fc.integer({ min: 0, max: 9 }).map((id) => makePassage("a.txt", id, ["Text."])),
      legs: fc.oneof(
        fc.record({ dense: fc.double({ min: -1, max: 1, noNaN: true }) }),
        fc.record({ fullText: fc.double({ min: 0, max: 30, noNaN: true }) }),
      ),
    });
    const hits = fc.uniqueArray(hit, {
      selector: ({ passage, legs }) => `${passage.id} ${Object.keys(legs)[0]}`,
    });
    fc.assert(
      fc.property(hits, (found) => {
        const fused = fuseRankings(found);
        const ids = fused.map(({ passage }) => passage.id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(new Set(ids)).toEqual(new Set(found.map(({ passage }) => passage.id)));
        for (const [index, { score }] of fused.entries()) {
          expect(score).toBeLessThanOrEqual(fused[index - 1]?.score ?? 2);
        }
        expect(fuseRankings(found.toReversed()).map(({ passage }) => passage.id)).toEqual(ids);
      }),
    );
  });
});

describe("selectPassages", () => {
  const ranked = [
    ...[0, 1, 2].map((position) => scorePassage(makePassage("a.txt", position, ["A."]), 2)),
    scorePassage(makePassage("b.txt", 0, ["B."]), 1.5),
    scorePassage(makePassage("c.txt", 0, ["C."]), 0.1),
  ];

  it("keeps a place for each strong article, not for a weak one", () => {
    const chosen = selectPassages(ranked, 3, 0.5).map(({ passage }) => passage.id);
    expect(chosen).toEqual(["a.txt#0", "a.txt#1", "b.txt#0"]);
  });

  it("takes all when there is room", () => {
    expect(selectPassages(ranked, 9, 0.5)).toEqual(ranked);
  });
});

describe("surveyTerms", () => {
  it("lists content words once, tells names, and counts the passages that hold each", () => {
    const terms = surveyTerms(
      "Did the theatre or the theatres of Ghent open?",
      [one, two],
      new Map(),
    );
    expect(terms.map(({ text, isName, passages }) => [text, isName, passages])).toEqual([
      ["theatre", false, 1],
      ["Ghent", true, 0],
      ["open", false, 1],
    ]);
  });

  it("counts a publisher or a month that the article's heading names", () => {
    const record = makeRecord(one.articleId, {
      publisher: { value: "Harbour Gazette", origin: "found" },
      published: { value: "2016-03-09", origin: "found" },
    });
    const records = new Map([[one.articleId, record]]);
    const terms = surveyTerms("What did the Gazette write in March?", [one, two], records);
    expect(terms.map(({ text, passages }) => [text, passages])).toEqual([
      ["Gazette", 1],
      ["write", 0],
      ["March", 1],
    ]);
  });
});

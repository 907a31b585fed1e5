import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LegScores, ScoredPassage } from "../../../src/model/evidence.ts";
import {
  type RankedCandidates,
  rerankPassages,
} from "../../../src/stages/retrieve/rerank-passages.ts";
import { surveyTerms } from "../../../src/search/survey-terms.ts";
import { makePassage, makeRecord } from "../evidence-fixtures.ts";

const find = (
  articleId: string,
  position: number,
  sentences: readonly string[],
  legs: LegScores = {},
): ScoredPassage => ({ passage: makePassage(articleId, position, sentences), score: 1, legs });

const rank = (
  text: string,
  found: readonly ScoredPassage[],
  titles: Readonly<Record<string, string>> = {},
): RankedCandidates => {
  const articles = new Map(
    Object.entries(titles).map(([id, value]) => [
      id,
      makeRecord(id, { title: { value, origin: "front-matter" } }),
    ]),
  );
  const passages = found.map(({ passage }) => passage);
  const terms = surveyTerms(text, passages, articles);
  return rerankPassages(found, { text, terms, articles });
};
const listIds = ({ passages }: RankedCandidates): string[] =>
  passages.map(({ passage }) => passage.id);
const listTexts = ({ sentences }: RankedCandidates): string[] =>
  sentences.map(({ found: { passage }, start, end }) =>
    passage.text.slice(start - passage.start, end - passage.start),
  );

const fog = ["Fog lay over the marsh all week.", "Nobody saw the birds leave."];

describe("rerankPassages", () => {
  it("puts the passage and the sentence that hold the question's words first", () => {
    const ranked = rank("When did the theatre open?", [
      find("a.txt", 0, fog),
      find("b.txt", 0, ["Rain fell all day.", "The theatre opened in May."]),
    ]);
    expect(listIds(ranked)).toEqual(["b.txt#0", "a.txt#0"]);
    expect(listTexts(ranked)[0]).toBe("The theatre opened in May.");
  });

  it("lifts a passage whose article, or whose title, holds the words", () => {
    const passages = [
      find("a.txt", 0, fog),
      find("b.txt", 0, ["The ferry sank."]),
      find("b.txt", 1, fog),
    ];
    expect(listIds(rank("Which ferry sank?", passages))).toEqual(["b.txt#0", "b.txt#1", "a.txt#0"]);
    const titled = [find("a.txt", 0, fog), find("c.txt", 0, fog)];
    const byTitle = rank("Which ferry sank?", titled, { "c.txt": "A ferry sinks" });
    expect(listIds(byTitle)).toEqual(["c.txt#0", "a.txt#0"]);
  });

  it("lifts a sentence that meets one part of a question wholly over one that meets two by halves", () => {
    const text =
      "Did the harbour council raise barge fees, while the city theatre closed its leaking roof?";
    const whole = "Later the city theatre closed its leaking roof.";
    const halves = "The harbour and the theatre: a council, a city.";
    const [best] = listTexts(rank(text, [find("a.txt", 0, [halves]), find("b.txt", 0, [whole])]));
    expect(best).toBe(whole);
  });

  it("believes the vectors where the question shares few words with what was found", () => {
    const near = find("a.txt", 0, fog, { dense: 0.7 });
    const far = find("b.txt", 0, ["All the ferries sank."], { dense: 0.2, fullText: 3 });
    expect(listIds(rank("Why was all visibility gone?", [far, near]))).toEqual([
      "a.txt#0",
      "b.txt#0",
    ]);
  });

  it("believes the words where they are many and rare", () => {
    const words = "The dredger Albatross struck the Korvin lighthouse pier at Sandholm";
    const near = find("a.txt", 0, fog, { dense: 0.7 });
    const far = find("b.txt", 0, [`${words}.`], { dense: 0.2, fullText: 30 });
    const others = [0, 1, 2, 3].map((place) => find("c.txt", place, ["Calm sea."], { dense: 0.3 }));
    expect(listIds(rank(`Is it true that ${words}?`, [near, far, ...others]))[0]).toBe("b.txt#0");
  });

  it("puts what holds a quoted phrase before what has its words here and there", () => {
    const found = [
      find("a.txt", 0, ["The fog closed the harbour; the ferry and the fog wait."], { dense: 0.4 }),
      find("b.txt", 0, ["In the harbour fog nothing moved."], { dense: 0.2 }),
    ];
    expect(listIds(rank('Who wrote of "harbour fog" and the ferry?', found))[0]).toBe("b.txt#0");
    expect(listIds(rank("Who wrote of harbour fog and the ferry?", found))[0]).toBe("a.txt#0");
  });

  it("finds nothing in nothing", () => {
    expect(rank("Who?", [])).toEqual({ passages: [], sentences: [] });
  });

  it("keeps every passage and sentence once, with finite scores that fall", () => {
    const sentence = fc.constantFrom("The ferry sank.", "Fog.", "A theatre opened.", "…");
    const legs = fc.oneof(fc.constant({}), fc.record({ dense: fc.constantFrom(-0.2, 0, 0.4) }));
    const passage = fc.tuple(fc.array(sentence, { minLength: 1, maxLength: 4 }), legs);
    fc.assert(
      fc.property(fc.array(passage), (made) => {
        const found = made.map(([texts, scores], place) => find("a.txt", place, texts, scores));
        const { passages, sentences } = rank("Which ferry sank, and which theatre opened?", found);
        expect(passages.map((one) => one.passage.position).sort((a, b) => a - b)).toEqual([
          ...made.keys(),
        ]);
        expect(sentences).toHaveLength(made.flatMap(([texts]) => texts).length);
        for (const list of [passages, sentences]) {
          const scores = list.map(({ score }) => score);
          expect(scores.every(Number.isFinite)).toBe(true);
          expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        }
      }),
    );
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Judgment, LocatedEvidence } from "../../src/core/evaluation.ts";
import { type RankedText, scoreRetrieval } from "../../src/evaluate/score-retrieval.ts";

const passage = (text: string, articleId = "a"): RankedText => ({
  articleId,
  text,
  start: 0,
  end: text.length,
});
const fact = (text: string, grade = 1): LocatedEvidence => ({
  articleId: "a",
  grade,
  text,
  span: { start: 0, end: text.length },
});
const judge = (evidence: readonly LocatedEvidence[]): Judgment[] =>
  evidence.map(({ articleId: article, grade, text, span }) =>
    span ? { kind: "text", article, grade, text } : { kind: "article", article, grade },
  );
const filler = (words: number) => passage(Array(words).fill("word").join(" "), "b");
const score = (passages: RankedText[], evidence: LocatedEvidence[]) =>
  scoreRetrieval({ passages, sentences: [] }, evidence, judge(evidence));

test("a fact is found inside one passage, white space removed, and not across two", () => {
  expect(score([passage("so the  tide\nrose fast")], [fact("the tide rose")])["hits@1"]).toBe(1);
  expect(
    score([passage("so the tide"), passage("rose fast")], [fact("the tide rose")])["hits@10"],
  ).toBe(0);
});

test("a passage that would overrun the budget ends the list", () => {
  const found = score([filler(499), passage("the tide rose")], [fact("the tide rose")]);
  expect(found["recall@500w"]).toBe(0);
  expect(found["recall@1000w"]).toBe(1);
  const behind = score([filler(501), passage("the tide rose")], [fact("the tide rose")]);
  expect(behind["recall@500w"]).toBe(0);
});

test("recall is the share of facts, hits ask for any fact", () => {
  const found = score([passage("the tide rose")], [fact("the tide rose"), fact("boats sank")]);
  expect(found["recall@500w"]).toBe(0.5);
  expect(found["hits@1"]).toBe(1);
});

test("reciprocal rank counts the first holder, and nothing beyond ten", () => {
  const holder = passage("the tide rose");
  expect(score([filler(1), holder], [fact("the tide rose")])["mrr@10"]).toBe(0.5);
  const late = [...Array(10).fill(filler(1)), holder];
  expect(score(late, [fact("the tide rose")])["mrr@10"]).toBe(0);
});

test("gain is graded and discounted by rank; the ideal order scores 1", () => {
  const [big, small] = [fact("the tide rose", 2), fact("boats sank", 1)];
  const [first, second] = [passage("the tide rose"), passage("boats sank")];
  expect(score([first, second], [big, small])["ndcg@10"]).toBeCloseTo(1);
  const swapped = (1 + 2 / Math.log2(3)) / (2 + 1 / Math.log2(3));
  expect(score([second, first], [big, small])["ndcg@10"]).toBeCloseTo(swapped);
});

test("when whole articles are judged, an article has one rank however many passages it has", () => {
  const judged: LocatedEvidence = { articleId: "a", grade: 1, text: "" };
  const ranking = [filler(1), filler(2), passage("anything")];
  expect(score(ranking, [judged])["ndcg@10"]).toBeCloseTo(1 / Math.log2(3));
  expect(score(ranking, [judged])).not.toHaveProperty("sentence-mrr");
});

test("a sentence is gold when it shares half of the shorter of the two", () => {
  const sentences = [
    { articleId: "a", text: "x", start: 40, end: 60 },
    { articleId: "a", text: "y", start: 0, end: 30 },
  ];
  const gold = [{ articleId: "a", grade: 1, text: "z", span: { start: 10, end: 50 } }];
  const found = scoreRetrieval({ passages: [], sentences }, gold, judge(gold));
  expect(found).toMatchObject({ "sentence-mrr": 1, "sentence-hits@1": 1 });
});

test("what the corpus lacks counts as not found, in every measure", () => {
  const here = fact("the tide rose");
  const judgments = judge([here, fact("boats sank")]);
  const ranking = { passages: [passage("the tide rose")], sentences: [] };
  const found = scoreRetrieval(ranking, [here], judgments);
  expect(found["recall@500w"]).toBe(0.5);
  expect(found["ndcg@10"]).toBeCloseTo(1 / (1 + 1 / Math.log2(3)));
  const none = scoreRetrieval(ranking, [], judgments);
  expect(none).toMatchObject({ "recall@500w": 0, "hits@10": 0, "ndcg@10": 0, "sentence-mrr": 0 });
});

test("a copy of the report in another article holds its facts too", () => {
  expect(score([passage("the tide rose", "copy")], [fact("the tide rose")])["hits@1"]).toBe(1);
});

test("more passages never lower a recall, and a larger budget never finds less", () => {
  const words = fc.array(fc.constantFrom("tide", "rose", "boats", "sank"), { minLength: 1 });
  const texts = fc.array(
    words.map((list) => list.join(" ")),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(
      texts,
      fc.uniqueArray(fc.constantFrom("tide rose", "boats sank", "rose boats"), { minLength: 1 }),
      (list, facts) => {
        const evidence = facts.map((text) => fact(text));
        const all = list.map((text) => passage(text));
        const found = score(all, evidence);
        const fewer = score(all.slice(0, -1), evidence);
        expect(found["recall@500w"]).toBeGreaterThanOrEqual(fewer["recall@500w"] ?? 0);
        expect(found["recall@2000w"]).toBeGreaterThanOrEqual(found["recall@500w"] ?? 0);
        expect(found["hits@10"]).toBeGreaterThanOrEqual(found["hits@4"] ?? 0);
        expect(found["ndcg@10"]).toBeLessThanOrEqual(1);
      },
    ),
  );
});

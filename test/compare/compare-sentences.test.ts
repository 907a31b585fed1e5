// Invented sentences with the place of their answer → the positions that are told, and whether they differ.

import { expect, test } from "vitest";
import { compareSentences } from "../../src/compare/compare-sentences.ts";
import type { Care } from "../../src/compare/statement.ts";
import type { DraftComparison } from "../../src/core/comparison.ts";
import { readIssue } from "../../src/question/read-issue.ts";
import type { AttributedSentence } from "../../src/search/attribute-sentences.ts";
import { makeRecord } from "../fixtures/evidence-fixtures.ts";

interface Told {
  readonly text: string;
  readonly answer: string;
  readonly published?: string;
  readonly probability?: number;
}

function compare(question: string, care: Care, told: readonly Told[]): DraftComparison | undefined {
  const ids = told.map((_, place) => `${place}.txt`);
  const sentences = told.map(({ text, answer, probability = 0.9 }, place) => {
    const start = text.indexOf(answer);
    const signals = {
      similarity: 0.6,
      answers: 4 * probability,
      margin: 2,
      coverage: 0.5,
      fused: 3,
    };
    const articleId = ids[place] ?? "";
    const span = { start, end: start + answer.length };
    return { articleId, start: 0, end: text.length, text, probability, signals, answer: span };
  }) as unknown as readonly AttributedSentence[];
  const articles = new Map(
    told.map(({ published }, place) => {
      const record = makeRecord(ids[place] ?? "");
      const dated = published && { published: { value: published, origin: "front-matter" } };
      return [record.id, { ...record, metadata: { ...record.metadata, ...dated } }];
    }),
  );
  return compareSentences(readIssue(question), sentences, articles as never, care);
}

const eight = { text: "At least eight eels died in the Brone flood.", answer: "eight" };
const many = { text: "Twenty-one eels died in the Brone flood.", answer: "Twenty-one" };
const QUESTION = "How many eels died in the Brone flood?";

test("beside an answer nothing is told where values may be the same, or one article speaks", () => {
  const other = { text: "Some 21 eels died when Brone flooded.", answer: "21" };
  expect(compare(QUESTION, "careful", [many, other])).toBeUndefined();
  expect(compare(QUESTION, "careful", [many])).toBeUndefined();
});

test("where a comparison is asked for, agreement and a lone voice are told", () => {
  expect(compare(QUESTION, "wide", [many])?.verdict).toBe("alone");
  const compared = compare(QUESTION, "wide", [many, { ...many, text: `${many.text} So it was.` }]);
  expect(compared?.verdict).toBe("agree");
  expect(compared?.positions).toHaveLength(1);
});

test("a later article that gives another count is told as then and now, with the days", () => {
  const compared = compare(QUESTION, "careful", [
    { ...many, published: "2031-05-03" },
    { ...eight, published: "2031-05-01" },
  ]);
  expect(compared?.verdict).toBe("differ");
  expect(compared?.positions.map(({ value, days }) => [value, days?.from])).toEqual([
    ["At least eight", "2031-05-01"],
    ["Twenty-one", "2031-05-03"],
  ]);
});

test("articles of one day contradict each other", () => {
  const compared = compare(QUESTION, "careful", [many, eight]);
  expect(compared?.positions.map(({ days }) => days)).toEqual([undefined, undefined]);
});

test("what something else is counted of is no position", () => {
  const others = { text: "Some 300 boats sank in the Brone flood.", answer: "300" };
  expect(compare(QUESTION, "careful", [many, others])).toBeUndefined();
});

test("who is told by two reports of one thing with another name differs", () => {
  const question = "Who won the Brone regatta?";
  const [one, other] = ["Ada Roe", "Ivo Lind"].map((name) => ({
    text: `${name} won the Brone regatta by two lengths.`,
    answer: name,
  }));
  expect(compare(question, "careful", one && other ? [one, other] : [])?.verdict).toBe("differ");
});

test("yes and no differ where both are given for the one statement", () => {
  const yes = { text: "The Brone bridge is open.", answer: "open" };
  const no = { text: "The Brone bridge is not open.", answer: "open" };
  const compared = compare("Is the Brone bridge open?", "careful", [yes, no]);
  expect(compared?.positions.map(({ value }) => value).sort()).toEqual(["no", "yes"]);
});

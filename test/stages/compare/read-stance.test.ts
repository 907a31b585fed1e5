// Invented sentences → whether each says what is asked, the contrary, or says it of a part.

import { describe, expect, test } from "vitest";
import type { DraftComparison } from "../../../src/model/comparison.ts";
import { draftComparison } from "../../../src/stages/compare/draft-comparison.ts";
import type { Said } from "../../../src/stages/compare/statement.ts";

/** Each text is a sentence of an article of its own, said by somebody, or by the article. */
const compare = (
  question: string,
  ...texts: readonly (string | readonly [text: string, name: string])[]
): DraftComparison | undefined =>
  draftComparison(
    question,
    texts.map((one, place) => {
      const [text, name] = typeof one === "string" ? [one, undefined] : one;
      const said: Said =
        name === undefined ? { manner: "statement" } : { manner: "reported", party: { name } };
      return { articleId: `${place}.txt`, start: 0, end: text.length, text, rank: 1, said };
    }),
  );
const told = (compared: DraftComparison | undefined): unknown =>
  compared?.positions.map(({ value, stance }) => [value, stance]);

describe("yes and no are told by words that mean the contrary", () => {
  test.each([
    ["Is the bridge open?", "The bridge is open.", "The bridge is closed to cars."],
    ["Did the vote succeed?", "The vote succeeded.", "The vote failed by two hands."],
    ["Was the clerk convicted?", "The clerk was convicted.", "The clerk was acquitted on Friday."],
    ["Are prices rising?", "Prices are rising again.", "Prices have dropped since May."],
    ["Does the dam leak?", "The dam leaks.", "The ministry denied that the dam leaks."],
  ])("%s", (question, yes, no) => {
    const compared = compare(question, yes, no);
    expect(compared?.verdict).toBe("differ");
    expect(compared?.positions.map(({ value }) => value)).toEqual(["yes", "no"]);
  });
});

test("asked what most are, a share says yes or no and some leave it open", () => {
  const compared = compare(
    "Are the strikers mostly honest people?",
    ["Roe estimated that 80 percent of the strikers are honest.", "Ada Roe"],
    "Some of the strikers are crooks.",
  );
  expect(compared?.positions.map(({ value, conversion }) => [value, conversion])).toEqual([
    ["yes", "80 percent"],
    ["partly", undefined],
  ]);
  expect(compared?.verdict).toBe("agree");
});

test("two halves of a sentence each say their own", () => {
  const compared = compare(
    "Do most villagers support the dam?",
    "Most villagers support the dam, its builders hold; a poll found that 62 percent oppose the dam.",
  );
  expect(compared?.positions.map(({ value, conversion }) => [value, conversion])).toEqual([
    ["yes", undefined],
    ["no", "62 percent"],
  ]);
});

test("two speakers of one article contradict each other, one speaker does not", () => {
  const verdictOf = (one: string, other: string): unknown =>
    draftComparison(
      "How many villages will be flooded?",
      [
        ["Two villages will be flooded.", one],
        ["Four villages will be flooded.", other],
      ].map(([text = "", name = ""], place) => ({
        articleId: "river.txt",
        start: place * 100,
        end: place * 100 + text.length,
        text,
        rank: 1,
        said: { manner: "reported", party: { name } },
      })),
    )?.verdict;
  expect(verdictOf("Ada Roe", "Ivo Lind")).toBe("differ");
  expect(verdictOf("Ada Roe", "Ada Roe")).toBe("alone");
});

describe("who says something", () => {
  const question = "Who says that the catch is falling?";

  test("is told by speaker, articles for their own words, and nobody contradicts another", () => {
    const compared = compare(
      question,
      ["Roe said the catch was falling.", "Ada Roe"],
      ["“The catch has shrunk,” Lind told reporters.", "Ivo Lind"],
      "The catch is falling fast.",
    );
    expect(told(compared)).toEqual([
      ["Ada Roe", "affirms"],
      ["Ivo Lind", "affirms"],
      ["the article itself", "affirms"],
    ]);
    expect(compared?.verdict).toBe("agree");
    expect(compared?.positions.every(({ reason }) => reason === undefined)).toBe(true);
  });

  test("brings one speaker of two articles together, and who says otherwise last", () => {
    const compared = compare(
      question,
      ["Roe said the catch was falling.", "Ada Roe"],
      ["Lind said the catch was growing.", "Ivo Lind"],
      ["The catch falls every year, Roe warned.", "Dr. Ada Roe"],
    );
    expect(told(compared)).toEqual([
      ["Ada Roe", "affirms"],
      ["Ivo Lind", "denies"],
    ]);
    expect(compared?.positions[0]?.quotes).toHaveLength(2);
    expect(compared?.verdict).toBe("differ");
  });

  test("takes nobody who speaks of something else", () => {
    expect(compare(question, ["Roe said the harbour was quiet.", "Ada Roe"])).toBeUndefined();
  });
});

test("two who may both have done it do not contradict each other, two holders of a post do", () => {
  const verdict = (question: string, ...texts: string[]): unknown =>
    compare(question, ...texts)?.verdict;
  expect(
    verdict("Who attended the launch?", "Ada Roe attended the launch.", "Ivo Lind attended it."),
  ).toBe("agree");
  expect(
    verdict("Who won the race?", "Ada Roe won the race.", "The race was won by Ivo Lind."),
  ).toBe("differ");
});

describe("a value that is not stated outright is marked", () => {
  test.each([
    ["Allegedly 40 eels were stolen.", "alleged"],
    ["Rumour has it that 40 eels were stolen.", "reported"],
    ["The harbour denied that 40 eels were stolen.", "denied"],
    ["An estimated 40 eels were stolen.", "estimated"],
    ["Some 40 eels were stolen.", undefined],
  ])("%s", (text, hedge) => {
    expect(compare("How many eels were stolen?", text)?.positions[0]?.hedge).toBe(hedge);
  });

  test("what one denies and another states differs", () => {
    const compared = compare(
      "How many eels were stolen?",
      "Forty eels were stolen.",
      "The harbour denied that 40 eels were stolen.",
    );
    expect(compared?.verdict).toBe("differ");
  });
});

test("a cut by a share and a cut to a sum are told as such, with the share worked out", () => {
  const compared = draftComparison(
    "How far was the divers' pay cut?",
    [
      "The divers' pay was cut by half.",
      "Divers were getting $80 a month.",
      "The divers' pay was cut to $20 a month.",
    ].map((text, place) => ({
      articleId: place === 0 ? "one.txt" : "two.txt",
      start: place * 100,
      end: place * 100 + text.length,
      text,
      rank: 1,
    })),
  );
  expect(compared?.positions.map(({ conversion, reason }) => [conversion, reason?.kind])).toEqual([
    [undefined, "size"],
    ["75 % less than $80 a month", "result"],
  ]);
});

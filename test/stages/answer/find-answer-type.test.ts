import { describe, expect, it } from "vitest";
import {
  findAnswerType,
  holdsAnswerType,
  namesKind,
} from "../../../src/stages/answer/find-answer-type.ts";
import { introduceArticle } from "../../../src/answer/extractive/introduce-article.ts";
import { makeRecord } from "../evidence-fixtures.ts";

describe("findAnswerType", () => {
  it.each([
    ["How far did fares fall?", "change"],
    ["By how much was the budget reduced?", "change"],
    ["What share of the pensions was cut?", "change"],
    ["How many ferries sail?", "quantity"],
    ["What sum was paid?", "quantity"],
    ["When did the ferry sink?", "date"],
    ["In which year was it built?", "date"],
    ["Who is Ana Ruiz?", "identity"],
    ["who was the captain", "identity"],
    ["Who sank the ferry?", "any"],
    ["When do you need a ticket?", "any"],
    ["Why did fares fall?", "reason"],
    ["What are the reasons for the delay?", "reason"],
    ["Where did the ferry sink?", "place"],
    ["How old is the captain?", "age"],
    ["How long did the voyage take?", "duration"],
    ["How did the ferry sink?", "any"],
    ["Who sank the ferry, and when?", "date"],
    ["Who runs the ferry?", "leader"],
    ["Who is in charge of the port?", "leader"],
    ["Who ran into the ferry?", "any"],
    ["Does anyone dispute that the ferry sank?", "denial"],
    ["What is Ana Ruiz's salary?", "quantity"],
    ["What is the difference between their crews and those of the police?", "any"],
    ["What is the difference between the port's and the council's figures?", "quantity"],
  ])("%s → %s", (question, type) => expect(findAnswerType(question)).toBe(type));
});

describe("holdsAnswerType", () => {
  it.each([
    ["quantity", "Nearly 1,500 people came.", true],
    ["quantity", "Half of the crew left.", true],
    ["quantity", "The ferry was built in 1994.", false],
    ["quantity", "It sank on 12 May.", false],
    ["quantity", "Many people came.", false],
    ["change", "Fares fell to 40 crowns.", true],
    ["change", "They now get half pay.", true],
    ["change", "A ticket is 40 crowns.", false],
    ["change", "Fares fell.", false],
    ["date", "It sank on Tuesday.", true],
    ["date", "It was built in 1994.", true],
    ["date", "The crew left two years ago.", true],
    ["date", "Some 1,994 people came.", false],
    ["age", "The captain, 51, was asleep.", true],
    ["age", "A 19-year-old sailor swam ashore.", true],
    ["age", "The ferry carries 51 people.", false],
    ["duration", "The voyage took nine hours.", true],
    ["duration", "The voyage was rough.", false],
    ["place", "It sank off the coast.", true],
    ["place", "The crew rowed to Ostend.", true],
    ["place", "The band went on playing on Monday.", false],
    ["reason", "It sank because a hatch stood open.", true],
    ["reason", "It sank.", false],
    ["any", "Anything.", true],
  ] as const)("%s in %j: %s", (type, sentence, held) => {
    expect(holdsAnswerType(type, sentence)).toBe(held);
  });
});

describe("namesKind", () => {
  it.each(["sum", "years", "reason"])("%s says only what kind of thing is asked for", (word) => {
    expect(namesKind(word)).toBe(true);
  });
  it("tells a subject from a kind", () => expect(namesKind("ferry")).toBe(false));
});

describe("introduceArticle", () => {
  const field = (value: string) => ({ value, origin: "found" as const });
  it.each([
    [{}, "One article:"],
    [{ publisher: field("Gazette") }, "Gazette:"],
    [{ published: field("2024-05-07T10:00:00Z") }, "One article, 7 May 2024:"],
    [
      { publisher: field("Briefs"), about: { publisher: "The Times" } },
      "Brief of The Times' report:",
    ],
    [{ about: {} }, "Brief of a report:"],
  ])("%j → %s", (metadata, words) => {
    expect(introduceArticle(makeRecord("a.txt", metadata))).toBe(words);
  });
});

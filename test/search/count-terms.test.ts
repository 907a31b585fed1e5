import { describe, expect, it } from "vitest";
import { listTerms } from "../../src/question/question-words.ts";
import { surveyTerms } from "../../src/search/count-terms.ts";
import { makePassage, makeRecord } from "../fixtures/evidence-fixtures.ts";

const one = makePassage("a.txt", 0, ["The quay closed."]);
const two = makePassage("b.txt", 0, ["The theatre opened."]);

describe("surveyTerms", () => {
  it("lists content words once, tells names, and counts the passages that hold each", () => {
    const terms = surveyTerms(
      listTerms("Did the theatre or the theatres of Ghent open?"),
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
    const terms = surveyTerms(
      listTerms("What did the Gazette write in March?"),
      [one, two],
      records,
    );
    expect(terms.map(({ text, passages }) => [text, passages])).toEqual([
      ["Gazette", 1],
      ["write", 0],
      ["March", 1],
    ]);
  });
});

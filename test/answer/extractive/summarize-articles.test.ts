import { describe, expect, it } from "vitest";
import { summarizeArticles } from "../../../src/answer/extractive/summarize-articles.ts";
import {
  makeEvidence,
  makePassage,
  makeRecord,
  scorePassage,
} from "../../fixtures/evidence-fixtures.ts";

const opening = "The ferry company will cut its fares by a third in the coming spring.";
const central =
  "Cheaper fares will bring the ferry company more passengers in the spring, it hopes.";
const leaning = "They had asked the ferry company for cheaper fares in the spring for years.";
const aside = "A brass band played on the quay while somebody sold hot chestnuts nearby.";

const summarize = (texts: readonly string[], articles = 1) => {
  const passages = [scorePassage(makePassage("a.txt", 0, [...texts]))];
  const evidence = makeEvidence("Summarize it", passages, [makeRecord("a.txt", {})]);
  return summarizeArticles({ ...evidence, summary: { articles } });
};

describe("summarizeArticles", () => {
  it("quotes the opening and what uses the article's words, in the article's order", () => {
    const [claim] = summarize([opening, leaning, aside, central]);
    const quotes = claim?.kind === "claim" ? claim.quotes.map(({ text }) => text) : [];
    expect(quotes).toEqual([opening, aside, central]);
  });

  it("leaves out headings, and sentences that lean on the one before", () => {
    const [claim] = summarize(["FERRY NEWS", opening, leaning]);
    expect(claim).toMatchObject({ kind: "claim", quotes: [{ text: opening }] });
  });

  it("says when there were more articles than it shows", () => {
    expect(summarize([opening], 40)).toMatchObject([
      { kind: "claim" },
      { kind: "note", code: "cut", text: expect.stringContaining("1 of 40 articles") },
    ]);
  });

  it("abstains from an article without a sentence that stands alone", () => {
    expect(summarize(["FERRY NEWS"])).toMatchObject([{ kind: "abstention", reason: "no-match" }]);
  });
});

import { expect, test } from "vitest";
import { fingerprintTexts } from "../../../src/corpus/copies/fingerprint-texts.ts";
import { dropCopiedQuotes } from "../../../src/corpus/copies/set-aside-copies.ts";
import { makeRecord } from "../../fixtures/evidence-fixtures.ts";
import { inventNews } from "./invented-news.ts";

const wire = inventNews(1, 12);
const articles = new Map(
  Object.entries({ first: wire, copy: wire, other: inventNews(2, 12) }).map(([id, text]) => [
    id,
    { ...makeRecord(id), lineage: { ...fingerprintTexts([text]), restsOn: [] } },
  ]),
);
const position = {
  value: "40",
  quotes: [...articles.keys()].map((articleId) => ({ articleId, start: 0, end: 3, text: "Two" })),
};

function speak(cited: readonly string[]): readonly string[] | undefined {
  const comparison = { verdict: "agree", positions: [position] } as const;
  const [kept] = dropCopiedQuotes(comparison, articles, new Set(cited)).positions;
  return kept?.quotes.map(({ articleId }) => articleId);
}

test("of two copies that take a position the first speaks, and every other article", () => {
  expect(speak([])).toEqual(["first", "other"]);
});

test("the copy that is quoted above speaks for the first", () => {
  expect(speak(["copy"])).toEqual(["copy", "other"]);
});

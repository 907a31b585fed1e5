import { describe, expect, test } from "vitest";
import type { ArticleRecord } from "../../../src/core/index-state.ts";
import { fingerprintTexts } from "../../../src/corpus/copies/fingerprint-texts.ts";
import { dropCopiedQuotes, setAsideCopies } from "../../../src/corpus/copies/set-aside-copies.ts";
import {
  makeEvidence,
  makePassage,
  makeRecord,
  scorePassage,
} from "../../fixtures/evidence-fixtures.ts";
import { inventNews } from "./invented-news.ts";

const OWN = "Residents of Alder Bay sang outside the customs house until midnight.";
const sentencesOf = (text: string): readonly string[] => text.split(/(?<=\.) /);
const story = sentencesOf(inventNews(1, 12));

function record(id: string, sentences: readonly string[]): ArticleRecord {
  const samples = fingerprintTexts([sentences.join(" ")]);
  return { ...makeRecord(id), lineage: { ...samples, restsOn: [] } };
}

function shown(articles: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const entries = Object.entries(articles);
  const evidence = makeEvidence(
    "What happened?",
    entries.map(([id, sentences]) => scorePassage(makePassage(id, 0, sentences))),
    entries.map(([id, sentences]) => record(id, sentences)),
  );
  return setAsideCopies(evidence).passages.flatMap(({ passage }) =>
    passage.sentences.map(
      ({ start, end }) => `${passage.articleId}: ${passage.text.slice(start, end)}`,
    ),
  );
}

describe("of two copies in the evidence", () => {
  test("only the first speaks, and of the other what it adds", () => {
    const lines = shown({ first: story, second: [...story, OWN] });
    expect(lines).toEqual([...story.map((text) => `first: ${text}`), `second: ${OWN}`]);
  });

  test("a sentence whose figure was changed stays", () => {
    const changed = story.map((text, at) => (at === 3 ? text.replace(/\d+/, "31") : text));
    expect(shown({ first: story, second: changed })).toContain(`second: ${changed[3]}`);
  });
});

test("evidence without copies stays as it is", () => {
  const evidence = makeEvidence(
    "What happened?",
    [scorePassage(makePassage("one", 0, story)), scorePassage(makePassage("two", 0, [OWN]))],
    [record("one", story), record("two", [OWN])],
  );
  expect(setAsideCopies(evidence)).toBe(evidence);
});

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

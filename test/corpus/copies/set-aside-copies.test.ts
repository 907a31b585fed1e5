import { describe, expect, test } from "vitest";
import type { ArticleRecord } from "../../../src/core/index-state.ts";
import { fingerprintTexts } from "../../../src/corpus/copies/fingerprint-texts.ts";
import { setAsideCopies } from "../../../src/corpus/copies/set-aside-copies.ts";
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

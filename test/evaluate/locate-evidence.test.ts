import { expect, test } from "vitest";
import type { SourceText } from "../../src/core/article.ts";
import type { Judgment } from "../../src/core/evaluation.ts";
import { locateEvidence } from "../../src/evaluate/locate-evidence.ts";

const text = "The  tide\nrose fast. Boats sank.";
const source: SourceText = {
  id: "a.md",
  path: "a.md",
  text,
  sha256: "aa",
  textSha256: "aa",
  size: text.length,
  modified: 0,
};
const locate = (judgment: Judgment) =>
  locateEvidence(
    { line: 7, question: "?", evidence: [judgment], unanswerable: false, filters: {}, answers: [] },
    new Map([[source.id, source]]),
  );
const place = { article: "a.md", grade: 2 };

test("a text is found whatever its white space, and its span is the article's", () => {
  const { evidence, missing } = locate({ ...place, kind: "text", text: "tide rose\tfast." });
  expect(missing).toEqual([]);
  expect(evidence[0]).toMatchObject({ articleId: "a.md", grade: 2 });
  const { start, end } = evidence[0]?.span ?? { start: 0, end: 0 };
  expect(text.slice(start, end)).toBe("tide\nrose fast.");
});

test("a span needs the file that it was counted in", () => {
  const span = { ...place, kind: "span", start: 21, end: 32 } as const;
  expect(locate({ ...span, sha256: "aa" }).evidence[0]?.text).toBe("Boats sank.");
  expect(locate({ ...span, sha256: "bb" }).missing[0]?.reason).toBe("other-file");
  expect(locate({ ...span, end: 99, sha256: "aa" }).missing[0]?.reason).toBe("outside-article");
});

test("a whole article has no span", () => {
  expect(locate({ ...place, kind: "article" }).evidence[0]).not.toHaveProperty("span");
});

test("what is not there is told with the line and the reason", () => {
  expect(locate({ ...place, kind: "text", text: "The moon rose." }).missing).toEqual([
    { line: 7, article: "a.md", reason: "text-not-in-article" },
  ]);
  expect(locate({ grade: 1, article: "b.md", kind: "article" }).missing[0]?.reason).toBe(
    "no-such-article",
  );
});

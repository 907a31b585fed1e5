import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Source } from "../../src/core/answer.ts";
import { citeKey, renderBibtex } from "../../src/export/bibliography.ts";
import { loadCase } from "./load-case.ts";
import { nastyText } from "./nasty-text.ts";

const sourceOf = (known: Partial<Source>): Source => ({
  articleId: "a.txt",
  path: "a.txt",
  sha256: "0",
  textSha256: "0",
  quotes: [],
  ...known,
});

describe("a citation key", () => {
  test("is publisher, year, a word that says something, and what keeps two articles apart", () => {
    const known = {
      publisher: "Örlen Post",
      published: "2024-05-03",
      title: "The Harbour reopens",
    };
    expect(citeKey(sourceOf(known))).toMatch(/^orlen-post-2024-harbour-[a-z0-9]+$/);
    expect(citeKey(sourceOf({ ...known, articleId: "b.txt" }))).not.toBe(citeKey(sourceOf(known)));
    expect(citeKey(sourceOf({ ...known, sha256: "1", quotes: [] }))).toBe(citeKey(sourceOf(known)));
  });

  test("has nothing in it that BibTeX or Pandoc would stumble over, whatever the article is called", () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const key = citeKey(sourceOf({ title: text, publisher: text, articleId: text }));
        expect(key).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        expect(key.length).toBeLessThan(60);
      }),
    );
  });
});

test("a bibliography has each article once, and lines that TeX can read", () => {
  const bibtex = renderBibtex(["two-reports", "brief", "two-reports", "hostile"].map(loadCase));
  expect(bibtex.match(/^@/gm)).toHaveLength(4);
  for (const line of bibtex.split("\n").filter((each) => each !== "")) {
    expect(line).toMatch(/^(?:@(?:article|misc)\{[a-z0-9-]+,| {2}[a-z]+ = .*,|\})$/);
  }
  expect(bibtex).not.toMatch(/(?<!\\)[%$&#](?!.*\},$)/m);
});

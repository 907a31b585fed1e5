import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findRelated } from "../../../src/corpus/copies/find-related.ts";
import { fingerprintTexts } from "../../../src/corpus/copies/fingerprint-texts.ts";
import { listCopiesOf, type TracedArticle } from "../../../src/corpus/copies/judge-copy.ts";
import { inventNews } from "./invented-news.ts";

function trace(id: string, text: string): TracedArticle {
  return { id, textSha256: text, ...fingerprintTexts([text]) };
}

const words = (count: number, prefix: string): string =>
  Array.from({ length: count }, (_, at) => `${prefix}${at}`).join(" ");

test("copies of a few are those that are found one by one, whatever the texts", () => {
  const texts = fc.array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 30 })), { maxLength: 8 });
  fc.assert(
    fc.property(texts, (made) => {
      const articles = made.map(([seed, length], at) => trace(`${at}`, inventNews(seed, length)));
      const related = findRelated(articles.slice(0, 3), articles);
      for (const article of articles.slice(0, 3)) {
        expect(related.get(article.id)?.copies).toEqual(listCopiesOf(article, articles));
      }
    }),
    { numRuns: 60 },
  );
});

test("twenty words in common make a sharer, wherever they stand", () => {
  fc.assert(
    fc.property(fc.nat(400), fc.nat(400), (before, after) => {
      const shared = words(20, "shared");
      const one = trace("one", `${words(before, "a")} ${shared} ${words(400 - before, "b")}`);
      const two = trace("two", `${words(after, "c")} ${shared} ${words(400 - after, "d")}`);
      const three = trace("three", words(300, "e"));
      expect(findRelated([one], [one, two, three]).get("one")).toEqual({
        copies: [],
        sharers: ["two"],
      });
    }),
  );
});

describe("no sharer", () => {
  test("is a copy, nor the article itself", () => {
    const text = inventNews(1, 20);
    const related = findRelated([trace("one", text)], [trace("one", text), trace("two", text)]);
    expect(related.get("one")).toEqual({ copies: ["two"], sharers: [] });
  });

  test("is found by a notice that is under every article", () => {
    const notice = words(30, "notice");
    const all = Array.from({ length: 60 }, (_, at) =>
      trace(`${at}`, `${words(200, `w${at}x`)} ${notice}`),
    );
    expect(findRelated(all.slice(0, 1), all).get("0")?.sharers).toEqual([]);
  });
});

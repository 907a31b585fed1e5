import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countIndependent, findCopies } from "../../../src/corpus/copies/find-copies.ts";
import { fingerprintTexts } from "../../../src/corpus/copies/fingerprint-texts.ts";
import { listCopiesOf, type TracedArticle } from "../../../src/corpus/copies/judge-copy.ts";
import { inventNews } from "./invented-news.ts";

function trace(id: string, text: string): TracedArticle {
  return { id, textSha256: text, ...fingerprintTexts([text]) };
}

const wire = inventNews(1, 40);
const other = inventNews(2, 40);

describe("an article is found to be a copy", () => {
  test.each([
    ["of itself under another name", wire],
    ["when it is cut to its beginning", wire.slice(0, wire.length * 0.4)],
    ["when another story follows it", `${wire} ${other}`],
    [
      "in other typography",
      wire.toUpperCase().replaceAll(" the ", " the “").replaceAll(". ", ".\n\n"),
    ],
    ["with a paragraph in its middle", wire.replace(". ", `. ${inventNews(5, 3)} `)],
  ])("%s", (_name, text) => {
    const found = findCopies([
      trace("wire", wire),
      trace("copy", text),
      trace("other", inventNews(3, 40)),
    ]);
    expect(found).toEqual(
      new Map([
        ["wire", ["copy"]],
        ["copy", ["wire"]],
      ]),
    );
  });

  test("when it is too short to be sampled, if every character is the same", () => {
    const found = findCopies([trace("a", "Rain."), trace("b", "Rain."), trace("c", "Sun.")]);
    expect(found).toEqual(
      new Map([
        ["a", ["b"]],
        ["b", ["a"]],
      ]),
    );
  });
});

describe("an article is no copy", () => {
  test("when it tells another story in like words", () => {
    expect(findCopies([trace("wire", wire), trace("other", other)]).size).toBe(0);
  });

  test("when it repeats one sentence", () => {
    const [first = ""] = wire.split(". ");
    expect(findCopies([trace("wire", wire), trace("other", `${other} ${first}.`)]).size).toBe(0);
  });
});

test("all together are found as each by itself, whatever the texts", () => {
  const texts = fc.array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 30 })), { maxLength: 8 });
  fc.assert(
    fc.property(texts, (made) => {
      const articles = made.map(([seed, length], at) => trace(`${at}`, inventNews(seed, length)));
      const found = findCopies(articles);
      for (const article of articles) {
        expect(found.get(article.id) ?? []).toEqual(listCopiesOf(article, articles));
      }
    }),
    { numRuns: 60 },
  );
});

test("two stories and the one merged from them count as two", () => {
  const copies = findCopies([
    trace("a", wire),
    trace("b", other),
    trace("both", `${wire} ${other}`),
  ]);
  const counted = [...copies].map(([id, own]) => ({ id, copies: own }));
  expect(counted).toHaveLength(3);
  expect(countIndependent(counted)).toBe(2);
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { mintExcerpt, mintQuote } from "../../src/quote/mint-quote.ts";
import { HARBOUR, inventFile } from "../verify/invented.ts";

const file = inventFile("harbour.txt", HARBOUR);

test("an excerpt is sliced from the file, with its surroundings", () => {
  const start = HARBOUR.indexOf("sails");
  expect(mintExcerpt(file, { start, end: start + 11 })).toEqual({
    articleId: "harbour.txt",
    codePoints: { start, end: start + 11 },
    start,
    end: start + 11,
    text: "sails again",
    prefix: "our reopens\n\nThe ferry to Orlen ",
    suffix: ", the port said. 😀 Tickets cost",
  });
});

test("prefix and suffix never cut an emoji in two", () => {
  const text = `${"😀".repeat(20)}word${"😀".repeat(20)}x`;
  const { prefix, suffix } = mintExcerpt(inventFile("a", text), { start: 41, end: 43 });

  expect([prefix, suffix]).toEqual([`${"😀".repeat(15)}w`, `d${"😀".repeat(15)}`]);
});

test.each([
  [-1, 4],
  [4, 4],
  [5, 4],
  [0, HARBOUR.length + 1],
  [HARBOUR.indexOf("😀") + 1, HARBOUR.length],
  [0.5, 4],
])("the span [%d,%d) mints nothing", (start, end) => {
  expect(() => mintExcerpt(file, { start, end })).toThrow(RangeError);
});

describe("the words that answer", () => {
  const quote = { start: HARBOUR.indexOf("😀"), end: HARBOUR.indexOf("\r\n") };
  const mark = (words: string, from = 0, to = 0) => {
    const start = HARBOUR.indexOf(words) + from;
    const answer = { start, end: start + words.length - from + to };
    return mintQuote(file, { ...quote, answer }, 1).answer;
  };

  test("are kept with the quote, without the white space at their ends", () => {
    const start = HARBOUR.indexOf("12 crowns");
    expect(mark("12 crowns")).toEqual({ start, end: start + 9 });
    expect(mark(" 12 crowns")).toEqual({ start, end: start + 9 });
  });

  test.each([
    ["outside the quote", "sails", 0, 0],
    ["partly outside it", "crowns.\r\nCrews", 0, 0],
    ["in half a character", "😀 Tickets", 1, 0],
    ["nearly all of it", "Tickets cost 12 crowns", 0, 0],
    ["outside the article", "late.", 0, 5],
  ])("are not, where they lie %s", (_where, words, from, to) => {
    expect(mark(words, from, to)).toBeUndefined();
  });
});

test("no other file casts to the brand", () => {
  const cast =
    /\b(as|satisfies)\s+(unknown\s+as\s+)?(readonly\s+)?(Quote|Excerpt|Minted)\b|<(Quote|Excerpt|Minted)>\s*[({[]|(:|\bas|<)\s*any\b/;
  const casting = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .filter((name) => cast.test(withoutComments(readFileSync(join("src", name), "utf8"))));
  expect(casting).toEqual([join("quote", "mint-quote.ts")]);
});

function withoutComments(code: string): string {
  return code.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "").replaceAll(/"[^"\n]*"|`[^`]*`/g, '""');
}

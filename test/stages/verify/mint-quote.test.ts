import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mintExcerpt } from "../../../src/stages/verify/mint-quote.ts";
import { HARBOUR, inventFile } from "./invented.ts";

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

test("no other file casts to the brand", () => {
  const cast =
    /\b(as|satisfies)\s+(unknown\s+as\s+)?(readonly\s+)?(Quote|Excerpt|Minted)\b|<(Quote|Excerpt|Minted)>\s*[({[]|(:|\bas|<)\s*any\b/;
  const casting = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .filter((name) => cast.test(withoutComments(readFileSync(join("src", name), "utf8"))));
  expect(casting).toEqual([join("stages", "verify", "mint-quote.ts")]);
});

function withoutComments(code: string): string {
  return code.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "").replaceAll(/"[^"\n]*"|`[^`]*`/g, '""');
}

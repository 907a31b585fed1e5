import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { modelFolder } from "../../../src/adapters/builtin/model-files.ts";
import { weighQuestionTokens } from "../../../src/adapters/builtin/weigh-question-tokens.ts";
import {
  createTokenizer,
  readVocabulary,
} from "../../../src/adapters/builtin/word-piece-tokenizer.ts";

const tokenize = createTokenizer(
  readVocabulary(readFileSync(new URL("tokenizer.json", modelFolder))),
);
const weigh = (text: string): readonly number[] => weighQuestionTokens(text, tokenize(text));

test("weights add up to 1", () => {
  for (const text of ["Who leads the council?", "港口在哪里", "???", "5 + 7"]) {
    expect(weigh(text).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1);
  }
  expect(weigh("")).toEqual([]);
});

test("rarer words count more, signs and cut-off letters nothing", () => {
  const [the = 1, mayor = 0, apostrophe, letter, lantern = 0, sign] = weigh("the mayor's lantern?");
  expect(the).toBeLessThan(mayor);
  expect(mayor).toBeLessThan(lantern);
  expect([apostrophe, letter, sign]).toEqual([0, 0, 0]);
});

test("digits and other scripts count", () => {
  expect(weigh("5 港 the").every((weight) => weight > 0)).toBe(true);
});

import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkModelFile } from "../../src/adapters/builtin/model-files.ts";
import {
  createTokenizer,
  readVocabulary,
} from "../../src/adapters/builtin/word-piece-tokenizer.ts";
import { estimateTokens } from "../../src/text/estimate-tokens.ts";

const vocabulary = readVocabulary(
  await readFile(await checkModelFile("all-minilm-l6-v2/tokenizer.json")),
);
const tokenize = createTokenizer(vocabulary);

describe("estimateTokens", () => {
  it.each([
    "The harbour council closed the eastern quay on Tuesday, and nobody knew why.",
    "Maren Holt paid 1,204,500 crowns for nine cranes in 2019; they leaned by 3.5 degrees.",
    "“We had not foreseen it,” the harbourmaster's spokeswoman said — twice.",
    "港口委员会周二投票决定关闭东码头。",
  ])("is near to what the tokenizer makes, rather above than below: %s", (text) => {
    const { ids } = tokenize(text);
    expect(estimateTokens(text)).toBeGreaterThanOrEqual(0.85 * ids.length);
    expect(estimateTokens(text)).toBeLessThanOrEqual(1.5 * ids.length + 2);
  });

  it("is nothing for nothing, and grows with the text", () => {
    expect(estimateTokens(" \n\t")).toBe(0);
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.string({ unit: "grapheme" }),
        (one, other) => {
          const both = estimateTokens(`${one} ${other}`);
          expect(both).toBeGreaterThanOrEqual(estimateTokens(one));
          expect(both).toBeGreaterThanOrEqual(estimateTokens(other));
        },
      ),
    );
  });
});

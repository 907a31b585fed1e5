import { readFileSync } from "node:fs";
import { Tokenizer as ReferenceTokenizer } from "@huggingface/tokenizers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { modelFolder } from "../../../src/adapters/builtin/model-files.ts";
import {
  createTokenizer,
  readVocabulary,
} from "../../../src/adapters/builtin/word-piece-tokenizer.ts";

const json = readFileSync(new URL("all-minilm-l6-v2/tokenizer.json", modelFolder));
const vocabulary = readVocabulary(json);
const tokenize = createTokenizer(vocabulary);
const pieceOf = new Map(Object.entries(vocabulary).map(([piece, id]) => [id, piece]));
// The JavaScript port of the tokenizer that the model was published with. It differs from the original
// (and so from ours) in two rare things: ideographs beyond the basic plane, a final capital sigma.
const reference = new ReferenceTokenizer(JSON.parse(json.toString()), {});

const referenceIds = (text: string): readonly number[] =>
  reference.encode(text, { add_special_tokens: false }).ids;

const oddTexts = [
  "The harbour-master's résumé cost €1,500.50 (up 3½ %).",
  "“Curly” ‘quotes’ — dashes… and\u00a0NBSP, so\u00adft hy\u200bphens",
  "Ærøskøbing, Łódź, İstanbul, Ὀδυσσεύς, Straße",
  "港口委员会 voted カタカナ ひらがな 한국어 in 2023",
  "👩‍👩‍👧‍👦 🇳🇴 1️⃣ 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 ﬁﬂ Å Å e\u0301\u0323",
  "tab\there\r\nline\u0000nul\u0007bell\u001b[31mred\ufffd",
  "عربى עברית हिन्दी ไทย русский",
  "snake_case camelCase $100 a@b.example http://example.org/x?y=1#z",
  `${"a".repeat(100)} ${"b".repeat(101)}`,
];

test.each(oddTexts)("spells %j as the reference does", (text) => {
  expect(tokenize(text).ids).toEqual(referenceIds(text));
});

test("spells every character of the basic plane as the reference does", () => {
  for (let block = 0; block < 0x10000; block += 64) {
    if (block >= 0xd800 && block < 0xe000) continue;
    const text = Array.from(
      { length: 64 },
      (_, place) => `a${String.fromCharCode(block + place)}b`,
    );
    expect(tokenize(text.join(" ")).ids).toEqual(referenceIds(text.join(" ")));
  }
});

test("takes names of special tokens as plain text", () => {
  const { ids } = tokenize("[SEP] [CLS]");
  expect(ids.map((id) => pieceOf.get(id))).toEqual(["[", "sep", "]", "[", "cl", "##s", "]"]);
});

const nameOfSpecial = /\[(?:CLS|SEP|PAD|UNK|MASK)\]/;
/** Words, accents, signs and scripts in any order, thrown together without regard for sense. */
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...oddTexts.flatMap((text) => [...text])), fc.string()), {
    maxLength: 60,
  })
  .map((parts) => parts.join(""))
  .filter((text) => !nameOfSpecial.test(text));

test("spells any text as the reference does", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(tokenize(text).ids).toEqual(referenceIds(text));
    }),
    { numRuns: 500 },
  );
});

/** A piece without its marks: what must be found again at its span. */
const bare = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[\p{Mn}\p{Cc}\p{Cf}]/gu, "")
    .toLowerCase();

test("gives each piece the span of the text that it spells", () => {
  for (const text of oddTexts.slice(0, 5)) {
    const { ids, starts, ends } = tokenize(text);
    for (const [token, id] of ids.entries()) {
      const piece = pieceOf.get(id) ?? "";
      if (piece === "[UNK]") continue;
      const slice = text.slice(starts[token], ends[token]);
      expect(bare(slice)).toContain(bare(piece.replace(/^##(?=.)/, "")));
    }
  }
});

const isInsidePair = (text: string, edge: number): boolean =>
  edge > 0 && (text.codePointAt(edge - 1) ?? 0) > 0xffff;

test("keeps spans in order, inside the text and on whole characters, for any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
      const { ids, starts, ends, startsWord } = tokenize(text);
      expect(starts).toHaveLength(ids.length);
      expect(ends).toHaveLength(ids.length);
      expect(startsWord).toHaveLength(ids.length);
      for (const [token, start] of starts.entries()) {
        const end = ends[token] ?? 0;
        expect(start).toBeLessThan(end);
        expect(start).toBeGreaterThanOrEqual(starts[token - 1] ?? 0);
        expect(end).toBeGreaterThanOrEqual(ends[token - 1] ?? 0);
        expect(end).toBeLessThanOrEqual(text.length);
        for (const edge of [start, end]) expect(isInsidePair(text, edge)).toBe(false);
      }
    }),
    { numRuns: 500 },
  );
});

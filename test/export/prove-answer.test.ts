import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import type { AnswerOutcome } from "../../src/core/answer.ts";
import { writeProof } from "../../src/export/prove-answer.ts";
import { loadCase, makeOutcome } from "./load-case.ts";

const validate = new Ajv2020({
  strict: true,
  allowUnionTypes: true,
  strictRequired: false,
}).compile(JSON.parse(readFileSync("docs/schemas/proof.schema.json", "utf8")));
const prove = (outcome: AnswerOutcome) =>
  JSON.parse(writeProof(outcome, { quotes: 0, sources: 0 }));

const ASTRAL =
  "𝕿he 🚢 sailed.\r\n\r\n“Nobody 👩‍👩‍👧‍👦 was e\u0301ver late 🎺,” said 𝔄da.\r\nThe end.";

describe("the proof", () => {
  test.each(["two-reports", "scripts", "brief", "abstention", "hostile"])(
    "of %s is what the schema publishes",
    (name) => {
      const proof = prove(loadCase(name));
      expect(validate(proof), JSON.stringify(validate.errors)).toBe(true);
    },
  );

  test("places a quote by W3C's selectors, which count code points", () => {
    const words = "Nobody 👩‍👩‍👧‍👦 was e\u0301ver late 🎺,";
    const outcome = makeOutcome(
      {
        question: "Who was late?",
        claims: [{ text: "One report:", quotes: [["a.txt", words]] }],
        articles: {},
      },
      new Map([["a.txt", ASTRAL]]),
    );
    const [position, quote] = prove(outcome).quotes[0].selector;

    expect(position.type).toBe("TextPositionSelector");
    const characters = Array.from(ASTRAL);
    expect(characters.slice(position.start, position.end).join("")).toBe(words);
    expect(position.start).toBeLessThan(ASTRAL.indexOf(words));
    expect(quote).toEqual({
      type: "TextQuoteSelector",
      exact: words,
      prefix: ASTRAL.slice(0, ASTRAL.indexOf(words)),
      suffix: ASTRAL.slice(ASTRAL.indexOf(words) + words.length),
    });
  });

  test("says how the answer came to be", () => {
    const corpus = { articles: 3, sha256: "a".repeat(64) };
    const outcome = {
      ...loadCase("two-reports"),
      limit: 4,
      corpus,
      filters: { since: "2020-01-01" },
    };
    const { question, manifest } = prove(outcome);

    expect(question).toBe(outcome.question);
    expect(manifest).toEqual({
      settings: { filters: { since: "2020-01-01" }, limit: 4 },
      writer: outcome.writer,
      embedder: outcome.embedder,
      corpus,
      searched: outcome.searched,
    });
  });
});

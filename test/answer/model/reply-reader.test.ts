import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ReplyForm, ReplyReader } from "../../../src/answer/model/reply-reader.ts";

interface Read {
  readonly claims: readonly (readonly [text: string, ...numbers: string[]])[];
  readonly form: ReplyForm;
}

const read = (reply: string, size = 3): Read => {
  const reader = new ReplyReader();
  const claims = [];
  for (let at = 0; at < reply.length; at += size)
    claims.push(...reader.read(reply.slice(at, at + size)));
  const end = reader.finish();
  const all = [...claims, ...end.claims];
  return { claims: all.map(({ text, numbers }) => [text, ...numbers] as const), form: end.form };
};

const LAMPS = ["The board bought lamps", "S1"] as const;

describe("a reply", () => {
  test.each([
    ["as asked", '{"claims":[{"text":"The board bought lamps","evidence":["S1"]}]}', "as-asked"],
    [
      "in a fence",
      '```json\n{"claims":[{"text":"The board bought lamps","evidence":["S1"]}]}\n```',
      "as-asked",
    ],
    [
      "under other keys",
      '{"answer":[{"claim":"The board bought lamps","citations":"S1"}]}',
      "tolerated",
    ],
    ["as a bare list", '[{"statement":"The board bought lamps","sentence_ids":[1]}]', "tolerated"],
    [
      "with single quotes",
      "{'claims': [{'text': 'The board bought lamps', 'evidence': ['S1']},]}",
      "tolerated",
    ],
    ["keyed by number", '{"S1": "The board bought lamps"}', "tolerated"],
    [
      "broken off",
      '{"claims":[{"text":"The board bought lamps","evidence":["S1"]},{"text":"Th',
      "tolerated",
    ],
    [
      "after a stray brace",
      'See {this "one: {"text":"The board bought lamps","evidence":["S1"]}',
      "tolerated",
    ],
    ["as prose", "The board bought lamps [S1].", "tolerated"],
    ["as a list", "- S1: The board bought lamps", "tolerated"],
    ["as two lines", "Claim: The board bought lamps\nEvidence: S1", "tolerated"],
    ["as YAML", "- text: The board bought lamps\n  evidence: [S1]", "tolerated"],
  ])("%s is read", (_name, reply, form) => {
    expect(read(reply)).toEqual({ claims: [LAMPS], form });
  });

  test("that honestly has no claim is empty, not faulty", () => {
    expect(read('{"claims":[]}')).toEqual({ claims: [], form: "empty" });
  });

  test.each(["", "I cannot answer that.", "{", '{"claims": "none"}', "null"])(
    "%j has no claim and is not understood",
    (reply) => {
      expect(read(reply)).toEqual({ claims: [], form: "not-understood" });
    },
  );

  test("inside a thought is not read", () => {
    const thought = '<think>{"text":"Nonsense","evidence":["S2"]}</think>';
    expect(
      read(`${thought}{"claims":[{"text":"The board bought lamps","evidence":["S1"]}]}`).claims,
    ).toEqual([LAMPS]);
  });

  test("gives a claim as soon as its brace closes", () => {
    const reader = new ReplyReader();
    expect(reader.read('{"claims":[{"text":"The board bought lamps","evidence":["S1"]')).toEqual(
      [],
    );
    expect(reader.read("}")).toHaveLength(1);
  });

  test("keeps no control, bidirectional or invisible character, and no marker of its own", () => {
    const { claims } = read(
      '{"claims":[{"text":"The \\u001b[31mboard\\u202e\\u200b bought lamps [S4]","evidence":["S1"]}]}',
    );
    expect(claims).toEqual([["The [31mboard bought lamps", "S1", "S4"]]);
  });

  test("of any kind, in pieces of any size, ends without an error", () => {
    const scrap = fc.constantFrom(
      "{",
      "}",
      '"',
      "[",
      "]",
      ":",
      ",",
      "'",
      "\\",
      "S1",
      "text",
      "evidence",
      "<think>",
      "</think>",
      "\n",
      "a b",
      "🙂",
      "```",
    );
    fc.assert(
      fc.property(
        fc.array(scrap, { maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        (scraps, size) => {
          for (const [text] of read(scraps.join(""), size).claims)
            expect(text).not.toMatch(/\p{Cc}/u);
        },
      ),
    );
  });

  test.each([
    ["braces", "{".repeat(300_000)],
    ["closed braces", "{}".repeat(150_000)],
    ["nested objects", `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`],
    ["quotes", "{'".repeat(100_000)],
    ["markers", "[S1".repeat(60_000)],
  ])("that is a flood of %s costs no more than its length", (_name, flood) => {
    const reader = new ReplyReader();
    reader.read(flood);
    expect(reader.text.length).toBeLessThanOrEqual(200_000);
    expect(reader.finish().claims.length).toBeLessThan(10);
  });
});

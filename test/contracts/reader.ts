// What every reader keeps, whoever runs the model.

import { afterAll, describe, expect, test } from "vitest";
import type { Reader, ReadPassage, SentenceReading } from "../../src/core/ports/reader.ts";

const QUAY = [
  "The harbour council closed the eastern quay on Tuesday.",
  "A brass band played at the market that evening.",
  "Maren Holt, the harbour master, said that the wall had begun to lean.",
  "Bread costs two crowns more than it did in spring.",
];
/** The question, and which sentence answers it. */
const ASKED = [
  ["When was the eastern quay closed?", 0],
  ["Who is the harbour master?", 2],
  ["How much has the price of bread risen?", 3],
] as const;

/** Sentences one after another, a space between. */
function join(sentences: readonly string[]): ReadPassage {
  let end = -1;
  const spans = sentences.map((sentence) => {
    const start = end + 1;
    end = start + sentence.length;
    return { start, end };
  });
  return { text: sentences.join(" "), sentences: spans };
}

function expectSound(passage: ReadPassage, readings: readonly SentenceReading[]): void {
  expect(readings).toHaveLength(passage.sentences.length);
  for (const [place, { answers, margin, span }] of readings.entries()) {
    const sentence = passage.sentences[place] ?? { start: 0, end: 0 };
    expect([answers, margin].every(Number.isFinite)).toBe(true);
    expect(span.start).toBeGreaterThanOrEqual(sentence.start);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(sentence.end);
  }
}

const placeOfBest = (readings: readonly SentenceReading[]): number => {
  const logits = readings.map(({ answers, margin }) => answers + margin);
  return logits.indexOf(Math.max(...logits));
};

export function describeReader(name: string, open: () => Promise<Reader>): void {
  describe(`${name} as a reader`, async () => {
    const reader = await open();
    afterAll(() => reader.close());
    const passage = join(QUAY);

    test.each(ASKED)("of %j thinks most of the sentence that answers", async (question, place) => {
      const readings = await reader.read(question, passage);
      expectSound(passage, readings);
      expect(placeOfBest(readings)).toBe(place);
    });

    test("thinks more of a passage that answers than of one that does not", async () => {
      const most = async (question: string): Promise<number> => {
        const readings = await reader.read(question, passage);
        return Math.max(...readings.map(({ margin }) => margin));
      };
      expect(await most("When was the eastern quay closed?")).toBeGreaterThan(
        await most("Which striker won the cup for Montevideo?"),
      );
    });

    test("reads the same twice, whatever was read between", async () => {
      const [question] = ASKED[0];
      const before = await reader.read(question, passage);
      await reader.read("Who baked the bread?", join(QUAY.toReversed()));
      expect(await reader.read(question, passage)).toEqual(before);
    });

    test("reads a passage longer than one pass to its end, each sentence once", async () => {
      const long = join([
        ...Array.from({ length: 60 }, (_, at) => `Boat number ${at} lay at the western pier.`),
        QUAY[2] ?? "",
      ]);
      const readings = await reader.read("Who is the harbour master?", long);
      expectSound(long, readings);
      expect(placeOfBest(readings)).toBe(60);
    });

    test("reads a sentence that is longer than one pass", async () => {
      const long = join([`${"Boats and nets and ropes ".repeat(200)}lay there.`, QUAY[0] ?? ""]);
      expectSound(long, await reader.read("When was the eastern quay closed?", long));
    });

    test("reads a question longer than a pass", async () => {
      const question = `When, ${"after all that was said of it, ".repeat(300)}was the quay closed?`;
      expectSound(passage, await reader.read(question, passage));
    });

    test("has nothing to say of a passage without sentences", async () => {
      expect(await reader.read("Who?", { text: "", sentences: [] })).toEqual([]);
      expect(await reader.read("Who?", { text: "No sentences.", sentences: [] })).toEqual([]);
    });

    test("reads only the sentences that are given, of all the text", async () => {
      const some = { text: passage.text, sentences: passage.sentences.slice(1, 3) };
      const readings = await reader.read("Who is the harbour master?", some);
      expectSound(some, readings);
      expect(placeOfBest(readings)).toBe(1);
    });

    test.each([
      ["no words", ["", " ", "\u200b"]],
      ["controls", ["\u0000\u0007\u001b[31m", "\ud800 unpaired", "e\u0301\u0301"]],
      [
        "other scripts and signs",
        ["港口委员会周二关闭东码头。", "👩‍👩‍👧‍👦 🇳🇴 🎉", "الميناء مغلق."],
      ],
      ["special tokens", ["[CLS] [SEP] [PAD] [UNK]", "[SEP] The answer is here. [SEP]"]],
      ["one huge word", ["a".repeat(20_000)]],
    ])("reads hostile text: %s", async (_, sentences) => {
      const hostile = join(sentences);
      expectSound(hostile, await reader.read("What is said?", hostile));
      expectSound(hostile, await reader.read(sentences.join(" "), hostile));
    });

    test("stops when it is aborted", async () => {
      await expect(reader.read("Who?", passage, AbortSignal.abort())).rejects.toMatchObject({
        code: "interrupted",
      });
    });
  });
}

import { describe, expect, it } from "vitest";
import type { Evidence } from "../../src/core/evidence.ts";
import { judgeConfidence, listConfidenceSignals } from "../../src/search/mixture.ts";
import {
  makeEvidence,
  makePassage,
  makeRecord,
  readSentences,
  scorePassage,
} from "../fixtures/evidence-fixtures.ts";

const SENTENCES = ["The quay closed in 2019.", "Maren Holt said so.", "Bread costs more."];
const record = makeRecord("quay.txt", { title: { value: "Alder Bay", origin: "found" } });

/** The sentences read, their logits those given, in their order. */
function read(...logits: readonly (readonly [answers: number, margin: number])[]): Evidence {
  const passage = scorePassage(makePassage("quay.txt", 0, SENTENCES));
  const evidence = readSentences(
    makeEvidence("Who?", [passage], [record]),
    (text) => 1 - SENTENCES.indexOf(text) / 10,
  );
  const sentences = evidence.sentences.map((one, place) => {
    const [answers = -8, margin = -8] = logits[place] ?? [];
    return { ...one, signals: { ...one.signals, answers, margin } };
  });
  return { ...evidence, sentences };
}

const listSignals = ({ sentences }: Evidence) =>
  listConfidenceSignals(sentences, (_, text) => text.length);

describe("the confidence that any sentence answers", () => {
  it("is none where nothing was read", () => {
    expect(listSignals(makeEvidence("Who said so?", []))).toBeUndefined();
    expect(judgeConfidence(undefined, undefined)).toBe(0);
  });

  it("takes the largest of each of the reader's logits, whichever sentence has it", () => {
    const signals = listSignals(read([2, -1], [-3, 4]));
    expect(signals).toMatchObject({ answers: 2, margin: 4 });
  });

  it("weighs the words of the whole passage that the best sentence stands in", () => {
    expect(listSignals(read())?.coverage).toBe(SENTENCES.join(" ").length);
  });

  it("rises with what the reader finds, and stays between 0 and 1", () => {
    const weak = { margin: -8, answers: -8, coverage: 0 };
    for (const signal of ["margin", "answers"] as const) {
      const more = judgeConfidence({ ...weak, [signal]: 1 }, undefined);
      expect(more).toBeGreaterThan(judgeConfidence(weak, undefined));
      expect(more).toBeLessThan(1);
    }
    expect(judgeConfidence(weak, undefined)).toBeGreaterThan(0);
  });

  it("is surer of the words of whom the question names than of anybody else's", () => {
    const signals = { margin: 1, answers: 1, coverage: 0.5 };
    const [attributed, unasked, unattributed] = [true, undefined, false].map((isAttributed) =>
      judgeConfidence(signals, isAttributed),
    );
    expect(attributed).toBeGreaterThan(unasked ?? 1);
    expect(unasked).toBeGreaterThan(unattributed ?? 1);
  });
});

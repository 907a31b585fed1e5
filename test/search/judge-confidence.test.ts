import { describe, expect, it } from "vitest";
import type { Evidence } from "../../src/model/evidence.ts";
import {
  judgeConfidence,
  listConfidenceSignals,
  listNamesAndNumbers,
} from "../../src/search/judge-confidence.ts";
import {
  makeEvidence,
  makePassage,
  makeRecord,
  readSentences,
  scorePassage,
} from "../stages/evidence-fixtures.ts";

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

const listSignals = (question: string, { sentences, articles }: Evidence) =>
  listConfidenceSignals(question, sentences, { articles, weigh: (_, text) => text.length });

describe("the confidence that any sentence answers", () => {
  it("is none where nothing was read", () => {
    expect(listSignals("Who said so?", makeEvidence("Who said so?", []))).toBeUndefined();
    expect(judgeConfidence(undefined)).toBe(0);
  });

  it("takes the largest of each of the reader's logits, whichever sentence has it", () => {
    const signals = listSignals("Who said so?", read([2, -1], [-3, 4]));
    expect(signals).toMatchObject({ answers: 2, margin: 4 });
  });

  it("asks which names and numbers of the question the best sentence's passage or title has", () => {
    const evidence = read();
    const shareOf = (question: string) => listSignals(question, evidence)?.names;
    expect(shareOf("Did Maren Holt close Alder Bay in 2019?")).toBe(1);
    expect(shareOf("What did Holt say in 2020?")).toBe(0.5);
    expect(shareOf("Did Ivo Lind say so?")).toBe(0);
    expect(shareOf("what did they say?")).toBe(1);
  });

  it("weighs the words of the whole passage that the best sentence stands in", () => {
    expect(listSignals("Who?", read())?.coverage).toBe(SENTENCES.join(" ").length);
  });

  it("rises with what speaks for an answer, and stays between 0 and 1", () => {
    const weak = { margin: -8, answers: -8, names: 0, coverage: 0 };
    for (const signal of ["margin", "answers", "names"] as const) {
      const more = judgeConfidence({ ...weak, [signal]: 1 });
      expect(more).toBeGreaterThan(judgeConfidence(weak));
      expect(more).toBeLessThan(1);
    }
    expect(judgeConfidence(weak)).toBeGreaterThan(0);
  });
});

describe("listNamesAndNumbers", () => {
  it("lists the words of names and those with a digit, each once", () => {
    const listed = listNamesAndNumbers("Did Maren Holt or Maren Holt close pier 7 in Ghent?");
    expect(listed).toEqual(["Maren", "Holt", "Ghent", "7"]);
  });
});

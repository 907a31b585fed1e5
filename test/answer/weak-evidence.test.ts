import { describe, expect, test } from "vitest";
import { createExtractiveWriter } from "../../src/answer/extractive/extractive-writer.ts";
import { createModelWriter } from "../../src/answer/model/write-with-model.ts";
import type { DraftPart } from "../../src/core/draft.ts";
import type { Evidence, EvidenceSentence } from "../../src/core/evidence.ts";
import type { ChatModel } from "../../src/core/ports/chat-model.ts";
import type { PromptRenderer } from "../../src/core/ports/prompt-renderer.ts";
import {
  makeEvidence,
  makePassage,
  makeRecord,
  scorePassage,
} from "../fixtures/evidence-fixtures.ts";

const BOUGHT = "The board bought 40 lamps on Friday.";
const FOG = "Pilots met in the harbour hall on Monday.";
const MINIMUM = 0.5;

/** Two sentences of one article, which the reader finds so likely to answer. */
function evidenceOf(confidence: number, bought: number, fog: number): Evidence {
  const passage = makePassage("a.txt", 0, [BOUGHT, FOG]);
  const scored = scorePassage(passage);
  const question = "How many lamps did the board buy?";
  const terms = [{ text: "lamps", stem: "lamp", passages: 1, isName: false }];
  const sentences = passage.sentences.map(
    ({ start, end }, place): EvidenceSentence => ({
      articleId: "a.txt",
      start,
      end,
      text: [BOUGHT, FOG][place] ?? "",
      passage: scored,
      signals: { similarity: 0, answers: 0, margin: 0, coverage: 0, fused: 0 },
      probability: [bought, fog][place] ?? 0,
      answer: { start, end },
    }),
  );
  const evidence = makeEvidence(question, [scored], [makeRecord("a.txt")]);
  return { ...evidence, terms, sentences, confidence };
}

/** The parts of a writer whose model gives this reply. */
async function draft(
  evidence: Evidence,
  claims: readonly { readonly text: string; readonly evidence: readonly string[] }[],
): Promise<readonly DraftPart[]> {
  const model: ChatModel = {
    identity: { name: "test", model: "test", digest: "" },
    contextTokens: 8_000,
    countTokens: () => 100,
    async *reply() {
      yield { kind: "text", text: JSON.stringify({ claims }) };
      yield { kind: "end", whole: true };
    },
    async close() {},
  };
  const prompts: PromptRenderer = { render: async () => [] };
  const builtin = createExtractiveWriter(MINIMUM);
  const writer = createModelWriter({ model, prompts, builtin, minConfidence: MINIMUM });
  const parts: DraftPart[] = [];
  for await (const part of writer.draft(evidence)) parts.push(part);
  return parts;
}

const kindsOf = (parts: readonly DraftPart[]): readonly string[] =>
  parts.map((part) => (part.kind === "note" ? part.code : part.kind));

describe("a model's answer", () => {
  const claim = { text: "The board bought 40 lamps.", evidence: ["S1"] };

  test("is marked before its first claim where it is doubtful that the evidence answers", async () => {
    expect(kindsOf(await draft(evidenceOf(0.3, 0.3, 0.01), [claim]))).toEqual([
      "weak-evidence",
      "claim",
    ]);
    expect(kindsOf(await draft(evidenceOf(0.8, 0.8, 0.01), [claim]))).toEqual(["claim"]);
  });

  test("is not marked where the built-in writer refuses in its place", async () => {
    const wrong = { text: "The board bought 90 lamps.", evidence: ["S1"] };
    const kinds = kindsOf(await draft(evidenceOf(0.3, 0.3, 0.01), [wrong]));
    expect(kinds).toContain("abstention");
    expect(kinds).not.toContain("weak-evidence");
  });

  test("has no claim of which the reader finds no sentence that may answer", async () => {
    const aside = { text: "Pilots met in the harbour hall.", evidence: ["S2"] };
    const parts = await draft(evidenceOf(0.8, 0.8, 0.01), [claim, aside]);
    expect(parts).toMatchObject([
      { kind: "claim", text: claim.text },
      { kind: "rejected-claim", text: aside.text, reason: "unsupported" },
    ]);
    const both = { text: "The board bought 40 lamps.", evidence: ["S2", "S1"] };
    expect(kindsOf(await draft(evidenceOf(0.8, 0.8, 0.01), [both]))).toEqual(["claim"]);
  });
});

import { expect, test } from "vitest";
import { fitPrompt } from "../../../src/answer/model/fit-prompt.ts";
import { judgeClaim } from "../../../src/answer/model/judge-claim.ts";
import type { Evidence } from "../../../src/core/evidence.ts";
import type { ChatModel } from "../../../src/core/ports/chat-model.ts";
import type { PromptFields, PromptRenderer } from "../../../src/core/ports/prompt-renderer.ts";
import { readQuestion } from "../../../src/question/read-question.ts";

const text = "Ada Roe, the mayor, spoke on Friday. “The pier leans,” she said. Boats left.";
const sentences = Array.from(text.matchAll(/[^.]+\./gu), ({ index, 0: words }) => ({
  start: index + words.length - words.trimStart().length,
  end: index + words.length,
}));
const articleSha256 = "";
const passage = { id: "a#0", articleId: "a", articleSha256, start: 0, end: text.length, text };
const evidence: Evidence = {
  question: readQuestion("Does the pier lean?"),
  passages: [{ score: 1, legs: {}, passage: { ...passage, position: 0, sentences } }],
  articles: new Map(),
  searched: { articles: 1, passages: 1, undated: 0 },
  terms: [],
  titles: [],
  found: 1,
  sentences: [],
  confidence: 1,
};
const model = { contextTokens: 8_000, countTokens: () => 100 } as unknown as ChatModel;

test("a sentence that does not name its speaker goes to the model with the name, and may be told as theirs", async () => {
  const shown: PromptFields["answer"][] = [];
  const prompts: PromptRenderer = {
    render: async (_name, fields) => {
      shown.push(fields as PromptFields["answer"]);
      return [];
    },
  };
  const fitted = await fitPrompt(evidence, { model, prompts }, 100, 12);
  const sent = shown.at(-1)?.articles[0]?.sentences ?? [];
  expect(sent.map(({ number, speaker }) => [number, speaker])).toEqual([
    ["S1", ""],
    ["S2", "Ada Roe"],
    ["S3", ""],
  ]);

  const judge = (claim: string) =>
    judgeClaim({ text: claim, numbers: ["S2"] }, fitted.sentences, evidence).kind;
  expect(judge("Ada Roe said that the pier leans.")).toBe("stands");
  expect(judge("Ivo Lind said that the pier leans.")).toBe("rejected");
  expect(judge("Ada Roe leans on the pier.")).toBe("rejected");
});

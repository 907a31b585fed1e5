// A follow-up and the questions before it → the model's wording of it, not yet believed.

import type { Turn } from "../../core/question.ts";
import type { PromptParts } from "./fit-prompt.ts";

const RESTATED_TOKENS = 96;
const TURNS_SHOWN = 4;
const LONGEST_RESTATEMENT = 1_500;

/** @throws PullquoteError `writer-failed` | `interrupted` | `bad-prompt` */
export async function restateWithModel(
  question: string,
  conversation: readonly Turn[],
  { model, prompts }: PromptParts,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const turns = conversation.slice(-TURNS_SHOWN).map((turn) => ({
    question: turn.understood ?? turn.question,
  }));
  const messages = await prompts.render("follow-up", { question, turns });
  if (model.countTokens(messages) + RESTATED_TOKENS > model.contextTokens) return;
  let text = "";
  for await (const part of model.reply({ messages, replyTokens: RESTATED_TOKENS }, signal)) {
    if (part.kind === "text") text += part.text;
    if (part.kind === "failed" && part.error.code !== "prompt-too-long") throw part.error;
    if (text.length > LONGEST_RESTATEMENT) break;
  }
  return text.replaceAll(/<think>[\s\S]*?<\/think>/g, "");
}

// A question and the conversation → a question that stands alone: completed by the model when there is one, else by rules.

import type { AnswerWriter } from "../core/ports/answer-writer.ts";
import type { Turn } from "../core/question.ts";
import { acceptCompletion } from "./accept-completion.ts";
import { completeFollowUp } from "./complete-follow-up.ts";

/** The model is asked only about a follow-up, and believed only when it brings in nothing new. */
export async function restateQuestion(
  asked: { readonly text: string; readonly conversation: readonly Turn[] },
  writer: AnswerWriter,
  signal?: AbortSignal,
): Promise<string> {
  const text = asked.text.trim();
  const byRules = completeFollowUp(text, asked.conversation);
  if (byRules === undefined) return text;
  const byModel = await writer.restate?.(text, asked.conversation, signal);
  return acceptCompletion(byModel, text, asked.conversation) ?? byRules;
}

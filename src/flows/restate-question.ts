// A question and the conversation → a question that stands alone: completed by the model when there is one, else by rules.

import type { Turn } from "../model/question.ts";
import type { AnswerWriter } from "../ports/answer-writer.ts";
import { acceptCompletion } from "../question/accept-completion.ts";
import { completeFollowUp } from "../question/complete-follow-up.ts";

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

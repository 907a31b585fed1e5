// A question and the conversation → a question that stands alone: by the model when there is one, else by rules.

import type { Turn } from "../model/question.ts";
import type { AnswerWriter } from "../ports/answer-writer.ts";
import { acceptRestatement } from "../answer/model/accept-restatement.ts";
import { resolveFollowUp } from "../question/resolve-follow-up.ts";
import { listContentStems } from "../text/stems.ts";

/** A question with more subject words than this, that the rules leave alone, stands alone. */
const MOST_STEMS_OF_FRAGMENT = 2;

/** The model is asked only about a follow-up, and believed only when it brings in nothing new. */
export async function restateQuestion(
  asked: { readonly text: string; readonly conversation: readonly Turn[] },
  writer: AnswerWriter,
  signal?: AbortSignal,
): Promise<string> {
  const byRules = resolveFollowUp(asked.text, asked.conversation);
  if (asked.conversation.length === 0 || writer.restate === undefined) return byRules;
  const leans = byRules !== asked.text.trim();
  if (!leans && listContentStems(asked.text).length > MOST_STEMS_OF_FRAGMENT) return byRules;
  const restated = await writer.restate(asked.text, asked.conversation, signal);
  return acceptRestatement(restated, asked.text, asked.conversation) ?? byRules;
}

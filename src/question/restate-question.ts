// A question and the conversation → a question that stands alone: completed by the model when there is one, else by rules.

import type { AnswerWriter } from "../core/ports/answer-writer.ts";
import type { Turn } from "../core/question.ts";
import { foldWord, listContentStems } from "../english/stems.ts";
import { findWords } from "../text/words.ts";
import { completeFollowUp } from "./complete-follow-up.ts";
import { findUnexplainedPronoun } from "./unexplained-pronoun.ts";

const LONGEST = 300;
/** How much of the reader's own words must be left. */
const LEAST_KEPT = 0.6;

/**
 * Undefined when it is no single question, forgets the reader's words, adds words of its own, or
 * still leans on what was asked before.
 */
export function acceptCompletion(
  completed: string | undefined,
  asked: string,
  conversation: readonly Turn[],
): string | undefined {
  const line = (completed ?? "")
    .split(/\n/)
    .map(trimLine)
    .find((text) => text !== "");
  if (line === undefined || line.length > LONGEST || !line.endsWith("?")) return;
  if (findUnexplainedPronoun(line) !== undefined) return;
  const said = conversation.flatMap(({ question, understood = "" }) => [question, understood]);
  const own = listContentStems(asked);
  const known = new Set([...own, ...said.flatMap(listContentStems)]);
  const stems = listContentStems(line);
  if (stems.some((stem) => !known.has(stem))) return;
  // It leans on what was asked before, so that something of that is missing.
  if (stems.every((stem) => own.includes(stem))) return;
  const kept = own.filter((stem) => stems.includes(stem)).length;
  if (kept < LEAST_KEPT * own.length) return;
  return negationsOf(line) === negationsOf(asked) || negationsOf(asked) === 0 ? line : undefined;
}

function trimLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, "")
    .replace(/^\s*(?:(?:restated|standalone|rewritten)?\s*question\s*:)?\s*["“']?/i, "")
    .replace(/["”']?\s*$/, "")
    .trim();
}

function negationsOf(text: string): number {
  return findWords(text).filter((word) => /^(not|no|never|nt)$|n't$/.test(foldWord(word.text)))
    .length;
}

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

// Evidence and a model → the prompt with as much of the evidence as its context holds.

import { publishedDay } from "../../core/article.ts";
import type { Evidence } from "../../core/evidence.ts";
import type { ArticleRecord } from "../../core/index-state.ts";
import type { ChatModel } from "../../core/ports/chat-model.ts";
import type {
  PromptArticle,
  PromptMessage,
  PromptRenderer,
} from "../../core/ports/prompt-renderer.ts";
import { type NumberedArticle, type NumberedSentence, numberEvidence } from "./number-evidence.ts";

export interface PromptParts {
  readonly model: ChatModel;
  readonly prompts: PromptRenderer;
}

/** `passages` is how many of the best were taken; 0 when not even one fits. */
export interface FittedPrompt {
  readonly passages: number;
  readonly messages: readonly PromptMessage[];
  /** What was sent, by number. */
  readonly sentences: ReadonlyMap<string, NumberedSentence>;
}

/** Passages that a model reads: more makes it slower, not wiser. */
export const MOST_PASSAGES = 12;
/** Left free for what a tokenizer adds around a chat. */
const MARGIN = 32;

/**
 * Drops the lowest-ranked passages until prompt and reply fit, at most `limit` passages.
 * @throws PullquoteError `bad-prompt`
 */
export async function fitPrompt(
  evidence: Evidence,
  { model, prompts }: PromptParts,
  replyTokens: number,
  limit: number,
): Promise<FittedPrompt> {
  const room = model.contextTokens - replyTokens - MARGIN;
  let fitted: FittedPrompt = { passages: 0, messages: [], sentences: new Map() };
  let [fits, tooMany] = [0, Math.min(limit, evidence.passages.length) + 1];
  for (let passages = tooMany - 1; tooMany - fits > 1; passages = (fits + tooMany) >> 1) {
    const candidate = await renderEvidence(evidence, passages, prompts);
    if (model.countTokens(candidate.messages) <= room) {
      fits = passages;
      fitted = candidate;
    } else tooMany = passages;
  }
  return fitted;
}

async function renderEvidence(
  evidence: Evidence,
  passages: number,
  prompts: PromptRenderer,
): Promise<FittedPrompt> {
  const articles = numberEvidence(evidence, passages);
  const sentences = articles.flatMap((article) => article.sentences);
  const messages = await prompts.render("answer", {
    question: toLine(evidence.question.text),
    articles: articles.map((article) => showArticle(article, evidence.articles)),
    first: sentences.at(0)?.number ?? "",
    last: sentences.at(-1)?.number ?? "",
  });
  return { passages, messages, sentences: new Map(sentences.map((one) => [one.number, one])) };
}

function showArticle(
  { articleId, sentences }: NumberedArticle,
  records: ReadonlyMap<string, ArticleRecord>,
): PromptArticle {
  const metadata = records.get(articleId)?.metadata;
  return {
    publisher: toLine(metadata?.publisher?.value ?? ""),
    published: publishedDay(metadata) ?? "",
    title: toLine(metadata?.title?.value ?? ""),
    sentences: sentences.map((sentence) => ({
      number: sentence.number,
      speaker: toLine(nameUnnamed(sentence)),
      text: toLine(sentence.text),
    })),
  };
}

/** Its speaker, where the sentence does not name them itself: what it says already needs no room. */
function nameUnnamed({ text, speakers }: NumberedSentence): string {
  const [speaker] = speakers;
  const named = speaker?.name ?? speaker?.role ?? "";
  const last = named.split(/\s/).at(-1) ?? "";
  return text.includes(last) ? "" : named;
}

/** One line: a sentence with line breaks could pass for several numbered ones. */
function toLine(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, "")
    .trim();
}

// Evidence → a model's claims, each checked against its quotes; the built-in writer where none is left.

import type { DraftPart } from "../../core/draft.ts";
import type { Evidence } from "../../core/evidence.ts";
import type { AnswerWriter } from "../../core/ports/answer-writer.ts";
import type { Turn } from "../../core/question.ts";
import type { PromptParts } from "./fit-prompt.ts";
import { ModelDialogue } from "./model-dialogue.ts";

export interface ModelWriterParts extends PromptParts {
  /** Judges whether there is evidence at all, and answers when nothing of the model's is left. */
  readonly builtin: AnswerWriter;
  /** Below it, 0 to 1, it is doubtful that the evidence answers, and an answer says so. */
  readonly minConfidence: number;
}

const WEAK_EVIDENCE =
  "Weak evidence: it is doubtful that the articles say what is asked. Judge by the quotes.";

/** Refusals of the built-in writer after which no model is asked: it could only invent. */
const FINAL_REFUSALS = new Set(["empty-corpus", "no-match", "unclear-question"]);

/** A writer whose words are the model's and whose quotes are ours. */
export function createModelWriter(parts: ModelWriterParts): AnswerWriter {
  return {
    identity: parts.model.identity,
    draft: (evidence, signal) => draftWithModel(evidence, parts, signal),
    restate: (question, conversation, signal) =>
      restateWithModel(question, conversation, parts, signal),
    async close() {
      await Promise.all([parts.model.close(), parts.builtin.close()]);
    },
  };
}

async function* draftWithModel(
  evidence: Evidence,
  parts: ModelWriterParts,
  signal: AbortSignal | undefined,
): AsyncGenerator<DraftPart> {
  const builtin = await collect(parts.builtin.draft(evidence, signal));
  const refusal = builtin.find((part) => part.kind === "abstention");
  if (refusal !== undefined && FINAL_REFUSALS.has(refusal.reason)) {
    yield* answerBuiltin(parts.builtin, builtin);
    return;
  }
  const dialogue = new ModelDialogue(evidence, parts, signal);
  let isTold = evidence.confidence >= parts.minConfidence;
  for await (const part of dialogue.ask()) {
    if (part.kind === "claim" && !isTold) {
      isTold = true;
      yield { kind: "note", code: "weak-evidence", text: WEAK_EVIDENCE };
    }
    yield part;
  }
  if (dialogue.kept > 0) yield* dialogue.conclude();
  else {
    yield { kind: "note", code: "fallback", text: dialogue.explainFallback() };
    yield* answerBuiltin(parts.builtin, builtin);
  }
}

async function collect(parts: AsyncIterable<DraftPart>): Promise<readonly DraftPart[]> {
  const all: DraftPart[] = [];
  for await (const part of parts) all.push(part);
  return all;
}

function* answerBuiltin(writer: AnswerWriter, parts: readonly DraftPart[]): Generator<DraftPart> {
  yield { kind: "writer", identity: writer.identity };
  yield* parts;
}

const RESTATED_TOKENS = 96;
const TURNS_SHOWN = 4;
const LONGEST_RESTATEMENT = 1_500;

/** @throws PullquoteError `writer-failed` | `interrupted` | `bad-prompt` */
async function restateWithModel(
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

// One question put to a model → its claims as they are judged, and how its reply came.

import type { DraftClaim, DraftPart } from "../../core/draft.ts";
import type { PullquoteError } from "../../core/errors.ts";
import type { Evidence } from "../../core/evidence.ts";
import type { PromptMessage } from "../../core/ports/prompt-renderer.ts";
import { type FittedPrompt, fitPrompt, MOST_PASSAGES, type PromptParts } from "./fit-prompt.ts";
import { judgeClaim } from "./judge-claim.ts";
import { composeReplySchema, type ReplyClaim } from "./reply-claim.ts";
import { type ReplyForm, ReplyReader } from "./reply-reader.ts";

const MOST_CLAIMS = 12;
/** A prompt that the model still finds too long is tried with fewer passages, so many times. */
const MOST_SHORTENINGS = 5;
const LONGEST_QUOTED_REPLY = 1_500;

/** At most one round of repair. */
export class ModelDialogue {
  /** Claims in the model's words that stand. */
  kept = 0;
  readonly #evidence: Evidence;
  readonly #parts: PromptParts;
  readonly #signal: AbortSignal | undefined;
  readonly #seen = new Set<string>();
  readonly #bare: DraftClaim[] = [];
  #judged = 0;
  #form: ReplyForm = "not-understood";
  #cut = "";
  #tooLong = false;

  constructor(evidence: Evidence, parts: PromptParts, signal: AbortSignal | undefined) {
    this.#evidence = evidence;
    this.#parts = parts;
    this.#signal = signal;
  }

  async *ask(): AsyncGenerator<DraftPart> {
    const { model } = this.#parts;
    const replyTokens = Math.min(1024, Math.floor(model.contextTokens / 4));
    let limit = MOST_PASSAGES;
    for (let attempt = 0; attempt <= MOST_SHORTENINGS && limit > 0; attempt += 1) {
      const fitted = await fitPrompt(this.#evidence, this.#parts, replyTokens, limit);
      this.#tooLong = fitted.passages === 0;
      if (this.#tooLong) return;
      const reply = yield* this.#read(fitted, fitted.messages, replyTokens);
      if (!this.#tooLong) {
        yield* this.#tellDropped(fitted.passages);
        if (this.#form === "not-understood" && this.#cut === "") {
          yield* this.#repair(fitted, reply, replyTokens);
        }
        return;
      }
      limit = Math.floor(fitted.passages * 0.7);
    }
  }

  /** The bare quotes of rejected claims, after what stands; then how the reply came. */
  *conclude(): Generator<DraftPart> {
    const shown = new Set<string>();
    for (const claim of this.#bare) {
      const key = claim.quotes.map((quote) => `${quote.articleId} ${quote.start}`).join();
      if (shown.has(key) || this.#seen.has(key)) continue;
      shown.add(key);
      yield { kind: "claim", ...claim };
    }
    if (this.#cut !== "") yield { kind: "note", code: "cut", text: this.#cut };
    if (this.#form === "tolerated" && this.#cut === "") {
      const text = "The model did not keep to the format; what could be understood was used.";
      yield { kind: "note", code: "tolerated", text };
    }
  }

  explainFallback(): string {
    const { name } = this.#parts.model.identity;
    return `${name} ${this.#explain()}: the built-in writer answers.`;
  }

  #explain(): string {
    if (this.#tooLong)
      return `has no room for the evidence in ${this.#parts.model.contextTokens} tokens`;
    if (this.#judged > 0) return "made no claim that its quotes carry";
    return this.#form === "empty" ? "found no answer in the evidence" : "gave no usable reply";
  }

  *#tellDropped(passages: number): Generator<DraftPart> {
    const wanted = Math.min(MOST_PASSAGES, this.#evidence.passages.length);
    if (passages >= wanted) return;
    const { identity, contextTokens } = this.#parts.model;
    const text = `${wanted - passages} of ${wanted} passages did not fit into ${identity.name}'s context of ${contextTokens} tokens.`;
    yield { kind: "note", code: "evidence-dropped", text };
  }

  async *#repair(
    fitted: FittedPrompt,
    reply: string,
    replyTokens: number,
  ): AsyncGenerator<DraftPart> {
    const numbers = [...fitted.sentences.keys()];
    const repair = await this.#parts.prompts.render("repair", {
      question: this.#evidence.question.text,
      fault: "it was not the JSON that was asked for.",
      first: numbers.at(0) ?? "",
      last: numbers.at(-1) ?? "",
    });
    const said: PromptMessage = { role: "assistant", text: reply.slice(0, LONGEST_QUOTED_REPLY) };
    const messages = [...fitted.messages, ...(reply === "" ? [] : [said]), ...repair];
    const room = this.#parts.model.contextTokens - replyTokens;
    if (this.#parts.model.countTokens(messages) > room) return;
    yield* this.#read(fitted, messages, replyTokens);
    if (this.kept === 0) return;
    const text = "The model's first reply could not be used; it was asked once more.";
    yield { kind: "note", code: "repaired", text };
  }

  /** Reads one reply to its end, or as far as it comes; gives back what the model wrote. */
  async *#read(
    fitted: FittedPrompt,
    messages: readonly PromptMessage[],
    replyTokens: number,
  ): AsyncGenerator<DraftPart, string> {
    const reader = new ReplyReader();
    const schema = composeReplySchema([...fitted.sentences.keys()]);
    const request = { messages, schema, replyTokens };
    for await (const part of this.#parts.model.reply(request, this.#signal)) {
      if (part.kind === "text") yield* this.#judge(reader.read(part.text), fitted);
      else if (part.kind === "end") this.#noteEnd(part.whole);
      else this.#noteFailure(part.error);
      if (reader.flooded || this.#judged > MOST_CLAIMS) {
        this.#cut = "The model's reply was longer than any answer; the rest was not read.";
        break;
      }
    }
    const { claims, form } = reader.finish();
    this.#form = form;
    yield* this.#judge(claims, fitted);
    return reader.text;
  }

  #noteEnd(whole: boolean): void {
    this.#tooLong = false;
    if (!whole) this.#cut = "The model stopped at its limit of tokens; its reply may not be whole.";
  }

  /** What stands already is kept, and marked as cut; with nothing kept the failure is the answer. */
  #noteFailure(error: PullquoteError): void {
    if (error.code === "prompt-too-long") this.#tooLong = true;
    else if (this.kept > 0) this.#cut = `Cut off: ${error.message}`;
    else throw error;
  }

  *#judge(claims: readonly ReplyClaim[], fitted: FittedPrompt): Generator<DraftPart> {
    for (const claim of claims) {
      if (this.#seen.has(claim.text) || this.#judged > MOST_CLAIMS) continue;
      this.#seen.add(claim.text);
      this.#judged += 1;
      const judgement = judgeClaim(claim, fitted.sentences, this.#evidence);
      if (judgement.kind === "rejected") {
        this.#bare.push(...judgement.bare);
        yield { kind: "rejected-claim", ...judgement.rejected };
        continue;
      }
      this.kept += 1;
      for (const { articleId, start } of judgement.claim.quotes)
        this.#seen.add(`${articleId} ${start}`);
      yield { kind: "claim", ...judgement.claim };
    }
  }
}

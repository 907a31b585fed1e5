// A model of an Ollama server → a chat model whose prompt is never cut.

import type { ChatResponse } from "ollama";
import { PullquoteError } from "../../core/errors.ts";
import type { ModelOptions, WriterIdentity } from "../../core/identity.ts";
import type { ChatModel, ChatRequest, ReplyPart } from "../../core/ports/chat-model.ts";
import type { PromptMessage } from "../../core/ports/prompt-renderer.ts";
import { TokenEstimate } from "../../text/estimate-tokens.ts";
import { describeModel, readDigest } from "./list-models.ts";
import type { CallTerms, OllamaServer } from "./ollama-server.ts";
import { ServerFault } from "./translate-fault.ts";

/** Context that is asked for when the user says nothing and the model was made for more. */
const USUAL_CONTEXT = 8192;
const SMALLEST_CONTEXT = 2048;
/** No tokenizer packs more plain text into a token: fewer tokens mean that the prompt was cut. */
const MOST_BYTES_A_TOKEN = 16;

export interface OllamaModelSettings {
  readonly server: OllamaServer;
  readonly model: string;
  readonly options: ModelOptions;
  /** Where to say what the user should know of the server. */
  readonly warn?: (text: string) => void;
}

/**
 * Asks the server what the model is. Its digest is the server's at that moment.
 * @throws PullquoteError `writer-failed` | `interrupted`
 */
export async function openOllamaChatModel(
  settings: OllamaModelSettings,
  signal?: AbortSignal,
): Promise<ChatModel> {
  const { server, model, options } = settings;
  const terms = { model, code: "writer-failed", signal } as const;
  const facts = await describeModel(server, model, terms);
  if (facts.capabilities.includes("embedding") && !facts.capabilities.includes("completion")) {
    throw new PullquoteError({
      code: "writer-failed",
      message: `${model} is a model that embeds: it cannot write.`,
      hint: "See which models write: pullquote models",
    });
  }
  const made = facts.contextTokens > 0 ? facts.contextTokens : SMALLEST_CONTEXT;
  const asked = typeof options["num_ctx"] === "number" ? options["num_ctx"] : USUAL_CONTEXT;
  const identity = {
    name: `ollama:${model}`,
    model,
    digest: await readDigest(server, model, terms),
  };
  const thinks = facts.capabilities.includes("thinking");
  return new OllamaChatModel(settings, identity, Math.min(asked, made), thinks);
}

class OllamaChatModel implements ChatModel {
  readonly identity: WriterIdentity;
  readonly contextTokens: number;
  readonly #settings: OllamaModelSettings;
  readonly #estimate = new TokenEstimate();

  /** Whether it thinks before it answers, unless it is asked not to. */
  readonly #thinks: boolean;

  constructor(
    settings: OllamaModelSettings,
    identity: WriterIdentity,
    contextTokens: number,
    thinks: boolean,
  ) {
    this.#settings = settings;
    this.#thinks = thinks;
    this.identity = identity;
    this.contextTokens = contextTokens;
  }

  countTokens(messages: readonly PromptMessage[]): number {
    return this.#estimate.count(messages.map(({ text }) => text));
  }

  async *reply(request: ChatRequest, signal?: AbortSignal): AsyncGenerator<ReplyPart> {
    const { server, model } = this.#settings;
    const stop = new AbortController();
    const signals = signal === undefined ? [stop.signal] : [signal, stop.signal];
    const terms: CallTerms = {
      model,
      code: "writer-failed",
      signal: AbortSignal.any(signals),
      pace: "model",
    };
    try {
      const body = this.#compose(request);
      const stream = await server.call(terms, (client) => client.chat(body));
      for await (const chunk of stream) yield* this.#readChunk(chunk, request);
    } catch (error) {
      yield {
        kind: "failed",
        error: server.translate(nameStreamFault(error), { ...terms, signal }),
      };
    } finally {
      stop.abort();
    }
  }

  async close(): Promise<void> {
    // Every request closes its own connection.
  }

  #compose(request: ChatRequest) {
    const { model, options } = this.#settings;
    const { keep_alive: keepAlive = "5m", timeout: _timeout, think = false, ...passed } = options;
    return {
      model,
      stream: true as const,
      messages: request.messages.map(({ role, text }) => ({ role, content: text })),
      keep_alive: typeof keepAlive === "number" ? keepAlive : String(keepAlive),
      truncate: false,
      shift: false,
      // Thoughts would use up the reply, and a schema binds the answer only. Never sent to others: they refuse it.
      ...(this.#thinks ? { think: think as boolean } : {}),
      ...(request.schema === undefined ? {} : { format: request.schema }),
      options: {
        temperature: 0,
        seed: 1,
        num_predict: request.replyTokens,
        ...passed,
        num_ctx: this.contextTokens,
      },
    };
  }

  *#readChunk(chunk: ChatResponse, request: ChatRequest): Generator<ReplyPart> {
    const text = chunk.message?.content;
    if (typeof text === "string" && text !== "") yield { kind: "text", text };
    if (chunk.done !== true) return;
    const promptTokens = chunk.prompt_eval_count;
    if (typeof promptTokens === "number") this.#checkPrompt(request.messages, promptTokens);
    yield {
      kind: "end",
      whole: chunk.done_reason !== "length",
      ...(typeof promptTokens === "number" ? { promptTokens } : {}),
    };
  }

  /** A server too old for `truncate: false` cuts without a word: its count tells. */
  #checkPrompt(messages: readonly PromptMessage[], tokens: number): void {
    const texts = messages.map(({ text }) => text);
    const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    if (tokens >= this.contextTokens || tokens * MOST_BYTES_A_TOKEN < bytes) {
      throw new PullquoteError({
        code: "prompt-too-long",
        message: `${this.identity.model} read only ${tokens} tokens of a longer prompt.`,
        hint: "Update the Ollama server, or give more context: --option num_ctx=8192",
      });
    }
    this.#estimate.learn(texts, tokens);
  }
}

/** The client tells a broken stream and a model's failure apart by their words only. */
function nameStreamFault(error: unknown): unknown {
  if (!(error instanceof Error) || error.constructor !== Error) return error;
  if (error.message.startsWith("Did not receive")) return new ServerFault("cut", "no end");
  return new ServerFault("refused", error.message, 500);
}

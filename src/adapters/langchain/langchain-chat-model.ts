// A provider and a model's name → any chat model that LangChain's initChatModel opens.

import type { ModelOptions, WriterIdentity } from "../../core/identity.ts";
import type { ChatModel, ChatRequest, ReplyPart } from "../../core/ports/chat-model.ts";
import type { PromptMessage } from "../../core/ports/prompt-renderer.ts";
import { TokenEstimate } from "../../text/estimate-tokens.ts";
import { loadChatModels, nameMissingPackage, translateProviderFault } from "./load-langchain.ts";

/** Taken when neither the model nor the user says how much fits. */
const USUAL_CONTEXT = 16_384;

/** What is used of LangChain's chat models. */
export interface StreamingModel {
  stream(
    messages: readonly [string, string][],
    options: { readonly signal?: AbortSignal },
  ): Promise<AsyncIterable<StreamedChunk>>;
  readonly profile?: { readonly maxInputTokens?: number };
}

interface StreamedChunk {
  readonly text: string;
  readonly usage_metadata?: { readonly input_tokens?: number } | undefined;
  readonly response_metadata?: Readonly<Record<string, unknown>>;
}

export interface ProviderModel {
  /** LangChain's name of it: `openai`, `anthropic`, `mistralai` … */
  readonly provider: string;
  readonly model: string;
  readonly options: ModelOptions;
}

/**
 * Loads the provider's package. Its key is read by that package from its own environment variable.
 * @throws PullquoteError `provider-missing` | `bad-setting` | `writer-failed`
 */
export async function openLangchainChatModel(named: ProviderModel): Promise<ChatModel> {
  const { initChatModel } = await loadChatModels();
  const { num_ctx: contextTokens, timeout: _timeout, ...options } = named.options;
  try {
    const model = await initChatModel(named.model, {
      modelProvider: named.provider,
      temperature: 0,
      maxRetries: 2,
      ...options,
    });
    return adoptChatModel(model as unknown as StreamingModel, named, contextTokens);
  } catch (error) {
    throw nameMissingPackage(error, named) ?? translateProviderFault(error, named);
  }
}

/** Serves our port with a LangChain chat model that is already there. */
export function adoptChatModel(
  model: StreamingModel,
  named: ProviderModel,
  contextTokens?: unknown,
): ChatModel {
  const own = model.profile?.maxInputTokens ?? USUAL_CONTEXT;
  const context = typeof contextTokens === "number" ? contextTokens : own;
  return new LangchainChatModel(model, named, context);
}

class LangchainChatModel implements ChatModel {
  readonly identity: WriterIdentity;
  readonly contextTokens: number;
  readonly #model: StreamingModel;
  readonly #named: ProviderModel;
  readonly #estimate = new TokenEstimate();

  constructor(model: StreamingModel, named: ProviderModel, contextTokens: number) {
    this.#model = model;
    this.#named = named;
    this.identity = { name: `${named.provider}:${named.model}`, model: named.model, digest: "" };
    this.contextTokens = contextTokens;
  }

  countTokens(messages: readonly PromptMessage[]): number {
    return this.#estimate.count(messages.map(({ text }) => text));
  }

  /** `stream`, never `invoke`: some providers' `invoke` gives cut text as a success when stopped. */
  async *reply(request: ChatRequest, signal?: AbortSignal): AsyncGenerator<ReplyPart> {
    const stop = new AbortController();
    const both = AbortSignal.any(signal === undefined ? [stop.signal] : [signal, stop.signal]);
    const texts = request.messages.map(({ text }) => text);
    const messages = request.messages.map(({ role, text }): [string, string] => [role, text]);
    let promptTokens: number | undefined;
    let whole = true;
    try {
      for await (const chunk of await this.#model.stream(messages, { signal: both })) {
        if (both.aborted) break;
        if (chunk.text !== "") yield { kind: "text", text: chunk.text };
        promptTokens = chunk.usage_metadata?.input_tokens || promptTokens;
        whole = whole && !saysCut(chunk.response_metadata);
      }
      signal?.throwIfAborted();
      if (promptTokens !== undefined) this.#estimate.learn(texts, promptTokens);
      yield { kind: "end", whole, ...(promptTokens === undefined ? {} : { promptTokens }) };
    } catch (error) {
      yield { kind: "failed", error: translateProviderFault(error, this.#named, signal) };
    } finally {
      stop.abort();
    }
  }

  async close(): Promise<void> {
    // LangChain's models hold nothing open between calls.
  }
}

/** Each provider names the limit of tokens in its own way. */
function saysCut(metadata: Readonly<Record<string, unknown>> | undefined): boolean {
  const reasons = ["finish_reason", "stop_reason", "done_reason", "finishReason"];
  return reasons.some((name) => /length|max_tokens/i.test(String(metadata?.[name] ?? "")));
}

// Names of a writer and an embedder → these, each loaded only when it is the one that is named; and what would leave this machine.

import { PullquoteError } from "../core/errors.ts";
import {
  BUILTIN_EMBEDDER,
  BUILTIN_WRITER,
  type ModelOptions,
  parseModelName,
} from "../core/identity.ts";
import type { AnswerWriter } from "../core/ports/answer-writer.ts";
import type { ChatModel } from "../core/ports/chat-model.ts";
import type { Embedder } from "../core/ports/embedder.ts";
import type { PromptRenderer } from "../core/ports/prompt-renderer.ts";

export interface ModelChoice {
  /** `extractive` | `ollama:MODEL` | `PROVIDER:MODEL`. */
  readonly model?: string | undefined;
  /** `builtin` | `ollama:MODEL` | `PROVIDER:MODEL`. */
  readonly embedder?: string | undefined;
  /** Passed through to whoever provides the model. */
  readonly modelOptions?: ModelOptions | undefined;
  /** Folder of the user's own prompts; a prompt that it lacks is the shipped one. */
  readonly prompts?: string | undefined;
  /** Is told what the user should know of a model that works but not as asked. */
  readonly warn?: ((text: string) => void) | undefined;
}

/** @throws PullquoteError `bad-setting` | `writer-failed` | `provider-missing` | `interrupted` */
export async function openWriter(
  choice: ModelChoice & { readonly minConfidence: number },
  builtin: AnswerWriter,
  signal?: AbortSignal,
): Promise<AnswerWriter> {
  const model = await openChatModel(choice, signal);
  if (model === undefined) return builtin;
  const { createModelWriter } = await import("../answer/model/write-with-model.ts");
  const prompts = await openPrompts(choice.prompts);
  return createModelWriter({ model, prompts, builtin, minConfidence: choice.minConfidence });
}

/** @throws PullquoteError `bad-setting` for a least confidence that is none */
export function requireShare(minConfidence: number): void {
  if (minConfidence >= 0 && minConfidence <= 1) return;
  throw new PullquoteError({
    code: "bad-setting",
    message: `minConfidence must be a number from 0 to 1, not ${minConfidence}.`,
    hint: "Leave it out to answer as it is measured to answer best.",
  });
}

/** Undefined for the built-in writer, which needs none. */
export async function openChatModel(
  { model = BUILTIN_WRITER, modelOptions: options = {} }: ModelChoice,
  signal?: AbortSignal,
): Promise<ChatModel | undefined> {
  const named = parseModelName(model, BUILTIN_WRITER);
  if (named.kind === "builtin") return;
  if (named.kind === "provider") {
    const { openLangchainChatModel } = await import(
      "../adapters/langchain/langchain-chat-model.ts"
    );
    return openLangchainChatModel({ ...named, options });
  }
  const { openOllamaServer } = await import("../adapters/ollama/ollama-server.ts");
  const { openOllamaChatModel } = await import("../adapters/ollama/ollama-chat-model.ts");
  const server = openOllamaServer(options);
  return openOllamaChatModel({ server, model: named.model, options }, signal);
}

/** Prompts from a folder, or those that ship. */
export async function openPrompts(folder: string | undefined): Promise<PromptRenderer> {
  const { createPromptRenderer } = await import("../adapters/langchain/prompt-templates.ts");
  const { readPromptFile } = await import("../adapters/files/prompt-folder.ts");
  return createPromptRenderer((name) => readPromptFile(name, folder));
}

/** @throws PullquoteError `bad-setting` | `embedder-failed` | `provider-missing` | `interrupted` */
export async function openEmbedder(
  { embedder = BUILTIN_EMBEDDER, modelOptions: options = {}, warn }: ModelChoice,
  builtin: Embedder | undefined,
  signal?: AbortSignal,
): Promise<Embedder> {
  const named = parseModelName(embedder, BUILTIN_EMBEDDER);
  if (named.kind === "builtin") {
    if (builtin !== undefined) return builtin;
    throw new PullquoteError({ code: "unexpected", message: "No built-in embedder is here." });
  }
  if (named.kind === "provider") {
    const { openLangchainEmbedder } = await import("../adapters/langchain/langchain-embedder.ts");
    return openLangchainEmbedder({ ...named, options: {} }, signal);
  }
  const { openOllamaServer } = await import("../adapters/ollama/ollama-server.ts");
  const { openOllamaEmbedder } = await import("../adapters/ollama/ollama-embedder.ts");
  return openOllamaEmbedder(
    { server: openOllamaServer(options), model: named.model, options, ...(warn && { warn }) },
    signal,
  );
}

export interface RemoteService {
  readonly name: string;
  /** What it gets to see, in words for the reader. */
  readonly receives: string;
  readonly where: string;
}

const LOOPBACK = /^https?:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?(\/|$)/i;

/**
 * To whom text will go, if it leaves this machine: empty for the built-in writer and embedder and for an Ollama server on this machine.
 * @throws PullquoteError `bad-setting`
 */
export async function findRemoteServices(
  choice: ModelChoice,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<readonly RemoteService[]> {
  const { model = BUILTIN_WRITER, embedder = BUILTIN_EMBEDDER } = choice;
  const used = [
    [model, BUILTIN_WRITER, "your question and the passages found for it"],
    [embedder, BUILTIN_EMBEDDER, "every article that is indexed, and your questions"],
  ] as const;
  const services: RemoteService[] = [];
  for (const [name, builtin, receives] of used) {
    const where = await findPlace(name, builtin, choice, environment);
    if (where !== undefined) services.push({ name, receives, where });
  }
  return services;
}

async function findPlace(
  written: string,
  builtin: string,
  { modelOptions = {} }: ModelChoice,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const named = parseModelName(written, builtin);
  if (named.kind === "builtin") return;
  if (named.kind === "provider") {
    const variable = `${named.provider.toUpperCase().replaceAll("-", "_")}_BASE_URL`;
    const address = String(
      modelOptions["baseURL"] ?? modelOptions["baseUrl"] ?? environment[variable] ?? "",
    );
    return LOOPBACK.test(address) ? undefined : named.provider;
  }
  const { readServerAddress } = await import("../adapters/ollama/server-address.ts");
  const address = readServerAddress(environment["OLLAMA_HOST"]);
  if (!address.isLocal) return address.url;
  return /[:-]cloud$/.test(named.model) ? "Ollama's cloud" : undefined;
}

// Any Embeddings of LangChain's → an embedder with unit vectors of one length.

import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { PullquoteError } from "../../core/errors.ts";
import type { EmbedderIdentity } from "../../core/identity.ts";
import type { Embedder } from "../../core/ports/embedder.ts";
import { IN_FLIGHT, readVectors, splitBatches } from "../../corpus/ingest/embedding-requests.ts";
import { mapAhead } from "../../corpus/map-ahead.ts";
import type { ProviderModel } from "./langchain-chat-model.ts";
import { nameMissingPackage, silenceTracing, translateProviderFault } from "./load-langchain.ts";

interface TextEmbeddings {
  embedDocuments(texts: string[]): Promise<number[][]>;
  embedQuery(text: string): Promise<number[]>;
}

const PROVIDERS: Readonly<Record<string, readonly [name: string, className: string]>> = {
  openai: ["@langchain/openai", "OpenAIEmbeddings"],
  azure_openai: ["@langchain/openai", "AzureOpenAIEmbeddings"],
  mistralai: ["@langchain/mistralai", "MistralAIEmbeddings"],
  cohere: ["@langchain/cohere", "CohereEmbeddings"],
  "google-genai": ["@langchain/google-genai", "GoogleGenerativeAIEmbeddings"],
  "google-vertexai": ["@langchain/google-vertexai", "VertexAIEmbeddings"],
  bedrock: ["@langchain/aws", "BedrockEmbeddings"],
};
/** A remote service's longest input; longer passages than ours do not occur below it. */
const USUAL_MAX_TOKENS = 2048;
const BATCH = 32;

/**
 * Loads the provider's package; its key is read by that package from its own environment variable.
 * @throws PullquoteError `provider-missing` | `bad-setting` | `embedder-failed`
 */
export async function openLangchainEmbedder(
  named: ProviderModel,
  signal?: AbortSignal,
): Promise<Embedder> {
  const known = PROVIDERS[named.provider];
  if (known === undefined) {
    throw new PullquoteError({
      code: "bad-setting",
      message: `${JSON.stringify(named.provider)} is no provider of embeddings.`,
      hint: `Name one of: builtin, ollama, ${Object.keys(PROVIDERS).join(", ")}`,
    });
  }
  silenceTracing();
  const [packageName, className] = known;
  try {
    const path = createRequire(import.meta.url).resolve(packageName);
    const provider: Record<string, unknown> = await import(pathToFileURL(path).href);
    const Provider = provider[className] as new (fields: object) => TextEmbeddings;
    const embeddings = new Provider({ model: named.model, maxRetries: 2, ...named.options });
    return await adoptEmbeddings(embeddings, named, signal);
  } catch (error) {
    const missing =
      error instanceof Error && "code" in error && /NOT_FOUND/.test(String(error.code));
    const cause = missing
      ? new Error(`Cannot find package '${packageName}'`, { cause: error })
      : error;
    throw (
      nameMissingPackage(cause, named) ??
      translateProviderFault(error, named, signal, "embedder-failed")
    );
  }
}

/** Serves our port with LangChain embeddings that are already there. */
export async function adoptEmbeddings(
  embeddings: TextEmbeddings,
  named: ProviderModel,
  signal?: AbortSignal,
): Promise<Embedder> {
  const identity = {
    name: `${named.provider}:${named.model}`,
    model: named.model,
    digest: "",
    dimensions: 0,
    pooling: "provider",
    maxTokens: USUAL_MAX_TOKENS,
  };
  const probe = await new LangchainEmbedder(embeddings, identity, named).embedQuestion(
    "size",
    signal,
  );
  return new LangchainEmbedder(embeddings, { ...identity, dimensions: probe.length }, named);
}

class LangchainEmbedder implements Embedder {
  readonly identity: EmbedderIdentity;
  readonly #embeddings: TextEmbeddings;
  readonly #named: ProviderModel;

  constructor(embeddings: TextEmbeddings, identity: EmbedderIdentity, named: ProviderModel) {
    this.#embeddings = embeddings;
    this.identity = identity;
    this.#named = named;
  }

  async embedPassages(
    texts: readonly string[],
    signal?: AbortSignal,
  ): Promise<readonly Float32Array[]> {
    const vectors: Float32Array[] = [];
    const embed = async (batch: string[]) => {
      const answer = await this.#guard(() => this.#embeddings.embedDocuments(batch), signal);
      return this.#read(answer, batch.length);
    };
    for await (const some of mapAhead(splitBatches(texts, BATCH), IN_FLIGHT, embed)) {
      vectors.push(...some);
    }
    return vectors;
  }

  async embedQuestion(text: string, signal?: AbortSignal): Promise<Float32Array> {
    const answer = await this.#guard(() => this.#embeddings.embedQuery(text), signal);
    const [vector] = this.#read([answer], 1);
    return vector ?? new Float32Array();
  }

  async close(): Promise<void> {
    // LangChain's embeddings hold nothing open between calls.
  }

  /** LangChain's embeddings take no signal: the wait ends at once, the request when it is done. */
  async #guard<T>(work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    try {
      signal?.throwIfAborted();
      const stopped = new Promise<never>((_resolve, reject) => {
        signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
      });
      return await (signal === undefined ? work() : Promise.race([work(), stopped]));
    } catch (error) {
      throw translateProviderFault(error, this.#named, signal, "embedder-failed");
    }
  }

  #read(answer: unknown, expected: number): readonly Float32Array[] {
    const read = readVectors(answer, expected, this.identity.dimensions);
    if (read.ok) return read.vectors;
    throw this.#fault(read.fault);
  }

  #fault(what: string): PullquoteError {
    return new PullquoteError({
      code: "embedder-failed",
      message: `${this.identity.name} ${what}.`,
      hint: "Check the model's name, or embed without it: --embedder builtin",
    });
  }
}

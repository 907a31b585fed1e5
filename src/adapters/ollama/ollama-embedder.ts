// An embedding model of an Ollama server → unit vectors; long text is split and pooled, never cut.

import { PullquoteError } from "../../core/errors.ts";
import type { EmbedderIdentity } from "../../core/identity.ts";
import type { Embedder } from "../../core/ports/embedder.ts";
import {
  IN_FLIGHT,
  readVectors,
  splitBatches,
  toUnit,
} from "../../corpus/ingest/embedding-requests.ts";
import { mapAhead } from "../../corpus/map-ahead.ts";
import { splitsPair } from "../../text/code-points.ts";
import { type EmbeddingPrefixes, findEmbeddingPrefixes } from "./embedding-prefixes.ts";
import { describeModel, readDigest } from "./list-models.ts";
import type { OllamaModelSettings } from "./ollama-chat-model.ts";
import type { CallTerms } from "./ollama-server.ts";

/** Two halves, cut at the white space nearest to the middle, else between two characters. */
function splitText(text: string): readonly [string, string] {
  const middle = Math.floor(text.length / 2);
  const spaces = Array.from(text.matchAll(/(?<=.)\s/gs), ({ index }) => index);
  const at = spaces.reduce(
    (near, space) => (Math.abs(space - middle) < Math.abs(near - middle) ? space : near),
    spaces[0] ?? middle,
  );
  const safe = splitsPair(text, at) ? at + 1 : at;
  return [text.slice(0, safe), text.slice(safe)];
}

/** Mean of the parts' vectors weighted by their lengths, unit length. */
function poolParts(vectors: readonly Float32Array[], lengths: readonly number[]): Float32Array {
  const pooled = new Float32Array(vectors[0]?.length ?? 0);
  vectors.forEach((vector, index) => {
    const weight = lengths[index] ?? 0;
    for (let at = 0; at < pooled.length; at += 1) {
      pooled[at] = (pooled[at] ?? 0) + weight * (vector[at] ?? 0);
    }
  });
  return toUnit(pooled) ?? pooled;
}

/** Texts a request: more would only hold more text in flight when it fails. */
const BATCH = 16;
/**
 * No tokenizer packs more letters into a token than this, over a whole text: fewer tokens mean that only
 * its head was read.
 */
const MOST_LETTERS_A_TOKEN = 12;
/** Shorter texts may be a few long names. */
const SHORTEST_COUNTED = 200;
const FEWEST_WORDS = 8;
/** A part this short that the server still finds too long is a fault, not a long text. */
const SHORTEST_PART = 16;

/**
 * Asks the server what the model is and how long its vectors are.
 * @throws PullquoteError `embedder-failed` | `interrupted`
 */
export async function openOllamaEmbedder(
  settings: OllamaModelSettings,
  signal?: AbortSignal,
): Promise<Embedder> {
  const { server, model } = settings;
  const terms = { model, code: "embedder-failed", signal } as const;
  const facts = await describeModel(server, model, terms);
  const prefixes = findEmbeddingPrefixes(model);
  const identity = {
    name: `ollama:${model}`,
    model,
    digest: await readDigest(server, model, terms),
    dimensions: 0,
    pooling: `${facts.pooling}${prefixes.passage === "" && prefixes.question === "" ? "" : ", prefixed"}`,
    maxTokens: facts.contextTokens,
  };
  const probe = await new OllamaEmbedder(settings, identity, prefixes).embedQuestion(
    "size",
    signal,
  );
  return new OllamaEmbedder(settings, { ...identity, dimensions: probe.length }, prefixes);
}

class OllamaEmbedder implements Embedder {
  readonly identity: EmbedderIdentity;
  readonly #settings: OllamaModelSettings;
  readonly #prefixes: EmbeddingPrefixes;
  #hasTold = false;

  constructor(
    settings: OllamaModelSettings,
    identity: EmbedderIdentity,
    prefixes: EmbeddingPrefixes,
  ) {
    this.#settings = settings;
    this.identity = identity;
    this.#prefixes = prefixes;
  }

  async embedPassages(
    texts: readonly string[],
    signal?: AbortSignal,
  ): Promise<readonly Float32Array[]> {
    const vectors: Float32Array[] = [];
    const embed = (batch: readonly string[]) =>
      this.#embedBatch(batch, this.#prefixes.passage, signal);
    for await (const some of mapAhead(splitBatches(texts, BATCH), IN_FLIGHT, embed)) {
      vectors.push(...some);
    }
    return vectors;
  }

  async embedQuestion(text: string, signal?: AbortSignal): Promise<Float32Array> {
    return this.#embedLong(text, this.#prefixes.question, signal);
  }

  async close(): Promise<void> {
    // Every request closes its own connection.
  }

  /** One text that is too long fails the whole request: then each goes alone. */
  async #embedBatch(
    batch: readonly string[],
    prefix: string,
    signal: AbortSignal | undefined,
  ): Promise<readonly Float32Array[]> {
    const whole = await this.#request(
      batch.map((text) => prefix + text),
      signal,
    );
    if (whole !== undefined) return whole;
    const vectors: Float32Array[] = [];
    for (const text of batch) vectors.push(await this.#embedLong(text, prefix, signal));
    return vectors;
  }

  async #embedLong(
    text: string,
    prefix: string,
    signal: AbortSignal | undefined,
  ): Promise<Float32Array> {
    const [vector] = (await this.#request([prefix + text], signal)) ?? [];
    if (vector !== undefined) return vector;
    if (text.length <= SHORTEST_PART) throw this.#fault("finds even a few letters too long");
    this.#tellCut(text);
    const parts = splitText(text);
    const vectors: Float32Array[] = [];
    for (const part of parts) vectors.push(await this.#embedLong(part, prefix, signal));
    return poolParts(
      vectors,
      parts.map((part) => part.length),
    );
  }

  /** Undefined when a text is longer than the model's context. */
  async #request(
    input: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<readonly Float32Array[] | undefined> {
    const { server, model, options } = this.#settings;
    const keepAlive = options["keep_alive"];
    const terms: CallTerms = { model, code: "embedder-failed", signal, pace: "model" };
    const body = {
      model,
      input: [...input],
      truncate: false,
      keep_alive: typeof keepAlive === "number" ? keepAlive : String(keepAlive ?? "5m"),
    };
    try {
      const answer = await server.call(terms, (client) => client.embed(body));
      // A server that ignores `truncate: false` cuts without a word: its own count tells.
      if (isCut(input, answer.prompt_eval_count)) return undefined;
      const { embeddings } = answer;
      const read = readVectors(embeddings, input.length, this.identity.dimensions);
      if (read.ok) return read.vectors;
      throw this.#fault(read.fault);
    } catch (error) {
      if (error instanceof PullquoteError && error.code === "prompt-too-long") return;
      throw error;
    }
  }

  /** Once: the text is split until the server reads all of it, which costs time but no words. */
  #tellCut(text: string): void {
    if (this.#hasTold) return;
    this.#hasTold = true;
    this.#settings.warn?.(
      `note: ${this.identity.name} takes only the head of a longer text (${text.length.toLocaleString("en-US")} characters were too long): such texts are split, so that nothing is cut`,
    );
  }

  #fault(what: string): PullquoteError {
    return new PullquoteError({
      code: "embedder-failed",
      message: `The Ollama server ${what} (${this.identity.name}).`,
      hint: `Check it with \`pullquote doctor\`, or fetch it again: ollama pull ${this.identity.model}`,
    });
  }
}

function isCut(input: readonly string[], tokens: number | undefined): boolean {
  if (typeof tokens !== "number" || tokens <= 0) return false;
  const words = input.flatMap((text) => text.match(/\S+/g) ?? []);
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  // Tokenizers of embedders take words apart and never join them.
  const tooFew = words.length >= FEWEST_WORDS && tokens < words.length * 0.95;
  return tooFew || (letters >= SHORTEST_COUNTED && tokens * MOST_LETTERS_A_TOKEN < letters);
}

// Which model embeds and which one writes: how the user names it, and what tells one from another.

import { PullquoteError } from "./errors.ts";

/** Vectors of two embedders that differ in any field must never be compared. */
export interface EmbedderIdentity {
  /** How the user names it: `builtin`, `ollama:nomic-embed-text`. */
  readonly name: string;
  readonly model: string;
  /** sha256 of the weights, or the digest that a server reports; empty where there is none. */
  readonly digest: string;
  readonly dimensions: number;
  readonly pooling: string;
  /** Longest input of one forward pass, in tokens; longer text is split and pooled, never cut. */
  readonly maxTokens: number;
}

/**
 * All indexed articles. `sha256` is of their list as the program `sha256sum` prints it, sorted by id:
 * for each the digest of its file, two spaces, its id and a line end.
 */
export interface CorpusIdentity {
  readonly articles: number;
  readonly sha256: string;
}

export interface WriterIdentity {
  /** How the user names it: `extractive`, `ollama:llama3.2`. */
  readonly name: string;
  readonly model: string;
  readonly digest: string;
}

/** `--option num_ctx=8192` → `{ num_ctx: 8192 }`. Names are the provider's own. */
export type ModelOptions = Readonly<Record<string, string | number | boolean>>;

/** `extractive`, `builtin`, `ollama:llama3.2:3b`, `openai:gpt-4.1-mini`. */
export type ModelName =
  | { readonly kind: "builtin" }
  | { readonly kind: "ollama"; readonly model: string }
  | { readonly kind: "provider"; readonly provider: string; readonly model: string };

export const BUILTIN_WRITER = "extractive";
export const BUILTIN_EMBEDDER = "builtin";

/** @throws PullquoteError `bad-setting` */
export function parseModelName(written: string, builtin: string): ModelName {
  if (written === builtin) return { kind: "builtin" };
  const [, provider, model] = /^([a-z][a-z0-9_-]*):(\S+)$/.exec(written) ?? [];
  if (provider !== undefined && model !== undefined) {
    return provider === "ollama"
      ? { kind: "ollama", model }
      : { kind: "provider", provider, model };
  }
  throw new PullquoteError({
    code: "bad-setting",
    message: `${JSON.stringify(written)} names no model: it is ${builtin}, ollama:MODEL or PROVIDER:MODEL.`,
    hint: "List what is usable here: pullquote models",
  });
}

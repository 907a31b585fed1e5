// A model as the user names it → its provider and its name there: `ollama:llama3.2` → `ollama`, `llama3.2`.

import { PullquoteError } from "./errors.ts";

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

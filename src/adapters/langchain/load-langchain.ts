// The one place that loads LangChain: lazily, with its tracing off, its faults translated into ours.

import { type ErrorCode, PullquoteError } from "../../core/errors.ts";

/** Names that make LangChain send prompts to a remote service. */
const TRACING = [
  "LANGSMITH_TRACING",
  "LANGSMITH_TRACING_V2",
  "LANGCHAIN_TRACING",
  "LANGCHAIN_TRACING_V2",
] as const;

/** Whatever the user's environment says: articles and questions are traced nowhere. */
export function silenceTracing(): void {
  for (const name of TRACING) {
    if (process.env[name] !== undefined) process.env[name] = "false";
  }
}

/** Chat prompt templates. */
export async function loadPrompts(): Promise<typeof import("@langchain/core/prompts")> {
  silenceTracing();
  return import("@langchain/core/prompts");
}

/** `initChatModel` and the providers that it knows. */
export async function loadChatModels(): Promise<typeof import("langchain/chat_models/universal")> {
  silenceTracing();
  return import("langchain/chat_models/universal");
}

/** Undefined when the failure was another one. */
export function nameMissingPackage(
  error: unknown,
  named: { readonly provider: string; readonly model: string },
): PullquoteError | undefined {
  const message = error instanceof Error ? error.message : "";
  const missing = /Unable to import (\S+)\.|Cannot find package '([^']+)'/.exec(message);
  const name = missing?.[1] ?? missing?.[2];
  if (name !== undefined) {
    return new PullquoteError({
      code: "provider-missing",
      message: `${named.provider}:${named.model} needs the package ${name}, which is not installed.`,
      hint: `npm install ${name}   (with -g when pullquote was installed with -g)`,
      cause: error,
    });
  }
  const known = /Supported model providers are: (.+)/.exec(message)?.[1];
  if (known === undefined) return;
  return new PullquoteError({
    code: "bad-setting",
    message: `There is no provider ${JSON.stringify(named.provider)}.`,
    hint: `Name one of: extractive, ollama, ${known}`,
    cause: error,
  });
}

/** Shapes of keys, and whatever stands behind "key", "token" or "Bearer". */
const SECRETS =
  /\b(?:sk|pk|rk|gsk|xai|key|token)[-_][\w-]{8,}|\bAIza[\w-]{20,}|(?:bearer|api[-_ ]?key|token)["']?\s*[:=]?\s*["']?[\w.*-]{12,}/gi;
const LONGEST_MESSAGE = 300;

/** Anything a provider's package throws → what happened, without keys, and what to do. */
export function translateProviderFault(
  error: unknown,
  named: { readonly provider: string; readonly model: string },
  signal?: AbortSignal,
  code: ErrorCode = "writer-failed",
): PullquoteError {
  if (error instanceof PullquoteError) return error;
  if (signal?.aborted === true) {
    return new PullquoteError({ code: "interrupted", message: "The model was stopped." });
  }
  const message = hideSecrets(error instanceof Error ? error.message : String(error));
  const name = `${named.provider}:${named.model}`;
  if (/context[_ ]length|maximum context|too many tokens|prompt is too long/i.test(message)) {
    return new PullquoteError({
      code: "prompt-too-long",
      message: `The prompt is longer than the context of ${name}.`,
      hint: "Say how much fits: --option num_ctx=4096",
    });
  }
  return new PullquoteError({
    code,
    message: `${name} failed: ${message}`,
    hint: hintFor(message, named.provider),
  });
}

/** A message of a provider's, safe to print and to keep. */
export function hideSecrets(message: string): string {
  return message.replaceAll(SECRETS, "…").replaceAll(/\s+/g, " ").slice(0, LONGEST_MESSAGE);
}

function hintFor(message: string, provider: string): string {
  const variable = `${provider.toUpperCase().replaceAll("-", "_")}_API_KEY`;
  if (/api key|apikey|401|403|credential|unauthorized/i.test(message)) {
    return `Set its key in the environment, usually ${variable}`;
  }
  if (/429|rate limit|quota/i.test(message)) return "Wait a little, or check the account's limits";
  if (/404|not found|does not exist/i.test(message))
    return "Check the model's name with its provider";
  return "Check the connection, or answer without it: --model extractive";
}

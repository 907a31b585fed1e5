// The one place that loads LangChain: lazily, and with its tracing off.

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

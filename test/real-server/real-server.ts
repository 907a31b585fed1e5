// OLLAMA_HOST → the real server that the tests may use, or why there is none.

export const CHAT_MODEL = "smollm2:135m";
export const EMBEDDING_MODEL = "all-minilm";

export interface RealServer {
  readonly host: string;
  /** Why its tests are skipped, as the end of their names; undefined when they run. */
  readonly missing: string | undefined;
}

/** Starts nothing: `scripts/ollama-for-tests.mjs` does. */
export async function findRealServer(): Promise<RealServer> {
  const host = process.env["OLLAMA_HOST"] ?? "";
  if (host === "") return { host, missing: "(skipped: OLLAMA_HOST is not set)" };
  const url = /^https?:/.test(host) ? host : `http://${host}`;
  try {
    const reply = await fetch(`${url}/api/tags`, { signal: AbortSignal.timeout(10_000) });
    const listed = await reply.text();
    const lacking = [CHAT_MODEL, EMBEDDING_MODEL].filter((model) => !listed.includes(`"${model}`));
    return {
      host,
      missing: lacking.length === 0 ? undefined : `(skipped: it lacks ${lacking.join(", ")})`,
    };
  } catch {
    return { host, missing: `(skipped: nothing answers at OLLAMA_HOST=${host})` };
  }
}

// The environment and the user's options → the Ollama server to talk to.

import type { ModelOptions } from "../../core/identity.ts";
import { OllamaServer } from "./ollama-server.ts";

/**
 * OLLAMA_HOST says where; the option `timeout`, in seconds, how long a model may be silent.
 * @throws PullquoteError `bad-setting`
 */
export function openOllamaServer(options: ModelOptions): OllamaServer {
  const { timeout } = options;
  return new OllamaServer({
    host: process.env["OLLAMA_HOST"],
    waitMs: typeof timeout === "number" ? timeout * 1000 : undefined,
  });
}

// Prompts around the context's size on a real Ollama server: read whole, or refused.

import { describe, expect, test } from "vitest";
import { openOllamaChatModel } from "../../src/adapters/ollama/ollama-chat-model.ts";
import { OllamaServer } from "../../src/adapters/ollama/ollama-server.ts";
import type { ChatModel } from "../../src/core/ports/chat-model.ts";
import { CHAT_MODEL, findRealServer } from "./real-server.ts";

const { host, missing } = await findRealServer();

/** Tokens of a prompt of that many words as the server counted them, or the refusal's code. */
async function send(model: ChatModel, words: number): Promise<number | string | undefined> {
  const messages = [{ role: "user", text: "lamp ".repeat(words) }] as const;
  for await (const part of model.reply({ messages, replyTokens: 1 })) {
    if (part.kind === "end") return part.promptTokens;
    if (part.kind === "failed") return part.error.code;
  }
  return;
}

describe.skipIf(missing !== undefined)(`a prompt to a real server ${missing ?? ""}`, () => {
  test("that is longer than the context is refused, never cut", async () => {
    const server = new OllamaServer({ host });
    const options = { num_ctx: 256 };
    const model = await openOllamaChatModel({ server, model: CHAT_MODEL, options });
    expect(await send(model, 400)).toBe("prompt-too-long");
    const counted = Number(await send(model, 100));
    expect(counted).toBeGreaterThan(100);
    expect(await send(model, 101)).toBe(counted + 1);
  });
});

// A model's writer keeps what every writer keeps: over Ollama's protocol, over LangChain, told the truth or lied to.

import { FakeListChatModel } from "@langchain/core/utils/testing";
import { afterAll } from "vitest";
import {
  adoptChatModel,
  type StreamingModel,
} from "../../../src/adapters/langchain/langchain-chat-model.ts";
import { openOllamaChatModel } from "../../../src/adapters/ollama/ollama-chat-model.ts";
import { OllamaServer } from "../../../src/adapters/ollama/ollama-server.ts";
import { createExtractiveWriter } from "../../../src/answer/extractive/extractive-writer.ts";
import { createModelWriter } from "../../../src/answer/model/write-with-model.ts";
import { openPrompts } from "../../../src/assistant/choose-models.ts";
import type { ChatModel } from "../../../src/core/ports/chat-model.ts";
import { describeAnswerWriter } from "../../contracts/answer-writer.ts";
import { say, startStandIn } from "../../stand-in/stand-in-server.ts";

const builtin = createExtractiveWriter(0.3);
const standIn = await startStandIn();
afterAll(async () => {
  await standIn.close();
});

const openWriter = async (model: ChatModel) =>
  createModelWriter({ model, prompts: await openPrompts(undefined), builtin, minConfidence: 0 });

const reply = (...texts: readonly string[]): string =>
  JSON.stringify({ claims: texts.map((text, at) => ({ text, evidence: [`S${at + 1}`] })) });

const TRUE_REPLY = reply("The council closed the eastern quay.");
const FALSE_REPLY = reply("PINEAPPLE", "The quay cost 99,000 crowns.", "The quay will open soon.");

const openOllama = (text: string) => async () => {
  standIn.script = say(text);
  const server = new OllamaServer({ host: standIn.host });
  return openWriter(await openOllamaChatModel({ server, model: "stand-in", options: {} }));
};

describeAnswerWriter("an Ollama model", openOllama(TRUE_REPLY));
describeAnswerWriter("a LangChain model", async () => {
  const model = new FakeListChatModel({ responses: [TRUE_REPLY] });
  const named = { provider: "invented", model: "fake", options: {} };
  return openWriter(adoptChatModel(model as unknown as StreamingModel, named));
});
describeAnswerWriter("a LangChain model that lies", async () => {
  const model = new FakeListChatModel({ responses: [FALSE_REPLY] });
  const named = { provider: "invented", model: "fake", options: {} };
  return openWriter(adoptChatModel(model as unknown as StreamingModel, named));
});

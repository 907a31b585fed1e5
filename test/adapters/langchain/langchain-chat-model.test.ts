import { FakeListChatModel, FakeStreamingChatModel } from "@langchain/core/utils/testing";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  adoptChatModel,
  type StreamingModel,
} from "../../../src/adapters/langchain/langchain-chat-model.ts";
import {
  hideSecrets,
  loadChatModels,
  loadPrompts,
} from "../../../src/adapters/langchain/load-langchain.ts";
import type { ReplyPart } from "../../../src/core/ports/chat-model.ts";
import { startStandIn } from "../../stand-in/stand-in-server.ts";

const NAMED = { provider: "invented", model: "fake", options: {} };
const MESSAGES = [{ role: "user", text: "Why are the lamps dark?" }] as const;
const KEY = "sk-invented0123456789abcdef";

const adopt = (model: unknown) => adoptChatModel(model as StreamingModel, NAMED);

async function read(model: unknown, signal?: AbortSignal): Promise<readonly ReplyPart[]> {
  const parts: ReplyPart[] = [];
  const request = { messages: MESSAGES, replyTokens: 64 };
  for await (const part of adopt(model).reply(request, signal)) parts.push(part);
  return parts;
}

describe("a LangChain chat model", () => {
  test("gives its words in pieces, then the end", async () => {
    const parts = await read(new FakeListChatModel({ responses: ["The fog ate them."] }));
    const words = parts.map((part) => (part.kind === "text" ? part.text : "")).join("");
    expect(words).toBe("The fog ate them.");
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.at(-1)).toMatchObject({ kind: "end", whole: true });
  });

  test("that stopped at its limit of tokens does not pass for whole", async () => {
    const generationInfo = { finish_reason: "length" };
    const parts = await read(new FakeListChatModel({ responses: ["The fog"], generationInfo }));
    expect(parts.at(-1)).toEqual({ kind: "end", whole: false });
  });

  test("that fails says so without any key", async () => {
    const model = new FakeStreamingChatModel({
      thrownErrorString: `401 Incorrect API key provided: ${KEY}. Authorization: Bearer ${KEY}`,
    });
    const [part] = await read(model);
    expect(part).toMatchObject({ kind: "failed", error: { code: "writer-failed" } });
    if (part?.kind !== "failed") return;
    expect(JSON.stringify([part.error, part.error.message, part.error.stack])).not.toContain(KEY);
    expect(part.error.hint).toContain("INVENTED_API_KEY");
    expect(String(part.error.cause)).not.toContain(KEY);
  });

  test("that is stopped ends at once, as an interruption", async () => {
    const stop = new AbortController();
    const model = new FakeListChatModel({ responses: ["x".repeat(400)], sleep: 20 });
    const kinds: string[] = [];
    for await (const part of adopt(model).reply(
      { messages: MESSAGES, replyTokens: 64 },
      stop.signal,
    )) {
      kinds.push(part.kind === "failed" ? part.error.code : part.kind);
      stop.abort();
    }
    expect(kinds.length).toBeLessThan(5);
    expect(kinds.at(-1)).toBe("interrupted");
  });
});

describe("an error's text", () => {
  test.each([
    `Incorrect API key provided: ${KEY}`,
    "x-api-key: abcdef0123456789abcdef",
    "Bearer abcdef0123456789abcdef",
    '{"api_key":"abcdef0123456789abcdef"}',
    "https://host/v1?key=AIzaAbcdefghijklmnopqrstuvwxyz01234",
  ])("loses its key: %s", (text) => {
    expect(hideSecrets(text)).not.toMatch(/abcdef/i);
  });
});

describe("LangChain's tracing", async () => {
  const collector = await startStandIn();
  let requests = 0;
  collector.takeover = (_request, response) => {
    requests += 1;
    response.writeHead(200).end("{}");
  };
  afterAll(() => collector.close());
  afterEach(() => vi.unstubAllEnvs());
  beforeEach(() => {
    for (const name of ["LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2"]) vi.stubEnv(name, "true");
    vi.stubEnv("LANGSMITH_API_KEY", KEY);
    vi.stubEnv("LANGSMITH_ENDPOINT", `http://${collector.host}`);
    vi.stubEnv("LANGCHAIN_ENDPOINT", `http://${collector.host}`);
  });

  test("is off once we have loaded LangChain, whatever the environment says", async () => {
    await loadPrompts();
    await loadChatModels();
    expect(process.env["LANGSMITH_TRACING"]).toBe("false");
    expect(process.env["LANGCHAIN_TRACING_V2"]).toBe("false");
  });

  test("sends nothing anywhere while a model replies", async () => {
    await loadChatModels();
    await read(new FakeListChatModel({ responses: ["The fog ate them."] }));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(requests).toBe(0);
  });
});

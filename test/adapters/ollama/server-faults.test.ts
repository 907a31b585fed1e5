import { createServer } from "node:net";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { openOllamaChatModel } from "../../../src/adapters/ollama/ollama-chat-model.ts";
import { OllamaServer } from "../../../src/adapters/ollama/ollama-server.ts";
import type { ChatModel, ReplyPart } from "../../../src/core/ports/chat-model.ts";
import {
  chatLine,
  endLine,
  type Script,
  say,
  startStandIn,
} from "../../stand-in/stand-in-server.ts";

const standIn = await startStandIn();
afterAll(() => standIn.close());
beforeEach(() => {
  standIn.takeover = undefined;
  standIn.script = say('{"claims":[]}');
});

const openModel = (options = {}, waitMs = 2_000): Promise<ChatModel> => {
  const server = new OllamaServer({ host: standIn.host, waitMs });
  return openOllamaChatModel({ server, model: "stand-in", options });
};

const messages = [{ role: "user", text: "How many lamps did the board buy? ".repeat(60) }] as const;

const readAll = async (model: ChatModel, signal?: AbortSignal): Promise<ReplyPart[]> => {
  const parts: ReplyPart[] = [];
  for await (const part of model.reply({ messages, replyTokens: 64 }, signal)) parts.push(part);
  return parts;
};

const failureOf = async (script: Script, waitMs?: number): Promise<unknown> => {
  standIn.script = script;
  const last = (await readAll(await openModel({}, waitMs))).at(-1);
  return last?.kind === "failed" ? last.error : last;
};

describe("a chat request", () => {
  test("never lets the server cut or shift the prompt, and asks for the same context each time", async () => {
    standIn.chats.length = 0;
    await readAll(await openModel({ num_ctx: 4096, top_k: 3 }));
    expect(standIn.chats[0]).toMatchObject({
      truncate: false,
      shift: false,
      options: { num_ctx: 4096, temperature: 0, seed: 1, num_predict: 64, top_k: 3 },
    });
  });

  test("asks for no more context than the model was made for", async () => {
    standIn.contextLength = 512;
    expect((await openModel({ num_ctx: 4096 })).contextTokens).toBe(512);
    standIn.contextLength = 8192;
  });

  test("has the digest that the server reports", async () => {
    expect((await openModel()).identity).toEqual({
      name: "ollama:stand-in",
      model: "stand-in",
      digest: standIn.digest,
    });
  });

  test("corrects its count of tokens by what the server counted", async () => {
    const model = await openModel();
    const before = model.countTokens(messages);
    standIn.script = (_body, response) => {
      response.writeHead(200, { "content-type": "application/x-ndjson" });
      response.end(endLine(500));
    };
    await readAll(model);
    expect(model.countTokens(messages)).not.toBe(before);
    expect(model.countTokens(messages)).toBeGreaterThan(500);
  });

  test("tells a prompt that the server cut without a word by its count", async () => {
    const failure = await failureOf((_body, response) => {
      response.writeHead(200, { "content-type": "application/x-ndjson" });
      response.end(endLine(20));
    });
    expect(failure).toMatchObject({ code: "prompt-too-long" });
  });
});

const json = { "content-type": "application/json" };
const faults: readonly (readonly [string, Script, object])[] = [
  [
    "a prompt that is too long",
    (_body, response) =>
      response.writeHead(400, json).end('{"error":"the input length exceeds the context length"}'),
    { code: "prompt-too-long", hint: expect.stringContaining("num_ctx") },
  ],
  [
    "too little memory",
    (_body, response) =>
      response.writeHead(500, json).end('{"error":"model requires more system memory"}'),
    { code: "writer-failed", hint: expect.stringContaining("smaller model") },
  ],
  [
    "a cut stream",
    (_body, response) => {
      response.writeHead(200, json);
      response.write(chatLine("half"), () => response.destroy());
    },
    { code: "writer-failed", message: expect.stringContaining("broke") },
  ],
  [
    "a stream that ends without its end",
    (_body, response) => response.writeHead(200, json).end(chatLine("half")),
    { code: "writer-failed", message: expect.stringContaining("middle of a reply") },
  ],
  [
    "an error in the middle of the stream",
    (_body, response) =>
      response.writeHead(200, json).end(`${chatLine("x")}{"error":"runner terminated"}\n`),
    { code: "writer-failed", message: expect.stringContaining("runner terminated") },
  ],
  [
    "lines that are no JSON",
    (_body, response) => response.writeHead(200, json).end("<html>hello</html>\n"),
    { code: "writer-failed", message: expect.stringContaining("no Ollama server") },
  ],
  [
    "a page of HTML",
    (_body, response) => response.writeHead(200, { "content-type": "text/html" }).end("<html>"),
    { code: "writer-failed", hint: expect.stringContaining("OLLAMA_HOST") },
  ],
  [
    "a redirect",
    (_body, response) => response.writeHead(307, { location: "http://elsewhere.example/" }).end(),
    { code: "writer-failed", message: expect.stringContaining("does not follow") },
  ],
  [
    "an error that is no JSON",
    (_body, response) =>
      response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad gateway</h1>"),
    { code: "writer-failed", message: expect.stringContaining("502") },
  ],
];

describe("a server that fails", () => {
  test.each(faults)("with %s is told so, with what to do next", async (_name, script, expected) => {
    expect(await failureOf(script)).toMatchObject(expected);
  });

  test("by silence is not waited for longer than agreed", async () => {
    const failure = await failureOf(() => undefined, 300);
    expect(failure).toMatchObject({
      code: "writer-failed",
      message: expect.stringContaining("no answer for"),
    });
  });

  test("by going silent in mid-reply is not waited for either", async () => {
    const failure = await failureOf((_body, response) => {
      response.writeHead(200, json);
      response.write(chatLine("half"));
    }, 300);
    expect(failure).toMatchObject({
      code: "writer-failed",
      message: expect.stringContaining("no answer for"),
    });
  });

  test("by not being there names the command that starts it", async () => {
    const gone = await startStandIn();
    await gone.close();
    const server = new OllamaServer({ host: gone.host });
    await expect(openOllamaChatModel({ server, model: "x", options: {} })).rejects.toMatchObject({
      code: "writer-failed",
      message: expect.stringContaining("ECONNREFUSED"),
      hint: expect.stringContaining("ollama serve"),
    });
  });

  test("by going away while it reads is told as that, not as never having been there", async () => {
    const dying = await startStandIn();
    const server = new OllamaServer({ host: dying.host, waitMs: 2_000 });
    const model = await openOllamaChatModel({ server, model: "stand-in", options: {} });
    dying.script = (_body, response) => {
      void dying.close();
      response.destroy();
    };
    const last = (await readAll(model)).at(-1);

    const message = expect.stringMatching(/^The connection to the Ollama server at .* broke/);
    const hint = expect.stringContaining("start it again");
    expect(last).toMatchObject({ kind: "failed", error: { code: "writer-failed", message, hint } });
  });

  test("by not having the model names the command that fetches it", async () => {
    const server = new OllamaServer({ host: standIn.host });
    const opened = openOllamaChatModel({ server, model: "missing", options: {} });
    await expect(opened).rejects.toMatchObject({ hint: "ollama pull missing" });
  });

  test("by speaking another protocol is told apart", async () => {
    const other = createServer((socket) => socket.end("SSH-2.0-OpenSSH_9.2\r\n"));
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const address = other.address();
    const port = typeof address === "object" ? address?.port : 0;
    const server = new OllamaServer({ host: `127.0.0.1:${port}` });
    await expect(openOllamaChatModel({ server, model: "x", options: {} })).rejects.toMatchObject({
      code: "writer-failed",
      hint: expect.stringContaining("OLLAMA_HOST"),
    });
    other.close();
  });

  test("with «busy» is tried again, three times in all", async () => {
    let tries = 0;
    standIn.script = (body, response) => {
      tries += 1;
      if (tries < 3) response.writeHead(503, json).end('{"error":"server busy"}');
      else say("ready")(body, response);
    };
    const parts = await readAll(await openModel());
    expect([tries, parts.at(-1)?.kind]).toEqual([3, "end"]);
  });
});

describe("a reader who stops", () => {
  test("closes the connection at once", async () => {
    const before = standIn.dropped.count;
    standIn.script = (_body, response) => {
      response.writeHead(200, json);
      response.write(chatLine("endless"));
    };
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    const parts = await readAll(await openModel(), stop.signal);
    expect(parts.at(-1)).toMatchObject({ kind: "failed", error: { code: "interrupted" } });
    await expect.poll(() => standIn.dropped.count).toBe(before + 1);
  });

  test("by leaving the loop early closes it too", async () => {
    const before = standIn.dropped.count;
    standIn.script = (_body, response) => {
      response.writeHead(200, json);
      response.write(chatLine("endless"));
    };
    const model = await openModel();
    for await (const _part of model.reply({ messages, replyTokens: 8 })) break;
    await expect.poll(() => standIn.dropped.count).toBe(before + 1);
  });
});

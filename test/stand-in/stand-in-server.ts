// Scripted replies → an HTTP server that speaks Ollama's protocol, or does whatever harm it is told to.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface ChatBody {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly format?: object;
  readonly options: Readonly<Record<string, unknown>>;
  readonly truncate?: boolean;
  readonly shift?: boolean;
}

/** Answers one chat request; what it does not end stays open. */
export type Script = (body: ChatBody, response: ServerResponse) => unknown;

export interface StandIn {
  readonly host: string;
  /** Every chat body that came, in order. */
  readonly chats: ChatBody[];
  /** Every embedding input that came, in order. */
  readonly embedded: (readonly string[])[];
  /** How many connections the client closed before the answer was done. */
  readonly dropped: { count: number };
  script: Script;
  /** Answers any path, before all else, when set. */
  takeover: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
  /** Longest embedding input, in letters. */
  embedLimit: number;
  /** Makes the vectors; counts letters unless told otherwise. */
  embed: (texts: readonly string[]) => Promise<readonly (readonly number[])[]>;
  contextLength: number;
  digest: string;
  close(): Promise<void>;
}

/** One line of a chat stream. */
export function chatLine(content: string): string {
  return `${JSON.stringify({ model: "stand-in", message: { role: "assistant", content }, done: false })}\n`;
}

export function endLine(promptTokens = 900, reason = "stop"): string {
  const message = { role: "assistant", content: "" };
  const end = { done: true, done_reason: reason, prompt_eval_count: promptTokens, eval_count: 9 };
  return `${JSON.stringify({ model: "stand-in", message, ...end })}\n`;
}

/** A reply in pieces of a few letters, as a model sends it. */
export function say(text: string, size = 7): Script {
  return (_body, response) => {
    response.writeHead(200, { "content-type": "application/x-ndjson" });
    for (let at = 0; at < text.length; at += size)
      response.write(chatLine(text.slice(at, at + size)));
    response.end(endLine());
  };
}

export async function startStandIn(): Promise<StandIn> {
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const standIn: StandIn = {
    host: `127.0.0.1:${port}`,
    chats: [],
    embedded: [],
    dropped: { count: 0 },
    script: say('{"claims":[]}'),
    takeover: undefined,
    embedLimit: Number.POSITIVE_INFINITY,
    embed: async (texts) => texts.map(embedLetters),
    contextLength: 8192,
    digest: "a".repeat(64),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on("close", () => {
      if (!response.writableFinished) standIn.dropped.count += 1;
    });
    if (standIn.takeover !== undefined) return standIn.takeover(request, response);
    let text = "";
    for await (const bytes of request) text += bytes;
    const body = text === "" ? {} : JSON.parse(text);
    const path = new URL(request.url ?? "/", "http://stand-in").pathname;
    if (path === "/api/chat") {
      standIn.chats.push(body);
      await standIn.script(body, response);
      return;
    }
    const [status, reply] = await answerFixed(standIn, path, body);
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(reply));
  }
  return standIn;
}

async function answerFixed(
  standIn: StandIn,
  path: string,
  body: { input?: string[]; model?: string },
): Promise<[number, object]> {
  const details = { family: "invented", parameter_size: "1M" };
  switch (path) {
    case "/api/version":
      return [200, { version: "0.0.0" }];
    case "/api/tags":
      return [
        200,
        { models: [{ name: "stand-in:latest", digest: standIn.digest, size: 1e6, details }] },
      ];
    case "/api/show":
      return body.model === "missing"
        ? [404, { error: "model 'missing' not found" }]
        : [
            200,
            {
              details,
              model_info: { "invented.context_length": standIn.contextLength },
              capabilities: [],
            },
          ];
    case "/api/embed": {
      const input = body.input ?? [];
      standIn.embedded.push(input);
      return input.some((text) => text.length > standIn.embedLimit)
        ? [400, { error: "the input length exceeds the context length" }]
        : [200, { embeddings: await standIn.embed(input) }];
    }
    default:
      return [404, { error: "no such path" }];
  }
}

/** Counts of letters: enough of a vector to tell texts apart. */
function embedLetters(text: string): number[] {
  const counts = new Array<number>(27).fill(0.01);
  for (const letter of text.toLowerCase()) {
    const at = letter.charCodeAt(0) - 96;
    counts[at > 0 && at < 27 ? at : 0] = (counts[at > 0 && at < 27 ? at : 0] ?? 0) + 1;
  }
  return counts;
}

// An assistant and how to be reached → an MCP server that runs until its client goes away or the signal aborts.

import { Server, type ServerContext } from "@modelcontextprotocol/server";
import { type Assistant, PullquoteError } from "../index.ts";
import { listResources, RESOURCE_TEMPLATES, readResource } from "./article-resources.ts";
import { callTool, describeError, describeTools, listTools } from "./call-tool.ts";
import { keepFresh } from "./keep-fresh.ts";
import { createPager } from "./page-response.ts";
import { type Choice, openSchemas, outlineSchema } from "./shape-output.ts";
import type { Call, Desk } from "./tool.ts";
import { writeInstructions } from "./write-instructions.ts";

export interface ServeOptions {
  readonly assistant: Assistant;
  readonly corpus: string;
  /** Folder of the program's JSON Schemas. */
  readonly schemas: string;
  readonly version: string;
  /** Whether the index is brought up to date before an answer. */
  readonly refresh: boolean;
  /** Offers the tool that writes the index. */
  readonly allowIndex: boolean;
  /** The exact command that makes the index. */
  readonly indexCommand: string;
  /** Listen there on loopback; absent: standard input and output. 0 takes a free port. */
  readonly port?: number;
  /** A line for the person who started it, never on stdout. */
  readonly tell: (line: string) => void;
  readonly signal: AbortSignal;
}

/** The tools change with the program alone; the articles with the folder. */
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

export async function serve(options: ServeOptions): Promise<void> {
  const desk = openDesk(options);
  const tools = listTools(desk, options.allowIndex);
  const pager = createPager();
  const listed = describeTools(tools);
  const factory = async (): Promise<Server> =>
    createServer(options.version, desk, listed, (request, context) =>
      callTool(tools, pager, request, context),
    );
  // The index is opened while the client still introduces itself. A fault is told by the first call, not here.
  const warming = desk.fresh(options.signal, () => undefined).catch(() => undefined);
  if (options.port === undefined) {
    const { serveOverStdio } = await import("./serve-stdio.ts");
    await serveOverStdio(factory, options);
  } else {
    const { serveOverHttp } = await import("./serve-http.ts");
    await serveOverHttp(factory, options.port, options);
  }
  await warming;
}

/** The tools as a client sees them, without a client: for the documents and their tests. */
export function describeServer(
  schemas: string,
  allowIndex: boolean,
): ReturnType<typeof describeTools> {
  const read = openSchemas(schemas);
  const outline = (file: string, choice: Choice) => outlineSchema(read, file, choice);
  return describeTools(listTools({ outline } as Desk, allowIndex));
}

function openDesk(options: ServeOptions): Desk {
  const { assistant, refresh, allowIndex, indexCommand, corpus, signal } = options;
  const makeIndex = allowIndex ? `call the tool "index", or ${indexCommand}` : indexCommand;
  const read = openSchemas(options.schemas);
  return {
    assistant,
    corpus,
    makeIndex,
    fresh: keepFresh({ assistant, refresh, makeIndex, closing: signal }),
    outline: (file: string, choice: Choice) => outlineSchema(read, file, choice),
  };
}

async function createServer(
  version: string,
  desk: Desk,
  listed: ReturnType<typeof describeTools>,
  call: (
    request: { readonly name: string; readonly arguments?: unknown },
    context: ServerContext,
  ) => ReturnType<typeof callTool>,
): Promise<Server> {
  const server = new Server(
    { name: "pullquote", title: "pullquote", version },
    {
      capabilities: { tools: {}, resources: {} },
      instructions: await writeInstructions(desk.assistant, desk.makeIndex),
      cacheHints: {
        "tools/list": { ttlMs: HOUR_MS, cacheScope: "private" },
        "resources/templates/list": { ttlMs: HOUR_MS, cacheScope: "private" },
        "server/discover": { ttlMs: MINUTE_MS, cacheScope: "private" },
      },
    },
  );
  server.setRequestHandler("tools/list", () => listed);
  server.setRequestHandler("tools/call", ({ params }, context) => call(params, context));
  server.setRequestHandler("resources/templates/list", () => RESOURCE_TEMPLATES);
  server.setRequestHandler("resources/list", ({ params }, context) =>
    inWords(listResources(desk, params?.cursor, readCall(context))),
  );
  server.setRequestHandler("resources/read", ({ params }, context) =>
    inWords(readResource(desk, params.uri, readCall(context))),
  );
  return server;
}

const readCall = ({ mcpReq: { signal } }: ServerContext): Call => ({
  signal,
  tell: () => undefined,
});

/** Resources have no results that are errors: the message of the protocol's error says what mends it. */
async function inWords<Result>(asked: Promise<Result>): Promise<Result> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof PullquoteError) throw new Error(describeError(error), { cause: error });
    throw error;
  }
}

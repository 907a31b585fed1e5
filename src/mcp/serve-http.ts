// A factory of servers → clients of this machine served over HTTP on loopback, until the signal aborts.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  createMcpHandler,
  localhostAllowedHostnames,
  localhostAllowedOrigins,
  type McpHttpHandler,
  type Server,
  validateHostHeader,
  validateOriginHeader,
} from "@modelcontextprotocol/server";
import { PullquoteError } from "../index.ts";
import { MOST_MESSAGE_BYTES } from "./page-response.ts";

const PATH = "/mcp";

interface Ending {
  readonly tell: (line: string) => void;
  readonly signal: AbortSignal;
}

/** @throws PullquoteError `bad-setting` where the port cannot be had */
export async function serveOverHttp(
  factory: () => Promise<Server>,
  port: number,
  { tell, signal }: Ending,
): Promise<void> {
  const handler = createMcpHandler(factory, {
    maxRequestBodySize: MOST_MESSAGE_BYTES,
    onerror: ({ message }) => tell(`note: ${message}`),
  });
  const server = createServer((request, response) => {
    answer(request, response, handler).catch((error: unknown) => {
      response.destroy();
      tell(`note: a request was not answered: ${error instanceof Error ? error.message : error}`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => reject(refusePort(port, cause)));
    server.listen(port, "127.0.0.1", resolve);
  });
  tell(
    `serving MCP on http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH} (Ctrl-C ends it)`,
  );
  await new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true });
    if (signal.aborted) resolve();
  });
  await handler.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

function refusePort(port: number, cause: NodeJS.ErrnoException): PullquoteError {
  const why = { EADDRINUSE: "another program has it", EACCES: "it is not yours to take" };
  return new PullquoteError({
    code: "bad-setting",
    message: `Port ${port} cannot be listened on: ${why[cause.code as keyof typeof why] ?? cause.message}.`,
    hint: "Name another one, or 0 for any that is free: pullquote mcp --http 0",
    cause,
  });
}

/**
 * A page of another site can make a browser send requests here, even under a name of its own that it
 * points to this machine: who is asked for, and by which page, must both be this machine.
 */
function refuseForeign({ headers, url = "" }: IncomingMessage): number | undefined {
  const host = validateHostHeader(headers.host, localhostAllowedHostnames());
  const origin = validateOriginHeader(headers.origin, localhostAllowedOrigins());
  if (!(host.ok && origin.ok)) return 403;
  return url.split("?")[0] === PATH ? undefined : 404;
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  handler: McpHttpHandler,
): Promise<void> {
  const refused = refuseForeign(incoming);
  if (refused !== undefined) {
    incoming.resume();
    outgoing.writeHead(refused, { "content-type": "text/plain" });
    outgoing.end(refused === 403 ? "Only this machine is served.\n" : `MCP is at ${PATH}.\n`);
    return;
  }
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  const response = await handler.fetch(readRequest(incoming, gone.signal));
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) outgoing.end();
  else await send(response.body, outgoing);
}

async function send(body: ReadableStream, outgoing: ServerResponse): Promise<void> {
  try {
    await pipeline(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), outgoing);
  } catch (error) {
    // A client that went away has no use for the rest.
    if (!outgoing.destroyed) throw error;
  }
}

function readRequest(incoming: IncomingMessage, signal: AbortSignal): Request {
  const { method = "GET", headers, url = PATH } = incoming;
  const lists = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value]],
  );
  const hasBody = method !== "GET" && method !== "HEAD";
  return new Request(new URL(url, "http://127.0.0.1"), {
    method,
    headers: new Headers(lists),
    signal,
    ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream, duplex: "half" }),
  });
}

// A factory of servers → one client served over standard input and output, until it goes away.

import type { Server } from "@modelcontextprotocol/server";
import { StdioServerTransport, serveStdio } from "@modelcontextprotocol/server/stdio";
import { MOST_MESSAGE_BYTES } from "./page-response.ts";

interface Ending {
  readonly tell: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Stdout carries the protocol alone. Requests that are running when the client goes away are aborted. */
export async function serveOverStdio(
  factory: () => Promise<Server>,
  { tell, signal }: Ending,
): Promise<void> {
  const bounds = { maxBufferSize: MOST_MESSAGE_BYTES };
  const transport = new StdioServerTransport(process.stdin, process.stdout, bounds);
  const ended = new Promise<void>((resolve) => {
    process.stdin.once("end", resolve).once("close", resolve).once("error", resolve);
    signal.addEventListener("abort", () => resolve(), { once: true });
    if (signal.aborted) resolve();
  });
  const handle = serveStdio(factory, {
    transport,
    onerror: ({ message }) => tell(`note: ${message}`),
  });
  await ended;
  await handle.close();
}

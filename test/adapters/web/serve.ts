// Answers by path → a real server on this machine, closed when the test ends.

import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createRaw, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** `answer` gets each request; gives the address of `/`, without the slash. */
export async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server that writes what it likes once something was asked of it. */
export async function serveRaw(answer: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createRaw((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("data", () => answer(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface Site {
  readonly root: string;
  /** What each path gives; others are not found. */
  readonly pages: Map<string, string | Uint8Array>;
  readonly asked: string[];
}

const TYPES = new Map([
  ["xml", "application/rss+xml"],
  ["png", "image/png"],
  ["txt", "text/plain"],
  ["pdf", "application/pdf"],
]);

/** Pages by their paths; `->/other` sends on. */
export async function openSite(
  pages: Readonly<Record<string, string | Uint8Array>>,
): Promise<Site> {
  const served = new Map(Object.entries(pages));
  const asked: string[] = [];
  const root = await serve((request, response) => {
    const path = request.url ?? "";
    asked.push(path);
    const body = served.get(path);
    const isMoved = typeof body === "string" && body.startsWith("->");
    const location = isMoved ? { location: body.slice(2) } : {};
    const type = TYPES.get(path.replace(/^.*\./, "")) ?? "text/html; charset=utf-8";
    const found = isMoved ? 302 : 200;
    response.writeHead(body === undefined ? 404 : found, { "content-type": type, ...location });
    response.end(body ?? "gone");
  });
  return { root, pages: served, asked };
}

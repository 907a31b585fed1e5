// The server on loopback: who is served, what is refused, and how it ends.

import { rmSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Place, runProgram } from "../cli/run-program.ts";
import { call, connectHttp, type HttpServer, makeIndexed, startHttp } from "./connect.ts";

let place: Place;
let server: HttpServer;

beforeAll(async () => {
  place = await makeIndexed(true);
  server = await startHttp(place);
});

afterAll(() => {
  server.child.kill("SIGKILL");
  rmSync(join(place.folder, ".."), { recursive: true, force: true });
});

const LIST = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list", params: {} });

/** By hand: a client library would not send a foreign Host. */
const post = (
  headers: Readonly<Record<string, string>>,
  { path = "/mcp", method = "POST", body = LIST } = {},
): Promise<{ status: number | undefined; text: string }> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(server.url);
    const usual = {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
    };
    const sent = request(
      { host: "127.0.0.1", port, path, method, headers: { ...usual, ...headers }, agent: false },
      (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (part: string) => {
          text += part;
        });
        response.on("end", () => resolve({ status: response.statusCode, text }));
      },
    );
    sent.on("error", reject);
    sent.end(method === "POST" ? body : undefined);
  });

test("programs of this machine are served, whatever they call it", async () => {
  const { port } = new URL(server.url);
  for (const host of [`localhost:${port}`, `127.0.0.1:${port}`]) {
    const { status, text } = await post({ host });
    expect(status).toBe(200);
    expect(text).toContain('"search"');
  }
  expect((await post({ origin: `http://localhost:${port}` })).status).toBe(200);
});

test.each([
  { host: "evil.example" },
  { host: "127.0.0.1.evil.example" },
  { origin: "https://evil.example" },
  { origin: "http://localhost.evil.example" },
  { origin: "null" },
])("a page of another site is refused: %j", async (headers: Readonly<Record<string, string>>) => {
  const { status, text } = await post(headers);
  expect(status).toBe(403);
  expect(text).not.toContain("search");
});

test("other paths, other methods, other types and huge bodies are refused", async () => {
  expect((await post({}, { path: "/" })).status).toBe(404);
  expect((await post({}, { path: "/mcp/../etc" })).status).toBe(404);
  expect((await post({}, { method: "GET" })).status).toBe(405);
  expect((await post({}, { method: "DELETE" })).status).toBe(405);
  expect((await post({ "content-type": "text/plain" })).status).toBe(415);
  expect((await post({}, { body: "{" })).status).toBe(400);
  // The answer may come while the body is still sent: some clients see it, some a closed connection.
  const body = `"${"x".repeat(40 * 1024 * 1024)}"`;
  const status = await post({}, { body }).then(
    (told) => told.status,
    () => "closed",
  );
  expect([413, "closed"]).toContain(status);
  expect((await post({})).status).toBe(200);
});

test("a client that goes away in the middle of a call leaves the others served", async () => {
  const leaving = await connectHttp(server.url, "2026-07-28");
  const stop = new AbortController();
  const left = leaving.callTool(
    { name: "ask", arguments: { question: "Why does the night ferry stop running?" } },
    { signal: stop.signal },
  );
  stop.abort();
  await expect(left).rejects.toThrow();
  const client = await connectHttp(server.url, "2025-11-25");
  expect((await call(client, "search", { query: "ferry" })).value.passages).not.toEqual([]);
});

test("a port that is taken, or is none, is an error; Ctrl-C ends the server in order", async () => {
  const { port } = new URL(server.url);
  const taken = await runProgram(place, ["mcp", "--http", port]);
  expect(taken).toMatchObject({ code: 2, stdout: "" });
  expect(taken.stderr).toContain("another program has it");
  expect((await runProgram(place, ["mcp", "--http", "70000"])).code).toBe(2);
  const own = await startHttp(place);
  const ended = new Promise((resolve) => own.child.on("close", resolve));
  own.child.kill("SIGINT");
  expect(await ended).toBe(0);
});

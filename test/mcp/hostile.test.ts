// A server among clients that ask for what is not there, send what is no message, and go away.

import { spawn } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Client } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { openPlace } from "../../src/adapters/lancedb/places/open-place.ts";
import { lockForWriting } from "../../src/adapters/lancedb/write-lock.ts";
import { MINI_CORPUS } from "../cli/mini-corpus.ts";
import { makePlace, type Place, PROGRAM } from "../cli/run-program.ts";
import { call, connectStdio, makeIndexed } from "./connect.ts";

let place: Place;

beforeAll(async () => {
  place = await makeIndexed(true);
});

afterAll(() => rmSync(join(place.folder, ".."), { recursive: true, force: true }));

describe("arguments", () => {
  const TOO_LONG = "x".repeat(10 * 1024 * 1024);
  const cases: readonly (readonly [string, Record<string, unknown>, string])[] = [
    ["search", { query: "ferry", corpus: "/etc" }, "corpus"],
    ["search", {}, "query"],
    ["search", { query: "\u0000\u0000" }, "question-empty"],
    ["search", { query: TOO_LONG }, "question-too-long"],
    ["search", { query: "ferry", limit: 0 }, "limit"],
    ["search", { query: "ferry", since: "2021-02-30" }, "since"],
    ["search", { query: "ferry", publishers: [""] }, "publishers"],
    ["search", { query: "ferry", cursor: "0.1" }, "bad-setting"],
    ["ask", { question: ["why"] }, "question"],
    ["read", { article: "../../etc/passwd" }, "unknown-article"],
    ["read", { article: "/etc/passwd" }, "unknown-article"],
    ["read", { article: "pullquote://article/..%2F..%2Fetc%2Fpasswd" }, "unknown-article"],
    ["read", { article: "harbour.txt\u0000.md" }, "unknown-article"],
    ["read", { article: "HARBOUR" }, "harbour.txt"],
    ["read", { article: TOO_LONG }, "article"],
    ["verify", { draft: TOO_LONG }, "draft"],
  ];

  test("that are wrong are told in words, and the next call is answered", async () => {
    const client = await connectStdio(place);
    for (const [name, given, word] of cases) {
      const told = await call(client, name, given);
      expect(told, `${name} ${word}`).toMatchObject({ isError: true });
      expect(told.text).toContain(word);
      expect(told.text.length).toBeLessThan(2000);
    }
    await expect(client.callTool({ name: "index", arguments: {} })).rejects.toThrow("search");
    await expect(client.readResource({ uri: "file:///etc/passwd" })).rejects.toThrow();
    await expect(client.listResources({ cursor: "?" })).rejects.toThrow("cursor");
    expect((await call(client, "search", { query: "ferry" })).value.passages).not.toEqual([]);
  });

  test("controls in a question are no words, and a draft of megabytes is read", async () => {
    const client = await connectStdio(place);
    const asked = await call(client, "search", { query: "fer\u001b[31mry\u0000 crossing" });
    expect(asked).toMatchObject({ isError: false, value: { query: "fer [31mry crossing" } });
    const line = 'The board said "nobody in this town has ever seen such a thing before".\n';
    const { value, text } = await call(client, "verify", { draft: line.repeat(2000) });
    expect(value.counts).toEqual({ missing: 2000 });
    expect(value.findings.length).toBeGreaterThan(10);
    expect(value.nextCursor).toBeTypeOf("string");
    expect(text).toContain("2000");
  });

  test("filters that leave nothing name what there is", async () => {
    const client = await connectStdio(place);
    const { text } = await call(client, "search", { query: "rust", publishers: ["Hell Gazette"] });
    expect(text).toContain("Hill Gazette");
  });
});

/** The program on a pipe; `lines` are what it wrote on stdout. */
function openRaw(words: readonly string[] = []) {
  const child = spawn(process.execPath, [PROGRAM, "mcp", ...words], {
    cwd: place.folder,
    env: place.environment,
    stdio: ["pipe", "pipe", "ignore"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const send = (message: unknown): void =>
    void child.stdin.write(`${typeof message === "string" ? message : JSON.stringify(message)}\n`);
  const receive = async () => JSON.parse((await lines.next()).value as string);
  return { child, ended, send, receive };
}

const META = {
  "io.modelcontextprotocol/protocolVersion": "2026-07-28",
  "io.modelcontextprotocol/clientInfo": { name: "raw", version: "1" },
  "io.modelcontextprotocol/clientCapabilities": {},
};
const ask = (id: number, method: string, params: object = {}) => ({
  jsonrpc: "2.0",
  id,
  method,
  params: { ...params, _meta: META },
});

describe("the pipe", () => {
  test("carries whole messages of the stateless revision, after what is no message too", async () => {
    const { send, receive, child, ended } = openRaw();
    send("this is no JSON");
    send('{"jsonrpc":"2.0"');
    send(ask(1, "server/discover"));
    expect(await receive()).toMatchObject({
      id: 1,
      result: { resultType: "complete", capabilities: { tools: {}, resources: {} } },
    });
    send(ask(2, "tools/list"));
    const { result } = await receive();
    expect(result).toMatchObject({ resultType: "complete", cacheScope: "private" });
    expect(result.ttlMs).toBeGreaterThan(0);
    send(ask(3, "tools/call", { name: "search", arguments: { query: "ferry" } }));
    expect((await receive()).result.structuredContent.query).toBe("ferry");
    child.stdin.end();
    expect(await ended).toBe(0);
  });

  test.each(["SIGINT", "SIGTERM"] as const)("ends in order by %s", async (signal) => {
    const { send, receive, child, ended } = openRaw();
    send(ask(1, "server/discover"));
    await receive();
    child.kill(signal);
    expect(await ended).toBe(0);
  });

  test("whose client goes away in the middle of a call ends the program", async () => {
    const { send, receive, child, ended } = openRaw();
    send(ask(1, "server/discover"));
    await receive();
    for (let id = 2; id < 8; id += 1) {
      send(ask(id, "tools/call", { name: "ask", arguments: { question: `Why ${id}?` } }));
    }
    child.stdout.destroy();
    child.stdin.end();
    expect(await ended).toBe(0);
  });
});

/** Enough articles that an index run can be stopped on its way. */
const MANY = Object.fromEntries(
  Array.from({ length: 120 }, (_, at) => {
    const text = `Barge number ${at} carried ${at * 7} tonnes of gravel past the lock of Saint Brone. `;
    return [`corpus/barge-${at}.txt`, `${text.repeat(20)}\n`];
  }),
);

describe("the index", () => {
  const start = (folder: Place, ...words: string[]): Promise<Client> =>
    connectStdio(folder, "2025-11-25", words);

  test("that is missing is told with the command that makes it, and not made", async () => {
    const empty = makePlace(MINI_CORPUS);
    const client = await start(empty);
    expect(client.getInstructions()).toContain("no index");
    const told = await call(client, "ask", { question: "Why?" });
    expect(told.isError).toBe(true);
    expect(told.text).toContain(`pullquote index --corpus ${join(empty.folder, "corpus")}`);
    expect((await call(client, "status")).value).toMatchObject({ indexed: false });
    const draft = '> "We carried nine people on an average crossing," she said.\n';
    expect((await call(client, "verify", { draft })).value.passed).toBe(true);
  });

  test("is made by its tool where that is allowed; a cancelled run stops and can be taken up", async () => {
    const client = await start(makePlace(MANY), "--allow-index");
    const stop = new AbortController();
    const cancelled = client.callTool(
      { name: "index", arguments: {} },
      { signal: stop.signal, onprogress: () => stop.abort() },
    );
    await expect(cancelled).rejects.toThrow();
    const { value } = await call(client, "status");
    expect(value.articles).toBeLessThan(120);
    expect((await call(client, "index")).value.articles).toBe(120);
    expect((await call(client, "search", { query: "gravel" })).isError).toBe(false);
  });

  test("is brought up to date before an answer, unless that is switched off", async () => {
    const own = await makeIndexed();
    const fresh = await start(own);
    const older = await start(own, "--no-refresh");
    expect((await call(fresh, "search", { query: "lighthouse" })).text).not.toContain("Tern Rock");
    const text = "The lighthouse on Tern Rock was sold to a retired dentist for one crown.\n";
    writeFileSync(join(own.folder, "corpus", "rock.txt"), text);
    const stale = await call(older, "search", { query: "lighthouse Tern Rock" });
    expect(stale.value.notes).toMatchObject([{ code: "older-index" }]);
    const found = await call(fresh, "search", { query: "lighthouse Tern Rock" });
    expect(found.value.passages[0].text).toBe(text.trim());
    expect(found.value.notes).toBeUndefined();
  });

  test("that another program writes is read as it is, and that is told", async () => {
    const own = await makeIndexed();
    const client = await start(own);
    const { outcome } = await lockForWriting(openPlace(join(own.folder, "index")), { wait: false });
    expect(outcome.kind).toBe("locked");
    writeFileSync(join(own.folder, "corpus", "rock.txt"), "The lighthouse was sold for a crown.\n");
    const { value, text } = await call(client, "search", { query: "ferry" });
    expect(value.passages.length).toBeGreaterThan(0);
    expect(text).toContain("another pullquote is writing it");
    if (outcome.kind === "locked") await outcome.release();
  });
});

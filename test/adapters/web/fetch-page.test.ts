// Fetching from real servers on this machine: what they give, where they send on to, and how they misbehave.

import type { IncomingHttpHeaders } from "node:http";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { createPageFetcher, type FetchBounds } from "../../../src/adapters/web/fetch-page.ts";
import { serve, serveRaw } from "./serve.ts";

const BOUNDS: FetchBounds = { timeoutMs: 5_000, maxBytes: 100_000, mayConnect: () => true };
const fetchWith = (address: string, bounds: Partial<FetchBounds> = {}) =>
  createPageFetcher({ ...BOUNDS, ...bounds }).fetch(address);

describe("a page", () => {
  test("comes with status line, headers as received and the unpacked body", async () => {
    const body = "<p>The ferry runs again.</p>".repeat(50);
    for (const [coding, packed] of [
      ["gzip", gzipSync(body)],
      ["deflate", deflateSync(body)],
      ["br", brotliCompressSync(body)],
      ["br, gzip", gzipSync(brotliCompressSync(body))],
    ] as const) {
      const root = await serve((_, response) => {
        response.writeHead(200, "Fine", { "X-Odd-Case": "Yes", "Content-Encoding": coding });
        response.end(packed);
      });
      const { result, redirects } = await fetchWith(`${root}/ferry#part`);
      if (result.kind === "refused") throw new Error(result.detail);
      expect(redirects).toEqual([]);
      expect(result).toMatchObject({ address: `${root}/ferry`, statusLine: "HTTP/1.1 200 Fine" });
      expect(Buffer.from(result.body).toString()).toBe(body);
      expect(result.headers).toContainEqual(["X-Odd-Case", "Yes"]);
      expect(result.server).toBe("127.0.0.1");
    }
  });

  test("is asked for without cookies or a referrer, on redirects too", async () => {
    const seen: IncomingHttpHeaders[] = [];
    const root = await serve((request, response) => {
      seen.push(request.headers);
      const location = request.url === "/a" ? { location: "/b" } : {};
      response.writeHead(request.url === "/a" ? 302 : 200, { "set-cookie": "id=7", ...location });
      response.end("there");
    });
    await fetchWith(`${root}/a`);
    expect(seen).toHaveLength(2);
    for (const headers of seen) {
      expect(headers.cookie ?? headers.referer ?? headers.authorization).toBeUndefined();
    }
  });
});

describe("redirects", () => {
  test("are followed and told in order", async () => {
    const root = await serve((request, response) => {
      const next = { "/a": "b", "/b": "/c" }[request.url ?? ""];
      response.writeHead(
        next === undefined ? 200 : 301,
        next === undefined ? {} : { location: next },
      );
      response.end("there");
    });
    const { redirects, result } = await fetchWith(`${root}/a`);
    expect(redirects).toEqual([`${root}/b`, `${root}/c`]);
    expect(result).toMatchObject({ kind: "page", address: `${root}/c` });
  });

  test("without end are given up", async () => {
    const root = await serve((_, response) => response.writeHead(302, { location: "/a" }).end());
    const { result } = await fetchWith(`${root}/a`);
    expect(result).toMatchObject({ kind: "refused", reason: "too-many-redirects" });
  });

  test.each([
    ["http://10.1.2.3/", "private-address"],
    ["http://localhost:1/", "private-address"],
    ["http://[::1]/", "private-address"],
    ["file:///etc/hosts", "bad-address"],
    ["http://", "bad-address"],
  ])("to %s are refused, and told", async (location, reason) => {
    const root = await serve((_, response) => response.writeHead(302, { location }).end());
    const seen: string[] = [];
    const { redirects, result } = await fetchWith(root, {
      mayConnect: (ip) => seen.push(ip) === 1,
    });
    expect(redirects).toHaveLength(1);
    expect(result).toMatchObject({ kind: "refused", reason });
  });
});

describe("what is not connected to", () => {
  test.each(["http://127.0.0.1:1/", "http://localhost:1/", "http://0x7f.1:1/", "http://[::1]:1/"])(
    "%s, where only public addresses may be",
    async (address) => {
      const { result } = await fetchWith(address, { mayConnect: () => false });
      expect(result).toMatchObject({ kind: "refused", reason: "private-address" });
    },
  );

  test.each(["ftp://a.example/", "data:text/html,hi", "http://me:secret@a.example/", "no address"])(
    "%s",
    async (address) => {
      const { result } = await fetchWith(address);
      expect(result).toMatchObject({ kind: "refused", reason: "bad-address" });
    },
  );
});

describe("a server that", () => {
  const head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

  test("never answers is left", async () => {
    const root = await serveRaw(() => undefined);
    const { result } = await fetchWith(root, { timeoutMs: 300 });
    expect(result).toMatchObject({ kind: "refused", reason: "too-slow" });
  });

  test("goes on for ever, drop by drop, is left", async () => {
    const root = await serveRaw((socket) => {
      socket.write(`${head}\r\n`);
      const timer = setInterval(() => socket.write("x"), 20);
      socket.on("close", () => clearInterval(timer));
    });
    const { result } = await fetchWith(root, { timeoutMs: 400 });
    expect(result).toMatchObject({ kind: "refused", reason: "too-slow" });
  });

  test("sends without end is cut off", async () => {
    const root = await serve((_, response) => {
      const pour = () => {
        while (response.write("x".repeat(65_536)));
      };
      response.on("drain", pour);
      pour();
    });
    const { result } = await fetchWith(root);
    expect(result).toMatchObject({ kind: "refused", reason: "too-large" });
  });

  test("sends little that unpacks to much is cut off", async () => {
    const packed = gzipSync(Buffer.alloc(50_000_000));
    const root = await serve((_, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(packed),
    );
    const { result } = await fetchWith(root);
    expect(result).toMatchObject({ kind: "refused", reason: "too-large" });
  });

  test.each([
    ["claims more than it sends", `${head}Content-Length: 100\r\n\r\nshort`],
    ["claims less than it sends", `${head}Content-Length: 5\r\n\r\nmuch more than that`],
    ["breaks off within a chunk", `${head}Transfer-Encoding: chunked\r\n\r\nff\r\nshort`],
    ["packs what cannot be unpacked", `${head}Content-Encoding: gzip\r\n\r\nnot packed`],
    ["packs by what was not asked for", `${head}Content-Encoding: zstd\r\n\r\nxxxx`],
    ["speaks no HTTP", "220 mail.example ready\r\n"],
    ["hangs up", ""],
  ])("%s is told apart", async (_, answer) => {
    const root = await serveRaw((socket) => socket.end(answer));
    const { result } = await fetchWith(root);
    expect(result).toMatchObject({ kind: "refused", reason: "broken-answer" });
  });

  test("has an endless head is cut off", async () => {
    const root = await serveRaw((socket) => socket.end(`${head}X: ${"x".repeat(100_000)}\r\n\r\n`));
    const { result } = await fetchWith(root);
    expect(result).toMatchObject({ kind: "refused", reason: "too-large" });
  });

  test("is not there is told", async () => {
    const { result } = await fetchWith("http://127.0.0.1:1/");
    expect(result).toMatchObject({ kind: "refused", reason: "unreachable" });
  });
});

test("a request that is interrupted ends as an interruption", async () => {
  const root = await serveRaw(() => undefined);
  const stop = new AbortController();
  const fetching = createPageFetcher(BOUNDS).fetch(root, stop.signal);
  setTimeout(() => stop.abort(), 50);
  await expect(fetching).rejects.toMatchObject({ code: "interrupted" });
});

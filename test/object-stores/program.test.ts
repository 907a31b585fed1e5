// The real program with its index in a bucket: made, asked, told of and deleted; what a question costs.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BRIDGE, HARBOUR } from "../cli/mini-corpus.ts";
import { makePlace, runProgram } from "../cli/run-program.ts";
import { describeStore, store } from "./describe-store.ts";
import { type SlowProxy, startSlowProxy } from "./slow-proxy.ts";

describeStore("moto", "a bucket", () => {
  let proxy: SlowProxy;
  beforeAll(async () => {
    proxy = await startSlowProxy(store.url, 0);
  });
  afterAll(() => proxy.close());

  it("takes an index from the command line, answers from it, and is left empty", async () => {
    const place = makePlace({ "news/harbour.txt": HARBOUR, "news/bridge.md": BRIDGE });
    const index = await store.makeBucket();
    const environment = { ...store.environment, AWS_ENDPOINT_URL: proxy.url };
    const run = (...words: string[]) =>
      runProgram(
        place,
        [...words, "--corpus", "news", "--index", index, "--storage", "allow_http=true"],
        { environment },
      );
    expect(await run("index")).toMatchObject({ code: 0 });
    expect(readdirSync(place.folder)).toEqual(["news"]);

    const question = "When does the last boat leave Port Alder?";
    for (let at = 0; at < 2; at += 1) {
      proxy.reset();
      const asked = await run("ask", "--no-refresh", question);
      expect(asked).toMatchObject({ code: 0, stdout: expect.stringContaining("April 30") });
      expect(proxy.requests.every((request) => request.startsWith("GET "))).toBe(true);
      expect(proxy.requests.length).toBeLessThanOrEqual(at === 0 ? 100 : 10);
    }
    expect(await run("status")).toMatchObject({ code: 0, stdout: expect.stringContaining(index) });

    expect(await run("index", "--destroy")).toMatchObject({ code: 0 });
    expect(readdirSync(join(place.home, "cache", "pullquote", "stores"))).toEqual([]);
    const after = await run("status");
    expect(after.stdout + after.stderr).not.toMatch(/2 articles/);
  });
});

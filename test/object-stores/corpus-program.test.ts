// The real program with its articles in a bucket: indexed, asked, verified; what was not changed is not read again.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readAddress } from "../../src/adapters/object-stores/check-address.ts";
import { openBucket } from "../../src/adapters/object-stores/open-bucket.ts";
import { BRIDGE, HARBOUR } from "../cli/mini-corpus.ts";
import { makePlace, type ProgramResult, runProgram } from "../cli/run-program.ts";
import { describeStore, store } from "./describe-store.ts";
import { type SlowProxy, startSlowProxy } from "./slow-proxy.ts";

const QUESTION = "When does the last boat leave Port Alder?";

async function fillBucket() {
  const corpus = await store.makeBucket();
  const address = readAddress(corpus, store.storage, "corpus");
  if (address === undefined) throw new Error(`${corpus} is no address`);
  const { client } = openBucket(address, store.storage, store.environment);
  const put = (id: string, text: string) =>
    client.put(address.prefix + id, text, { kind: "always" });
  await put("harbour.txt", HARBOUR);
  await put("hill/bridge.md", BRIDGE);
  return { corpus, put };
}

describeStore("moto", "a corpus in a bucket of S3", () => {
  let proxy: SlowProxy;
  beforeAll(async () => {
    proxy = await startSlowProxy(store.url, 0);
  });
  afterAll(() => proxy.close());

  it("is indexed, asked, shown and verified, and only what is new is read", async () => {
    const { corpus, put } = await fillBucket();
    const place = makePlace();
    const environment = { ...store.environment, AWS_ENDPOINT_URL: proxy.url };
    const run = (...words: string[]): Promise<ProgramResult> => {
      proxy.reset();
      const named = ["--corpus", corpus, "--storage", "allow_http=true"];
      return runProgram(place, [...words, ...named], { environment });
    };
    const readKeys = (): string[] =>
      proxy.requests.filter((one) => !one.includes("list-type")).sort();

    expect(await run("index")).toMatchObject({ code: 0 });
    expect(readKeys()).toHaveLength(2);
    expect(proxy.requests.every((one) => one.startsWith("GET "))).toBe(true);

    await put("hill/bridge.md", BRIDGE.replace("six crowns in July", "ten crowns in July"));
    const asked = await run("ask", QUESTION, "-o", "answer.md");
    expect(asked).toMatchObject({ code: 0 });
    expect(asked.stderr).toMatch(/1 changed/);
    const answer = readFileSync(join(place.folder, "answer.md"), "utf8");
    expect(answer).toContain("April 30");

    expect(await run("index")).toMatchObject({ code: 0 });
    expect(readKeys()).toEqual([]);
    expect(await run("verify", "answer.md")).toMatchObject({ code: 0 });
    expect(await run("show", "harbour.txt")).toMatchObject({
      ...{ code: 0, stdout: expect.stringContaining("Season tickets") },
    });

    await put("harbour.txt", HARBOUR.replace("April 30", "April 29"));
    const found = await run("verify", "answer.md");
    expect(found).toMatchObject({ code: 1, stdout: expect.stringContaining("changed-source") });
    const stale = await run("ask", "--no-refresh", QUESTION);
    expect(stale.stdout).not.toMatch(/April 30/);
  });

  it("is never written: `add` says what to do instead", async () => {
    const { corpus } = await fillBucket();
    const place = makePlace({ "more.txt": HARBOUR });
    const environment = { ...store.environment, AWS_ENDPOINT_URL: proxy.url };
    proxy.reset();
    const words = ["add", "more.txt", "--corpus", corpus, "--storage", "allow_http=true"];
    const added = await runProgram(place, words, { environment });
    expect(added).toMatchObject({ code: 2, stderr: expect.stringMatching(/--corpus DIR.*s3 cp/) });
    expect(proxy.requests).toEqual([]);
  });

  it("is announced, and does not hold its own index", async () => {
    const place = makePlace();
    const environment = { ...store.environment, AWS_ENDPOINT_URL: "https://192.0.2.1" };
    const inside = ["status", "--corpus", "s3://newsdesk/news", "--index", "s3://newsdesk/news/x"];
    const told = await runProgram(place, inside, { environment });
    expect(told.stderr).toMatch(/the articles are not on this machine: https:\/\/192\.0\.2\.1/);
    expect(told).toMatchObject({ code: 2, stderr: expect.stringContaining("within the corpus") });
    const cloud = await runProgram(place, ["status", "--corpus", "db://newsdesk/x"]);
    expect(cloud.stderr).toMatch(/db:\/\/newsdesk\/x is no place for a corpus/);
  });
});

describeStore("azurite", "a corpus in a container of Azure", () => {
  it("is indexed, asked and verified", async () => {
    const { corpus } = await fillBucket();
    const place = makePlace();
    const run = (...words: string[]): Promise<ProgramResult> =>
      runProgram(
        place,
        [...words, "--corpus", corpus, "--storage", `endpoint=${store.storage["endpoint"]}`],
        { environment: { ...store.environment, AZURE_ALLOW_HTTP: "true" } },
      );
    expect(await run("index")).toMatchObject({ code: 0 });
    expect(await run("ask", QUESTION, "-o", "answer.md")).toMatchObject({ code: 0 });
    expect(await run("verify", "answer.md")).toMatchObject({ code: 0 });
  });
});

// An index kept up to date sign by sign: a receipt for every change, and a folder that fails empties nothing.

import { mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openCorpusFolder } from "../../../src/adapters/files/corpus-folder.ts";
import { ingestCorpus } from "../../../src/corpus/ingest/ingest-corpus.ts";
import { type WatchEvent, watchCorpus } from "../../../src/corpus/ingest/watch-corpus.ts";
import { BAKERY, FERRY, type Ingesting, startIngesting, storeKinds } from "./ingesting.ts";

describe.each(storeKinds)("with %s", (_, openStore) => {
  let place: Ingesting;
  beforeEach(async () => {
    place = await startIngesting(openStore);
  });
  afterEach(() => place.end());

  /** `steps` are done one before each sign; gives what was told before the first and after each. */
  async function watch(steps: readonly (() => unknown)[]): Promise<WatchEvent[][]> {
    const told: WatchEvent[][] = [[]];
    const signs = (async function* () {
      for (const step of steps) {
        await step();
        told.push([]);
        yield;
      }
    })();
    const source = openCorpusFolder(place.folder);
    const { store, embedder } = place;
    const index = (options: object) => ingestCorpus({ source, store, embedder }, options);
    const { signal } = new AbortController();
    for await (const event of watchCorpus({ signs, index, store }, signal))
      told.at(-1)?.push(event);
    return told;
  }

  test("every change has a receipt with the article's title", async () => {
    const path = (name: string): string => join(place.folder, name);
    const told = await watch([
      () => place.write("mill.txt", BAKERY.replaceAll("bakery", "mill")),
      () => place.write("ferry.txt", FERRY.replace("May", "June")),
      () => renameSync(path("mill.txt"), path("old-mill.txt")),
      () => rmSync(path("old-mill.txt")),
      () => undefined,
      () => place.write("empty.txt", "  "),
      () => undefined,
    ]);
    const [title, ferry] = ["Bakery wins prize", "Ferry line to close"];
    expect(told[0]?.map(({ kind }) => kind)).toEqual(["added", "added"]);
    expect(told.slice(1)).toEqual([
      [{ kind: "added", id: "mill.txt", title }],
      [{ kind: "changed", id: "ferry.txt", title: ferry }],
      [{ kind: "moved", from: "mill.txt", id: "old-mill.txt", title }],
      [{ kind: "removed", id: "old-mill.txt", title }],
      [],
      [expect.objectContaining({ kind: "skipped", id: "empty.txt", reason: "empty" })],
      [],
    ]);
  });

  test.each([
    ["is gone", (folder: string) => renameSync(folder, `${folder}-away`), "no-corpus"],
    [
      "is an empty mount point",
      (folder: string) => {
        renameSync(folder, `${folder}-away`);
        mkdirSync(folder);
      },
      "empty-corpus",
    ],
  ])("a folder that %s leaves the index as it was, and is told once", async (_, take, code) => {
    const { folder } = place;
    const counted: number[] = [];
    const count = async () => counted.push((await place.listIds()).length);
    const told = await watch([
      () => take(folder),
      count,
      async () => {
        await count();
        rmSync(folder, { recursive: true, force: true });
        renameSync(`${folder}-away`, folder);
        await place.write("mill.txt", BAKERY.replaceAll("bakery", "mill"));
      },
      count,
    ]);
    expect(told.slice(1).map((events) => events.map(({ kind }) => kind))).toEqual([
      ["fault"],
      [],
      ["recovered", "added"],
      [],
    ]);
    expect(told[1]?.[0]).toMatchObject({ error: { code } });
    expect(counted).toEqual([2, 2, 3]);
  });

  test("what another run indexed meanwhile has its receipt too", async () => {
    const told = await watch([
      async () => {
        await place.write("mill.txt", BAKERY.replaceAll("bakery", "mill"));
        await place.run();
      },
    ]);
    expect(told[1]).toMatchObject([{ kind: "added", id: "mill.txt" }]);
  });
});

// Parts of a corpus, made apart and adopted: the same rows as one run's, however often.

import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openCorpusFolder } from "../../../src/adapters/files/corpus-folder.ts";
import { openLanceStore } from "../../../src/adapters/lancedb/lance-store.ts";
import { ingestCorpus } from "../../../src/corpus/ingest/ingest-corpus.ts";
import { openLetterEmbedder } from "../../fixtures/letter-embedder.ts";
import { listRowDigests } from "../../fixtures/row-digests.ts";
import {
  adopt,
  corpus,
  editState,
  index,
  makeShards,
  nameShard,
  prepareCorpus,
  root,
  target,
  writeStory,
} from "./sharding.ts";

prepareCorpus();

describe("parts of a corpus, adopted", () => {
  test("are the rows of one run, none missing and none different", async () => {
    await index(join(root, "whole"));
    const shards = await makeShards(4);
    expect(await adopt(target(), shards)).toMatchObject({ articles: 40, unchanged: 0 });
    expect(await listRowDigests(target())).toEqual(await listRowDigests(join(root, "whole")));
  });

  test("leave nothing to do for the next run, nor for adopting again", async () => {
    const shards = await makeShards(3);
    await adopt(target(), shards);
    const rows = await listRowDigests(target());
    const embedder = openLetterEmbedder();
    expect(await index(target(), {}, embedder)).toMatchObject({
      unchanged: 40,
      added: [],
      changed: [],
    });
    expect(await adopt(target(), shards)).toMatchObject({ unchanged: 40, added: [], changed: [] });
    expect(await listRowDigests(target())).toEqual(rows);
    expect(embedder.texts).toEqual([]);
  });

  test("are trusted by sizes and times, unless somebody else made one of them", async () => {
    const countReads = async (): Promise<number> => {
      const source = openCorpusFolder(corpus);
      const store = openLanceStore(target());
      let reads = 0;
      const readFile: typeof source.readFile = (...asked) => {
        reads += 1;
        return source.readFile(...asked);
      };
      const ports = { source: { ...source, readFile }, embedder: openLetterEmbedder(), store };
      for await (const _event of ingestCorpus(ports));
      await store.close();
      return reads;
    };
    const shards = await makeShards(2);
    await adopt(target(), shards);
    expect(await countReads()).toBe(0);
    await rm(target(), { recursive: true });
    await rm(join(nameShard(2), "look.json"));
    await adopt(target(), shards);
    expect([await countReads(), await countReads()]).toEqual([40, 0]);
  });

  test("may come one after the other, and be made twice", async () => {
    const shards = await makeShards(2);
    await index(nameShard(2), { part: { part: 2, of: 2 } });
    await expect(adopt(target(), shards.slice(0, 1))).rejects.toMatchObject({ code: "bad-shard" });
    await adopt(target(), shards.slice(0, 1), { partial: true });
    const { articles } = await adopt(target(), shards.slice(1), { partial: true });
    expect(articles).toBe(40);
  });

  test("may be of a part that has no file, and of a manifest", async () => {
    const manifest = ["story-3.md", "story-5.md"];
    for (const part of [1, 2, 3, 4, 5, 6, 7, 8]) {
      await index(nameShard(part), { part: { part, of: 8 }, manifest });
    }
    const shards = [1, 2, 3, 4, 5, 6, 7, 8].map(nameShard);
    expect((await adopt(target(), shards)).added.toSorted()).toEqual(manifest);
    await expect(
      index(join(root, "x"), { part: { part: 1, of: 1 }, manifest: ["nobody.md"] }),
    ).rejects.toMatchObject({ code: "bad-setting" });
  });

  test("renew what changed since, and keep out what was taken out", async () => {
    await index(target());
    const store = openLanceStore(target());
    const [gone] = await store.recordsOf(["story-7.md"]);
    if (gone === undefined) throw new Error("story-7.md is not indexed");
    const { id, sha256, size, modified } = gone;
    await store.forget([{ id, sha256, size, modified }]);
    await store.close();
    await writeStory(9, " The rest were sound.");
    const summary = await adopt(target(), await makeShards(2));
    expect(summary).toMatchObject({
      changed: ["story-9.md"],
      forgotten: ["story-7.md"],
      articles: 39,
    });
  });

  test("are found under the name that the corpus has here", async () => {
    const [shard = ""] = await makeShards(1);
    await editState(shard, (state) => Object.assign(state, { corpus: "/elsewhere" }));
    expect((await adopt(target(), [shard])).articles).toBe(40);
    const store = openLanceStore(target());
    const [record] = await store.recordsOf(["story-1.md"]);
    expect(record?.path).toBe(join(corpus, "story-1.md"));
    await store.close();
  });
});

test("adopting that was stopped is done by the next run", async () => {
  await index(join(root, "whole"));
  const shards = await makeShards(2);
  await expect(adopt(target(), shards, {}, 5)).rejects.toThrow("stopped");
  expect(await adopt(target(), shards)).toMatchObject({ articles: 40 });
  expect(await listRowDigests(target())).toEqual(await listRowDigests(join(root, "whole")));
});

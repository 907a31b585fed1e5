// Shards that lie in a bucket, adopted by an index in a folder: where rows lie makes no difference to them.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openCorpusFolder } from "../../src/adapters/files/corpus-folder.ts";
import { openLanceShard } from "../../src/adapters/lancedb/lance-shard.ts";
import { openLanceStore } from "../../src/adapters/lancedb/lance-store.ts";
import { openPlace } from "../../src/adapters/lancedb/places/open-place.ts";
import { adoptShards } from "../../src/corpus/ingest/adopt-shards.ts";
import { ingestCorpus } from "../../src/corpus/ingest/ingest-corpus.ts";
import { BAKERY, FERRY } from "../corpus/ingest/ingesting.ts";
import { openLetterEmbedder } from "../fixtures/letter-embedder.ts";
import { listRowDigests } from "../fixtures/row-digests.ts";
import { describeStore, store } from "./describe-store.ts";

describeStore("moto", "shards", () => {
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "pullquote-shards-"));
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  it("in a bucket give the rows of one run, and one that lost a file is refused", async () => {
    const corpus = await mkdtemp(join(root, "corpus-"));
    for (let at = 0; at < 8; at += 1) {
      await writeFile(
        join(corpus, `${at}.md`),
        (at % 2 === 0 ? FERRY : BAKERY).replace("the", `${at} the`),
      );
    }
    const embedder = openLetterEmbedder();
    const source = openCorpusFolder(corpus);
    const open = async (
      place: string,
      run: (ports: Parameters<typeof ingestCorpus>[0]) => AsyncIterable<unknown>,
    ) => {
      const opened = openLanceStore(place, place.startsWith("s3:") ? store.storage : {});
      for await (const _event of run({ source, embedder, store: opened }));
      await opened.close();
    };
    const bucket = await store.makeBucket();
    const names = [1, 2].map((part) => `${bucket}/shards/${part}`);
    for (const [at, name] of names.entries()) {
      await open(name, (ports) => ingestCorpus(ports, { part: { part: at + 1, of: 2 } }));
    }
    const openShards = () => names.map((name) => openLanceShard(name, store.storage));
    const adopted = join(root, "adopted");
    await open(adopted, (ports) => adoptShards({ ...ports, shards: openShards() }));
    await open(join(root, "whole"), (ports) => ingestCorpus(ports));
    const rows = await listRowDigests(adopted);
    expect(rows).toEqual(await listRowDigests(join(root, "whole")));

    const place = openPlace(names[1] ?? "", store.storage);
    const generation = (await place.list()).find((name) => name.startsWith("tables-")) ?? "";
    const [lost = ""] = Object.keys(await place.measure(generation)).filter(
      (path) => path.endsWith(".lance") && path.startsWith("passages"),
    );
    await openPlace(
      `${names[1]}/${generation}/${lost.split("/").slice(0, -1).join("/")}`,
      store.storage,
    ).remove(lost.split("/").at(-1) ?? "");
    await expect(
      open(adopted, (ports) => adoptShards({ ...ports, shards: openShards() })),
    ).rejects.toMatchObject({ code: "bad-shard" });
    expect(await listRowDigests(adopted)).toEqual(rows);
  });
});

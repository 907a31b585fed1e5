import { rename, unlink } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openCorpusFolder } from "../../../src/adapters/files/corpus-folder.ts";
import { forgetArticles } from "../../../src/corpus/forget-articles.ts";
import { ingestCorpus } from "../../../src/corpus/ingest/ingest-corpus.ts";
import { readRecords } from "../../contracts/read-records.ts";
import { openLetterEmbedder } from "../../fixtures/letter-embedder.ts";
import { FERRY, type Ingesting, startIngesting, storeKinds } from "./ingesting.ts";

describe.each(storeKinds)("an ingest run into the %s store", (_name, open) => {
  let place: Ingesting;
  beforeEach(async () => {
    place = await startIngesting(open);
  });
  afterEach(() => place.end());

  it("keeps an article out that was taken out, until it changes or all is rebuilt", async () => {
    await place.run();
    await forgetArticles(place.store, ["ferry.txt"]);
    expect(await place.listIds()).toEqual(["bakery.txt"]);
    for (const quick of [false, true]) {
      expect(await place.run({ quick })).toMatchObject({ forgotten: ["ferry.txt"], articles: 1 });
    }
    await rename(join(place.folder, "ferry.txt"), join(place.folder, "renamed.txt"));
    expect(await place.run()).toMatchObject({ forgotten: ["renamed.txt"], articles: 1 });
    await place.write("renamed.txt", FERRY.replace("May", "June"));
    expect(await place.run()).toMatchObject({ added: ["renamed.txt"], articles: 2 });
    await forgetArticles(place.store, ["renamed.txt"]);
    expect(await place.run({ rebuild: true })).toMatchObject({ articles: 2, forgotten: [] });
  });

  it("refuses to forget what it does not know, and then forgets nothing", async () => {
    await place.run();
    await expect(forgetArticles(place.store, ["ferry.txt", "no.txt"])).rejects.toMatchObject({
      code: "unknown-article",
    });
    expect(await place.listIds()).toHaveLength(2);
  });

  it("never mixes in another embedder's vectors", async () => {
    await place.run();
    place.embedder = openLetterEmbedder({ digest: "2" });
    await expect(place.run()).rejects.toMatchObject({
      code: "embedder-mismatch",
      hint: "pullquote index --rebuild",
    });
    expect(place.embedder.texts).toEqual([]);
    expect(await place.run({ rebuild: true })).toMatchObject({ articles: 2 });
    expect((await place.store.state())?.embedder.digest).toBe("2");
  });

  it("keeps the old index when the new embedder fails", async () => {
    await place.run();
    const failing = openLetterEmbedder({ digest: "2" });
    place.embedder = { ...failing, embedQuestion: () => Promise.reject(new Error("no server")) };
    await expect(place.run({ rebuild: true })).rejects.toThrow("no server");
    expect(await place.listIds()).toHaveLength(2);
  });

  it("stops before embedding when that would be more than the limit, if there is an index", async () => {
    expect(await place.run({ passageLimit: 0 })).toMatchObject({ articles: 2, complete: true });
    await place.write("more.txt", FERRY.replaceAll("Norrey", "Sorrey"));
    const before = place.embedder.texts.length;
    expect(await place.run({ passageLimit: 0, quick: true })).toMatchObject({
      complete: false,
      stopped: "passage-limit",
      articles: 2,
    });
    expect(place.embedder.texts).toHaveLength(before);
    expect(await place.run({ passageLimit: 50, quick: true })).toMatchObject({
      complete: true,
      articles: 3,
    });
  });

  it("refuses an index of another corpus, and takes a corpus that was moved", async () => {
    await place.run();
    const first = place.folder;
    place.folder = await place.makeFolder();
    await place.write("other.txt", FERRY);
    await expect(place.run()).rejects.toMatchObject({ code: "index-other-corpus" });
    place.folder = `${first}-moved`;
    await rename(first, place.folder);
    expect(await place.run()).toMatchObject({ unchanged: 2, complete: true });
  });

  it("keeps what was finished when it is interrupted, and does the rest in the next run", async () => {
    const controller = new AbortController();
    // Several calls of the embedder: the third is interrupted.
    for (let count = 0; count < 400; count += 1) {
      await place.write(`more${count}.txt`, FERRY.replaceAll("Norrey", `Island ${count}`));
    }
    let calls = 0;
    place.embedder = openLetterEmbedder({
      onEmbed: () => {
        calls += 1;
        if (calls === 3) controller.abort();
        if (calls >= 3) controller.signal.throwIfAborted();
      },
    });
    await expect(place.run({ signal: controller.signal })).rejects.toThrow();
    const kept = (await place.listIds()).length;
    expect(kept).toBeGreaterThan(100);
    expect(kept).toBeLessThan(402);
    expect(await place.store.isTidy()).toBe(false);
    place.embedder = openLetterEmbedder();
    expect(await place.run()).toMatchObject({ unchanged: kept, articles: 402 });
    expect(await place.store.isTidy()).toBe(true);
  });

  it("lets go of the lock when its reader walks away", async () => {
    const source = openCorpusFolder(place.folder);
    for await (const event of ingestCorpus({
      source,
      embedder: place.embedder,
      store: place.store,
    })) {
      if (event.kind === "progress") break;
    }
    expect(await place.run()).toMatchObject({ articles: 2 });
  });

  it("does two runs at once one after the other, and doubles nothing", async () => {
    const [one, two] = await Promise.all([place.collect(), place.collect()]);
    // One at most: the first may be done before the second asks for the lock.
    expect([...one, ...two].filter(({ kind }) => kind === "waiting").length).toBeLessThan(2);
    expect(await place.listIds()).toEqual(["bakery.txt", "ferry.txt"]);
    const records = await readRecords(place.store);
    for (const { id, passages } of records)
      expect(await place.store.passagesOf(id)).toHaveLength(passages);
  });

  it("does not wait for another writer before an answer", async () => {
    await place.run();
    await unlink(join(place.folder, "ferry.txt"));
    const lock = await place.store.lockForWriting({ wait: true });
    expect(await place.run({ quick: true })).toMatchObject({
      complete: false,
      stopped: "index-locked",
    });
    if (lock.kind === "locked") await lock.release();
    expect(await place.run({ quick: true })).toMatchObject({ complete: true, articles: 1 });
  });
});

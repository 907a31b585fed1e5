import { rename, unlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readRecords } from "../../contracts/read-records.ts";
import { searchWords } from "../../contracts/search-legs.ts";
import { openLetterEmbedder } from "../../fixtures/letter-embedder.ts";
import { BAKERY, FERRY, type Ingesting, startIngesting, storeKinds } from "./ingesting.ts";

describe.each(storeKinds)("ingesting a folder into the %s store", (_name, open) => {
  let place: Ingesting;
  beforeEach(async () => {
    place = await startIngesting(open);
  });
  afterEach(() => place.end());

  it("indexes every article and makes it findable", async () => {
    const summary = await place.run();
    expect(summary).toMatchObject({
      added: ["bakery.txt", "ferry.txt"],
      articles: 2,
      complete: true,
    });
    expect(summary.embeddedPassages).toBe(place.embedder.texts.length);
    const hits = await searchWords(place.store, "rye bread prizes");
    expect(hits[0]?.passage.articleId).toBe("bakery.txt");
    expect(place.embedder.texts[0]?.startsWith("Bakery wins prize. ")).toBe(true);
  });

  it("embeds nothing when nothing changed", async () => {
    await place.run();
    const before = place.embedder.texts.length;
    for (const options of [{}, { quick: true }, { check: true }]) {
      expect(await place.run(options)).toMatchObject({ unchanged: 2, embeddedPassages: 0 });
    }
    expect(place.embedder.texts).toHaveLength(before);
  });

  it("notices a change that kept the file's size and time where every file is checked", async () => {
    await place.run();
    const time = new Date(2024, 1, 1);
    await utimes(join(place.folder, "ferry.txt"), time, time);
    await place.run();
    await place.write("ferry.txt", FERRY.replace("May", "Mai"));
    await utimes(join(place.folder, "ferry.txt"), time, time);
    expect(await place.run({ check: true })).toMatchObject({
      changed: ["ferry.txt"],
      unchanged: 1,
    });
    const [first] = await searchWords(place.store, "Mai");
    expect(first?.passage.text).toContain("Mai");
  });

  it("embeds a changed article alone, and replaces it whole", async () => {
    await place.run();
    const before = place.embedder.texts.length;
    await place.write(
      "bakery.txt",
      `${BAKERY}\nThe prize is given out in June each year by the county.\n`,
    );
    expect(await place.run({ quick: true })).toMatchObject({
      changed: ["bakery.txt"],
      unchanged: 1,
    });
    expect(place.embedder.texts.slice(before).every((text) => text.startsWith("Bakery"))).toBe(
      true,
    );
    const records = new Map((await readRecords(place.store)).map((record) => [record.id, record]));
    const passages = await place.store.passagesOf("bakery.txt");
    expect(passages).toHaveLength(records.get("bakery.txt")?.passages ?? 0);
    expect(passages.every((one) => one.articleSha256 === records.get("bakery.txt")?.sha256)).toBe(
      true,
    );
  });

  it("renews the record alone of a file that was only touched", async () => {
    await place.run();
    const time = new Date(2024, 1, 1);
    await utimes(join(place.folder, "ferry.txt"), time, time);
    expect(await place.run({ quick: true })).toMatchObject({ unchanged: 2, embeddedPassages: 0 });
    expect((await place.collect({ quick: true })).map(({ kind }) => kind)).toEqual(["done"]);
  });

  it("drops what was deleted", async () => {
    await place.run();
    await unlink(join(place.folder, "ferry.txt"));
    expect(await place.run({ quick: true })).toMatchObject({ removed: ["ferry.txt"], articles: 1 });
    expect(await searchWords(place.store, "ferry")).toEqual([]);
  });

  it("keeps the vectors of what was moved, under its new name alone", async () => {
    await place.run();
    const before = place.embedder.texts.length;
    await rename(join(place.folder, "ferry.txt"), join(place.folder, "island.txt"));
    expect(await place.run({ quick: true })).toMatchObject({
      moved: [{ from: "ferry.txt", to: "island.txt" }],
      removed: [],
      added: [],
      embeddedPassages: 0,
    });
    expect(place.embedder.texts).toHaveLength(before);
    expect(await place.listIds()).toEqual(["bakery.txt", "island.txt"]);
    const [hit] = await searchWords(place.store, "harbour board");
    expect(hit?.passage.articleId).toBe("island.txt");
  });

  it("does not mix up articles that swapped their names", async () => {
    await place.run();
    await place.write("ferry.txt", BAKERY);
    await place.write("bakery.txt", FERRY);
    expect(await place.run()).toMatchObject({ changed: ["bakery.txt", "ferry.txt"] });
    for (const [id, word] of [
      ["ferry.txt", "bread"],
      ["bakery.txt", "island"],
    ] as const) {
      const [hit] = await searchWords(place.store, word);
      expect(hit?.passage.articleId).toBe(id);
      const vectors = await place.store.vectorsOf(id, hit?.passage.articleSha256 ?? "");
      const title = id === "ferry.txt" ? "Bakery wins prize" : "Ferry line to close";
      const [fresh] = await openLetterEmbedder().embedPassages([`${title}. ${hit?.passage.text}`]);
      expect(vectors?.[hit?.passage.position ?? 0]).toEqual({ vector: fresh });
    }
  });

  it("says what it skips and why, each time, and indexes the rest", async () => {
    await writeFile(join(place.folder, "image.txt"), Buffer.from([0, 1, 2, 255]));
    await place.write("blank.txt", "  \n");
    for (const options of [{}, {}, { quick: true }]) {
      const summary = await place.run(options);
      expect(summary.skipped.map(({ id }) => id).sort()).toEqual(["blank.txt", "image.txt"]);
      expect(summary.articles).toBe(2);
    }
  });

  it("drops an article whose file can no longer be read as text", async () => {
    await place.run();
    await writeFile(join(place.folder, "ferry.txt"), Buffer.from([0, 1, 2, 255]));
    expect(await place.run()).toMatchObject({ removed: ["ferry.txt"], articles: 1 });
  });

  it("does not empty the index because the folder was emptied", async () => {
    await place.run();
    await unlink(join(place.folder, "ferry.txt"));
    await unlink(join(place.folder, "bakery.txt"));
    await expect(place.run()).rejects.toMatchObject({ code: "empty-corpus" });
    expect(await place.listIds()).toHaveLength(2);
  });
});

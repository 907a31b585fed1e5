// Articles in a bucket: read as those of a folder are; odd keys, and objects that change or vanish.

import { expect, it } from "vitest";
import { openCorpusBucket } from "../../src/adapters/files/corpus-bucket.ts";
import { type Address, readAddress } from "../../src/adapters/object-stores/check-address.ts";
import { openBucket } from "../../src/adapters/object-stores/open-bucket.ts";
import type { ArticleSource } from "../../src/core/ports/article-source.ts";
import { describeArticleSource, listAll } from "../contracts/article-source.ts";
import { describeStore, store } from "./describe-store.ts";

interface Made {
  readonly source: ArticleSource;
  readonly address: Address;
  put(key: string, text: string): Promise<unknown>;
  remove(id: string): Promise<void>;
}

const openAddress = (name: string): Address => {
  const address = readAddress(name, store.storage, "corpus");
  if (address === undefined) throw new Error(`${name} is no address`);
  return address;
};

/** Of texts by id; `put` takes a whole key. */
async function makeCorpus(
  texts: Readonly<Record<string, string>>,
  options: { readonly maxFileBytes?: number } = {},
): Promise<Made> {
  const address = openAddress(await store.makeBucket());
  const { client } = openBucket(address, store.storage, store.environment);
  const put = (key: string, text: string) => client.put(key, text, { kind: "always" });
  for (const [id, text] of Object.entries(texts)) await put(address.prefix + id, text);
  const source = openCorpusBucket(address, options, store.storage, store.environment);
  const remove = (id: string) => client.delete([address.prefix + id]);
  return { source, address, put, remove };
}

const listOf = async (source: ArticleSource): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await listAll(source)).map((entry) => [
      entry.id,
      entry.kind === "skipped" ? entry.reason : entry.kind,
    ]),
  );

for (const kind of ["moto", "azurite"] as const) {
  describeStore(kind, kind, () => {
    describeArticleSource(kind, async (texts) => (await makeCorpus(texts)).source);

    it("lists more than a page, and nothing of a neighbour", async () => {
      const ids = Array.from({ length: 1100 }, (_, at) => `n/${at}.txt`);
      const { source, address, put } = await makeCorpus({ "first.txt": "Rain." });
      for (let start = 0; start < ids.length; start += 50) {
        const some = ids.slice(start, start + 50);
        await Promise.all(some.map((id) => put(address.prefix + id, "Rain.")));
      }
      await put("archive/other/snow.txt", "Snow.");
      await put("archive/index.txt", "Snow.");
      expect(Object.keys(await listOf(source)).sort()).toEqual(["first.txt", ...ids].sort());
    });

    it("passes over what a folder passes over, and tells of all else", async () => {
      const { source } = await makeCorpus(
        {
          ...{ "A.TXT": "Rain.", "b.png": "x", plain: "Rain.", "empty.txt": "", "news/": "" },
          ...{ ".hidden.txt": "x", ".git/c.txt": "x", "node_modules/d/readme.md": "x" },
          ...{ "long.txt": "Rain, and rain." },
        },
        { maxFileBytes: 10 },
      );
      expect(await listOf(source)).toEqual({
        ...{ "A.TXT": "listed", "b.png": "other", plain: "other" },
        ...{ "empty.txt": "empty", "long.txt": "too-large" },
      });
      expect(await source.read("long.txt")).toMatchObject({ reason: "too-large" });
      expect(await source.read("empty.txt")).toMatchObject({ reason: "empty" });
    });

    it.each([
      ...["a b+c.txt", "50%25 & <more>'\".txt", "q?x=1#part.txt", "Żuraw 🚧.txt", "e\u0301.txt"],
      // The one stand-in has no lines in keys, the other reads a backslash as a slash.
      kind === "moto" ? "back\\slash\u0001.txt" : "tab\tline\nend.txt",
    ])("reads the key %j", async (id) => {
      const { source } = await makeCorpus({ [id]: `Rain in ${id}` });
      const [entry] = await listAll(source);
      expect(entry).toMatchObject({ kind: "listed", id });
      expect(await source.read(id)).toMatchObject({ kind: "read", id, text: `Rain in ${id}` });
    });

    it("tells a change by the ETag, even of the same size in the same second", async () => {
      const { source, address, put } = await makeCorpus({ "a.txt": "Rain." });
      const before = await listAll(source);
      await put(`${address.prefix}a.txt`, "Snow.");
      const after = await listAll(source);
      expect(after).toMatchObject([{ size: 5 }]);
      expect(after).not.toEqual(before);
      expect(await listAll(source)).toEqual(after);
    });

    it("tells of an object that vanished, was emptied or grew since it was listed", async () => {
      const { source, address, put, remove } = await makeCorpus(
        { "a.txt": "Rain.", "b.txt": "Rain.", "c.txt": "Rain." },
        { maxFileBytes: 10 },
      );
      await listAll(source);
      await remove("a.txt");
      await put(`${address.prefix}b.txt`, "");
      await put(`${address.prefix}c.txt`, "Rain, and rain.");
      expect(await source.read("a.txt")).toMatchObject({ reason: "vanished" });
      expect(await source.read("b.txt")).toMatchObject({ reason: "empty" });
      expect(await source.read("c.txt")).toMatchObject({ reason: "too-large" });
    });

    it("reads one article of a table, whose key may have the sign of a part", async () => {
      const rows = "title,text\nOne,The harbour reopened.\nTwo,The bridge is closed.\n";
      const { source } = await makeCorpus({ "rows.csv": rows, "a.csv#b.csv": rows });
      const ids = (await source.readFile("a.csv#b.csv")).map(({ id }) => id);
      expect(ids.length).toBe(2);
      for (const id of [...ids, ...ids.map((one) => one.replace("a.csv#b.csv", "rows.csv"))]) {
        expect(await source.read(id)).toMatchObject({ kind: "read", id });
      }
      expect(await source.read("rows.csv#9")).toMatchObject({ kind: "skipped", id: "rows.csv#9" });
    });

    it("has no article outside its prefix, whatever an id says", async () => {
      const { source, put } = await makeCorpus({ "a.txt": "Rain." });
      await put("archive/secret.txt", "Snow.");
      const ids = [
        "../secret.txt",
        "./a.txt",
        "x/../a.txt",
        "/a.txt",
        "\ud800.txt",
        "a".repeat(1100),
      ];
      for (const id of ids) {
        expect(await source.read(id)).toMatchObject({ kind: "skipped", id });
      }
    });

    it("is an error where there is no such bucket", async () => {
      const { address } = await makeCorpus({});
      const other = { ...address, name: "s3://nobody", container: "nobody-has-this" };
      const source = openCorpusBucket(other, {}, store.storage, store.environment);
      const fault = { code: "corpus-unreadable", message: expect.stringMatching(/no such bucket/) };
      await expect(listAll(source)).rejects.toMatchObject(fault);
      await expect(source.read("a.txt")).rejects.toMatchObject(fault);
    });
  });
}

describeStore("moto", "keys that only S3 has", () => {
  it("are told where no path has such steps", async () => {
    const { source } = await makeCorpus({ "a//b.txt": "x", "./c.txt": "x", "d/../e.txt": "x" });
    expect(await listOf(source)).toEqual({
      ...{ "a//b.txt": "bad-name", "./c.txt": "bad-name", "d/../e.txt": "bad-name" },
    });
  });
});

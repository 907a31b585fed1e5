// The copy of a bucket's tables in the user's cache: what it saves, when it counts, and what is done with a bad one.

import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { openLanceStore } from "../../src/adapters/lancedb/lance-store.ts";
import type { PassageStore } from "../../src/core/ports/passage-store.ts";
import { axis, makeEntry, STATE } from "../contracts/passage-entries.ts";
import { describeStore, store } from "./describe-store.ts";
import { type SlowProxy, startSlowProxy } from "./slow-proxy.ts";

describeStore("moto", "copies", () => {
  let proxy: SlowProxy;
  let index: string;
  let cache: string;
  const folders: string[] = [];

  beforeAll(async () => {
    proxy = await startSlowProxy(store.url, 0);
  });
  afterAll(async () => {
    await proxy.close();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    index = await store.makeBucket();
    cache = await mkdtemp(join(tmpdir(), "pullquote-copies-"));
    folders.push(cache);
    await write(async (opened) => {
      await opened.reset(STATE);
      await opened.put([makeEntry("a", ["One harbour.", "Two harbours."])]);
    });
  });

  const openStore = (folder?: string): PassageStore =>
    openLanceStore(index, { ...store.storage, endpoint: proxy.url }, folder);

  /** As a run does: under the lock, and told as finished. */
  async function write(work: (opened: PassageStore) => Promise<void>): Promise<void> {
    const opened = openStore();
    const lock = await opened.lockForWriting({ wait: true });
    await work(opened);
    await opened.optimize();
    if (lock.kind === "locked") await lock.release();
    await opened.close();
  }

  async function ask(folder?: string) {
    const opened = openStore(folder);
    proxy.reset();
    const hits = await opened.search([
      { kind: "dense", vector: axis(0), limit: 9, scope: undefined },
      { kind: "words", text: "harbour", limit: 9, scope: undefined },
    ]);
    const records = await opened.recordsOf(["a", "b"]);
    const ids = hits.map(({ passage }) => passage.id).sort();
    await opened.close();
    const tables = proxy.requests.filter((request) => request.includes(".lance/"));
    return { ids, records, tables: tables.length };
  }

  async function listCopies(): Promise<string[]> {
    const found = await readdir(cache, { recursive: true, withFileTypes: true });
    return found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  }

  it("find what the tables hold, and ask the store for no part of these again", async () => {
    const plain = await ask();
    const first = await ask(cache);
    const second = await ask(cache);
    expect(second).toEqual({ ...plain, tables: 0 });
    expect(first).toMatchObject({ ids: plain.ids, records: plain.records });
    expect(plain.ids.length).toBeGreaterThan(0);
    expect(first.tables).toBeGreaterThan(0);
    for (const file of await listCopies()) expect((await stat(file)).mode & 0o077).toBe(0);
  });

  it("are not made where the reader gave no folder for them", async () => {
    await ask();
    expect((await ask()).tables).toBeGreaterThan(0);
    expect(await listCopies()).toEqual([]);
  });

  it("are not asked once another process wrote: the next one takes the place of the last", async () => {
    const reader = openStore(cache);
    expect((await reader.recordsOf(["a", "b"])).length).toBe(1);
    await write((opened) => opened.put([makeEntry("b", ["Three harbours."])]));
    expect((await ask(cache)).records.length).toBe(2);
    await expect
      .poll(async () => (await reader.recordsOf(["a", "b"])).length, { timeout: 9000 })
      .toBe(2);
    await reader.close();
    const [copied = ""] = await readdir(join(cache, "stores"));
    expect((await readdir(join(cache, "stores", copied))).length).toBe(1);
  });

  it("are not asked while a run writes, or was killed", async () => {
    await ask(cache);
    const writer = openStore(cache);
    const lock = await writer.lockForWriting({ wait: true });
    await writer.put([makeEntry("b", ["Three harbours."])]);
    expect((await writer.recordsOf(["b"])).length).toBe(1);
    expect((await ask(cache)).records.length).toBe(2);
    if (lock.kind === "locked") await lock.release();
    await writer.close();
  });

  it.each([
    ["cut", (file: string, bytes: Buffer) => writeFile(file, bytes.subarray(0, bytes.length / 2))],
    ["longer", (file: string) => appendFile(file, "x")],
    [
      "overwritten",
      (file: string, bytes: Buffer) => writeFile(file, Buffer.alloc(bytes.length, 7)),
    ],
    ["gone", (file: string) => rm(file)],
  ])("whose files are %s are not believed", async (_, damage) => {
    const before = await ask(cache);
    for (const file of await listCopies()) await damage(file, await readFile(file));
    const after = await ask(cache);
    expect(after).toMatchObject({ ids: before.ids, records: before.records });
    expect(after.tables).toBeGreaterThan(0);
  });

  it("in which any one byte of a row was changed show nothing that was not stored", async () => {
    const before = await ask(cache);
    const files = (await listCopies()).filter((file) => /passages\.lance.data/.test(file));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const text = (await readFile(file)).toString("latin1");
      expect(text).toContain("One harbour.");
      await writeFile(file, text.replace("One harbour.", "Ten harbour."), "latin1");
    }
    expect(await ask(cache)).toMatchObject({ ids: before.ids, records: before.records });
    expect((await ask(cache)).ids).toEqual(before.ids);
  });

  it("that cannot be made are done without", async () => {
    const file = join(cache, "file");
    await writeFile(file, "");
    expect((await ask(file)).records.length).toBe(1);
  });

  it("go with the index", async () => {
    await ask(cache);
    expect((await listCopies()).length).toBeGreaterThan(0);
    const opened = openStore(cache);
    await opened.destroy();
    await opened.close();
    expect(await listCopies()).toEqual([]);
  });

  it("are kept of the four indexes used last", async () => {
    for (let at = 0; at < 6; at += 1) {
      index = await store.makeBucket();
      await write((opened) => opened.reset(STATE));
      await ask(cache);
    }
    expect((await readdir(join(cache, "stores"))).length).toBe(4);
  });
});

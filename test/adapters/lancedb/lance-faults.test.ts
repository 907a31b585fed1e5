import { cp, mkdtemp, open, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLanceStore } from "../../../src/adapters/lancedb/lance-store.ts";
import { PullquoteError } from "../../../src/core/errors.ts";
import { SCHEMA_VERSION } from "../../../src/core/index-state.ts";
import type { PassageStore } from "../../../src/core/ports/passage-store.ts";
import { axis, makeEntry, STATE } from "../../contracts/passage-entries.ts";
import { readRecords } from "../../contracts/read-records.ts";
import { searchDense, searchWords } from "../../contracts/search-legs.ts";

const TEXT = "The lighthouse keeper counted eleven ships before the fog came in";
/** The bytes of a sentence's vector, to be found in a file. */
const MARKED = "qzxwvjkq";
const sentences = Int8Array.from(Buffer.from(MARKED));
let root: string;
let folder: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "pullquote-faults-"));
  folder = join(root, "index");
  const store = openLanceStore(folder);
  await store.reset(STATE);
  const marked = { ...makeEntry("b", ["Three."]), vectors: [{ vector: axis(0), sentences }] };
  await store.put([makeEntry("a", [TEXT, "Two."]), marked]);
  await store.optimize();
  await store.close();
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Everything that an answer reads. */
async function readAll(store: PassageStore): Promise<string> {
  const found = [
    await store.state(),
    await readRecords(store),
    await store.tombstones(),
    await searchDense(store, axis(0), 10),
    await searchWords(store, "lighthouse", 10),
    await store.passagesOf("a"),
  ];
  return JSON.stringify(found);
}

async function readOrFail(): Promise<{ found: string; code: string | undefined }> {
  const store = openLanceStore(folder);
  try {
    return { found: await readAll(store), code: undefined };
  } catch (error) {
    if (!(error instanceof PullquoteError)) throw error;
    return { found: "", code: error.code };
  } finally {
    await store.close();
  }
}

async function findCode(): Promise<string> {
  const store = openLanceStore(folder);
  try {
    await readAll(store);
    return "none";
  } catch (error) {
    if (!(error instanceof PullquoteError)) throw error;
    expect(error.hint).toContain("pullquote index --rebuild");
    return error.code;
  } finally {
    await store.close();
  }
}

async function listFiles(): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const paths = names.map((name) => join(folder, name)).sort();
  const kinds = await Promise.all(paths.map((path) => stat(path)));
  return paths.filter((_, index) => kinds[index]?.isFile());
}

async function editState(change: Record<string, unknown>): Promise<void> {
  const path = join(folder, "state.json");
  const state = JSON.parse(await readFile(path, "utf8")) as object;
  await writeFile(path, JSON.stringify({ ...state, ...change }));
}

describe("an index that is not as it was left", () => {
  it("of a newer or older layout is refused with the command that rebuilds it", async () => {
    await editState({ schemaVersion: SCHEMA_VERSION + 1 });
    expect(await findCode()).toBe("index-newer-schema");
    await editState({ schemaVersion: SCHEMA_VERSION - 1 });
    expect(await findCode()).toBe("index-older-schema");
  });

  it.each([
    ["is no JSON", "{"],
    ["is empty", ""],
    ["is of another program", '{"schemaVersion":"x"}'],
    ["points out of the folder", `{"schemaVersion":${SCHEMA_VERSION},"generation":"../.."}`],
  ])("is told as damaged when its state file %s", async (_name, text) => {
    await writeFile(join(folder, "state.json"), text);
    expect(await findCode()).toBe("index-damaged");
  });

  it("is told as damaged when a file of it was cut, or its newest version deleted", async () => {
    const store = openLanceStore(folder);
    await store.optimize();
    await store.close();
    const files = await listFiles();
    const data = files.find((path) => path.includes(join("passages.lance", "data"))) ?? "";
    const bytes = await readFile(data);
    await writeFile(data, bytes.subarray(0, bytes.length - 40));
    expect(await findCode()).toBe("index-damaged");
    await writeFile(data, bytes);
    expect(await findCode()).not.toBe("index-damaged");
    const newest = files.find((path) => path.includes(join("articles.lance", "_versions"))) ?? "";
    await rm(newest);
    expect(await findCode()).toBe("index-damaged");
  });

  it("is told as damaged when half of it was deleted, whichever half", async () => {
    const generation = (await readdir(folder)).find((name) => name.startsWith("tables-")) ?? "";
    const whole = join(root, "whole");
    await cp(folder, whole, { recursive: true });
    for (const part of [
      "state.json",
      generation,
      join(generation, "passages.lance"),
      join(generation, "articles.lance"),
      join(generation, "passages.lance", "data"),
      join(generation, "articles.lance", "data"),
      join(generation, "passages.lance", "_versions"),
      join(generation, "passages.lance", "_indices"),
    ]) {
      await rm(join(folder, part), { recursive: true });
      expect(await findCode(), part).toBe("index-damaged");
      await rm(folder, { recursive: true });
      await cp(whole, folder, { recursive: true });
    }
    expect(await findCode()).toBe("none");
  });

  it("is made anew by a reset, whatever is wrong with it", async () => {
    await writeFile(join(folder, "state.json"), "{");
    const store = openLanceStore(folder);
    await store.reset(STATE);
    expect(await readRecords(store)).toEqual([]);
    await store.close();
    expect((await readdir(folder)).filter((name) => name.startsWith("tables-"))).toHaveLength(1);
  });

  it("never passes off a flipped byte as what was stored", async () => {
    const honest = openLanceStore(folder);
    const truth = await readAll(honest);
    await honest.close();
    let noticed = 0;
    for (const path of await listFiles()) {
      const { size } = await stat(path);
      for (const place of spreadPlaces(size)) {
        if (await isFlipNoticed(path, place, truth)) noticed += 1;
      }
    }
    expect(noticed).toBeGreaterThan(0);
  });

  it.each([
    ["an article's text", "eleven ships before"],
    ["a sentence's vector", MARKED],
  ])("is told as damaged when a byte of %s is flipped", async (_name, known) => {
    let flipped = 0;
    for (const path of await listFiles()) {
      const place = (await readFile(path)).indexOf(known);
      if (place < 0 || !path.includes("data")) continue;
      await flipByte(path, place + 2);
      flipped += 1;
    }
    expect(flipped).toBeGreaterThan(0);
    expect(await findCode()).toBe("index-damaged");
  });
});

async function isFlipNoticed(path: string, place: number, truth: string): Promise<boolean> {
  await flipByte(path, place);
  const { found, code } = await readOrFail();
  await flipByte(path, place);
  if (code === undefined) expectSubset(found, truth, path);
  else expect(code, path).toMatch(/^index-/);
  return code !== undefined;
}

function spreadPlaces(size: number): number[] {
  const count = Math.min(8, size);
  return Array.from({ length: count }, (_, at) => Math.floor(((at + 0.5) * size) / count));
}

/** Ranking may suffer from a byte in the search index; what is shown of articles may not. */
function expectSubset(outcome: string, truth: string, path: string): void {
  type Found = [unknown, unknown, unknown, { passage: unknown }[], { passage: unknown }[], unknown];
  const [state, records, stones, dense, fullText, passages] = JSON.parse(outcome) as Found;
  const right = JSON.parse(truth) as Found;
  expect([records, stones, passages], path).toEqual([right[1], right[2], right[5]]);
  const known = right[3].map(({ passage }) => passage);
  for (const { passage } of [...dense, ...fullText]) expect(known, path).toContainEqual(passage);
  if (!path.endsWith("state.json")) expect(state, path).toEqual(right[0]);
}

async function flipByte(path: string, place: number): Promise<void> {
  const file = await open(path, "r+");
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, place);
  buffer[0] = (buffer[0] ?? 0) ^ 0x10;
  await file.write(buffer, 0, 1, place);
  await file.close();
}

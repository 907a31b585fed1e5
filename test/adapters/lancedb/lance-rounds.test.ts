import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openLanceStore } from "../../../src/adapters/lancedb/lance-store.ts";
import { openTables } from "../../../src/adapters/lancedb/tables.ts";
import type { PassageStore } from "../../../src/core/ports/passage-store.ts";
import { makeEntry, STATE } from "../../contracts/passage-entries.ts";
import { readRecords } from "../../contracts/read-records.ts";
import { searchPhrase, searchWords } from "../../contracts/search-legs.ts";

const ROUNDS = 12;
/** More numbers of words' samples than a table that is tidied each time has. */
const PRINTS = 2000;
let root: string;
let folder: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "pullquote-rounds-"));
  folder = join(root, "index");
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Words that no other article has: with an article they go from the full-text index altogether. */
function write(round: number, edition: string): string {
  const own = Array.from({ length: 5 }, (_, at) => `w${edition}${round}x${at}`);
  return `The ferry left the harbour with ${own.join(" and ")} aboard`;
}

/** A run of the program: one article is new, one is changed, one is gone. */
async function takeRound(round: number): Promise<void> {
  const store = openLanceStore(folder);
  await store.put([makeEntry(`n${round}`, [write(round, "first"), "Two."])]);
  if (round > 0) await store.put([makeEntry(`n${round - 1}`, [write(round - 1, "second")])]);
  if (round > 3) await store.remove([`n${round - 4}`]);
  await store.optimize();
  await store.close();
}

async function find(store: PassageStore, word: string): Promise<string[]> {
  const hits = await searchWords(store, word, 10);
  return hits.map(({ passage }) => passage.articleId);
}

async function countParts(): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const parts = names.filter((name) => name.endsWith("_tokens.lance"));
  const counts = new Map<string, number>();
  for (const folderOf of parts.map((name) => dirname(name))) {
    counts.set(folderOf, (counts.get(folderOf) ?? 0) + 1);
  }
  return Math.max(...counts.values());
}

it("an index stays sound and small however often articles are added, changed and removed", async () => {
  const store = openLanceStore(folder);
  await store.reset(STATE);
  for (let round = 0; round < ROUNDS; round += 1) {
    await takeRound(round);
    expect(await find(store, `wfirst${round}x4`), `round ${round}`).toEqual([`n${round}`]);
    expect(await find(store, `wfirst${round - 1}x4`), `round ${round}`).toEqual([]);
    if (round < 4) continue;
    expect(await find(store, `wsecond${round - 1}x0`), `round ${round}`).toEqual([`n${round - 1}`]);
    expect(await find(store, `wsecond${round - 4}x0`), `round ${round}`).toEqual([]);
    const phrase = `wsecond${round - 3}x0 and wsecond${round - 3}x1`;
    expect(await searchPhrase(store, phrase, 10), `round ${round}`).toHaveLength(1);
  }
  expect((await readRecords(store)).map(({ id }) => id).sort()).toEqual(["n10", "n11", "n8", "n9"]);
  expect(await countParts()).toBeLessThan(20);
  await store.close();
});

it("a table that many commits filled is a few files when they are tidied", async () => {
  const store = openLanceStore(folder);
  await store.reset(STATE);
  for (let round = 0; round < ROUNDS; round += 1) {
    const { record, ...entry } = makeEntry(`n${round}`, ["One."]);
    const prints = Uint32Array.from({ length: PRINTS }, (_, at) => round * PRINTS + at);
    const lineage = { prints, marks: new Uint32Array(), restsOn: [] };
    await store.put([{ ...entry, record: { ...record, lineage } }]);
  }
  await store.optimize();
  const state = JSON.parse(await readFile(join(folder, "state.json"), "utf8"));
  await store.close();
  const { traces } = await openTables({ uri: join(folder, state.generation) }, 8);
  expect((await traces.stats()).fragmentStats.numFragments).toBe(1);
  expect(await traces.countRows()).toBe(ROUNDS * PRINTS);
});

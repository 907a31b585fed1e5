import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLanceStore } from "../../../src/adapters/lancedb/lance-store.ts";
import type { PassageStore } from "../../../src/core/ports/passage-store.ts";
import { planChanges } from "../../../src/corpus/read/plan-changes.ts";
import { makeEntry, STATE } from "../../contracts/passage-entries.ts";

let root: string;
let folder: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "pullquote-snapshot-"));
  folder = join(root, "index");
});
afterEach(() => rm(root, { recursive: true, force: true }));

const ids = ["a.txt", "b\n.txt", "c.csv#1", "c.csv#2", 'd"é.md'];
const change = fc.record({
  kind: fc.constantFrom("put", "touch", "remove", "forget"),
  id: fc.constantFrom(...ids),
  size: fc.integer({ min: 1, max: 3 }),
  sha256: fc.constantFrom("1".repeat(64), "2".repeat(64)),
});

type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

async function applyOne(store: PassageStore, { kind, id, size, sha256 }: Change): Promise<void> {
  const file = id.includes("#") ? { file: id.split("#")[0] ?? id } : {};
  const state = { size, modified: size + 0.125, sha256, ...file };
  const made = makeEntry(id, [`Words of ${id}.`]);
  const entry = { ...made, record: { ...made.record, ...state, textSha256: sha256 } };
  if (kind === "put") await store.put([entry]);
  else if (kind === "remove") await store.remove([id]);
  else if (kind === "forget") await store.forget([{ id, ...state }]);
  else {
    const known = await store.recordsOf([id]);
    await store.refresh(known.map((record) => ({ ...record, modified: size })));
  }
}

async function apply(rounds: readonly (readonly Change[])[]): Promise<void> {
  const store = openLanceStore(folder);
  await store.reset(STATE);
  for (const round of rounds) {
    for (const one of round) await applyOne(store, one);
    await store.optimize();
  }
  await store.close();
}

async function listFiles() {
  const store = openLanceStore(folder);
  const files = await store.files();
  await store.close();
  return files;
}

async function readTotals() {
  const store = openLanceStore(folder);
  const totals = await store.totals();
  await store.close();
  return totals;
}

const file = (name: string): string => join(folder, name);

describe("the files that are kept beside an index", () => {
  it("are those of its rows after any changes, so that both give the same plan", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 3 }),
        async (rounds) => {
          await apply(rounds);
          const kept = await listFiles();
          const totals = await readTotals();
          // As a killed run leaves it: then the tables are read.
          await writeFile(file("unfinished"), "…");
          const read = await listFiles();
          expect(kept).toEqual(read);
          expect(totals).toEqual(await readTotals());
          const listed = ids.map((id, size) => ({
            id: id.split("#")[0] ?? id,
            size,
            modified: size + 0.125,
          }));
          expect(planChanges(listed, [], kept, true)).toEqual(planChanges(listed, [], read, true));
          await rm(folder, { recursive: true });
        },
      ),
      { numRuns: 15 },
    );
  });

  it("are read from the rows where what is kept is damaged, of other tables, or a run was killed", async () => {
    await apply([[{ kind: "put", id: "a.txt", size: 2, sha256: "1".repeat(64) }]]);
    const truth = await listFiles();
    const kept = await readFile(file("files.json"), "utf8");
    expect(await readdir(folder)).toContain("files.json");
    for (const text of [
      "",
      "{",
      kept.replace('"a.txt",2', '"a.txt",3'),
      kept.replace("1111", "2222"),
    ]) {
      await writeFile(file("files.json"), text);
      expect(await listFiles()).toEqual(truth);
    }
    await writeFile(file("files.json"), kept);
    const store = openLanceStore(folder);
    await store.put([makeEntry("z.txt", ["Later words."])]);
    await store.close();
    expect((await listFiles()).map(({ id }) => id)).toEqual(["a.txt", "z.txt"]);
  });

  it("lose no passage of a killed commit: it is looked for under the names that it was to put", async () => {
    await apply([[{ kind: "put", id: "a.txt", size: 2, sha256: "1".repeat(64) }]]);
    const store = openLanceStore(folder);
    await store.put([makeEntry("ghost.txt", ["Phantom lanterns."])]);
    await store.close();
    // As a kill between the two commits leaves it: passages, and no article.
    const { connect } = await import("@lancedb/lancedb");
    const tables = (await readdir(folder)).find((name) => name.startsWith("tables-")) ?? "";
    const connection = await connect(file(tables));
    const articles = await connection.openTable("articles");
    await articles.delete("id = 'ghost.txt'");
    connection.close();
    expect(await readFile(file("unfinished"), "utf8")).toContain("ghost.txt");
    const next = openLanceStore(folder);
    await next.put([makeEntry("new.txt", ["Something else."])]);
    await next.optimize();
    expect(await next.passagesOf("ghost.txt")).toEqual([]);
    expect(await next.passagesOf("new.txt")).toHaveLength(1);
    await next.close();
  });
});

// Tables that another program changed, and writes that fail for a reason of their own.

import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type Table } from "@lancedb/lancedb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLanceStore } from "../../../src/adapters/lancedb/lance-store.ts";
import { axis, makeEntry, STATE } from "../../contracts/passage-entries.ts";
import { readRecords } from "../../contracts/read-records.ts";
import { searchDense } from "../../contracts/search-legs.ts";

let root: string;
let folder: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "pullquote-changes-"));
  folder = join(root, "index");
  const store = openLanceStore(folder);
  await store.reset(STATE);
  await store.put([makeEntry("a", ["One.", "Two."]), makeEntry("b", ["Three."])]);
  await store.optimize();
  await store.close();
});
afterEach(() => rm(root, { recursive: true, force: true }));

const findGeneration = async (): Promise<string> => {
  const names = await readdir(folder);
  return join(folder, names.find((name) => name.startsWith("tables-")) ?? "");
};

/** The code and hint of what reading the index throws. */
async function findFault(): Promise<{ code?: string; hint?: string }> {
  const store = openLanceStore(folder);
  try {
    await readRecords(store);
    await searchDense(store, axis(0), 10);
    return { code: "none" };
  } catch (error) {
    return error as { code?: string; hint?: string };
  } finally {
    await store.close();
  }
}
const DAMAGED = { code: "index-damaged", hint: "pullquote index --rebuild" };

describe("an index that another program changed", () => {
  /** Opens a table as any program with LanceDB can. */
  async function change(name: string, work: (table: Table) => Promise<unknown>): Promise<void> {
    const connection = await connect(await findGeneration());
    const table = await connection.openTable(name);
    await work(table);
    table.close();
    connection.close();
  }

  it.each(["passages", "articles"])(
    "is told as damaged when rows of %s were deleted",
    async (name) => {
      const column = name === "passages" ? "article_id" : "id";
      await change(name, (table) => table.delete(`${column} = 'b'`));
      expect(await findFault()).toMatchObject(DAMAGED);
    },
  );

  it.each(["passages", "articles"])(
    "is told as damaged when %s is an older version again",
    async (name) => {
      // As many rows as before: only the version tells.
      const store = openLanceStore(folder);
      const before = new Map<string, number>();
      await change(name, async (table) => before.set(name, await table.version()));
      await store.put([makeEntry("a", ["Other words.", "Two."])]);
      await store.optimize();
      expect(await findFault()).toEqual({ code: "none" });
      await change(name, async (table) => {
        await table.checkout(before.get(name) ?? 0);
        await table.restore();
      });
      await store.close();
      expect(await findFault()).toMatchObject(DAMAGED);
    },
  );

  it("is not taken for one where a run of ours was stopped", async () => {
    const store = openLanceStore(folder);
    await store.put([makeEntry("c", ["Four."])]);
    await store.close();
    expect(await findFault()).toEqual({ code: "none" });
  });
});

describe("what fails while an index is written", () => {
  it("is told with its cause, and not as damage, where all that was there can be read", async () => {
    const store = openLanceStore(folder);
    const truth = await readRecords(store);
    const short = { ...makeEntry("c", ["Four."]), vectors: [{ vector: axis(0).slice(1) }] };
    const fault = await store.put([short]).catch((error: unknown) => error);
    expect(fault).toMatchObject({
      code: "index-failed",
      message: expect.stringMatching(/c: 1 passages need/),
      hint: expect.stringContaining("pullquote index"),
    });
    expect(await readRecords(store)).toEqual(truth);
    await store.close();
  });

  it("is told as damage where a part of what was there cannot be read", async () => {
    const data = join(await findGeneration(), "passages.lance", "data");
    await writeFile(join(folder, "unfinished"), "");
    for (const name of await readdir(data)) {
      const bytes = await readFile(join(data, name));
      await writeFile(join(data, name), bytes.subarray(0, 100));
    }
    const store = openLanceStore(folder);
    await expect(store.put([makeEntry("a", ["Other."])])).rejects.toMatchObject({
      code: "index-damaged",
    });
    await store.close();
  });

  it("is told in the system's words where the system refuses, and not as damage", async () => {
    const loop = join(root, "loop");
    await symlink(loop, loop);
    for (const place of [join(root, "x".repeat(300)), join(loop, "index")]) {
      const store = openLanceStore(place);
      const fault = await store.lockForWriting({ wait: false }).catch((error: unknown) => error);
      expect(fault).toMatchObject({
        code: "index-failed",
        message: expect.stringMatching(/ENAMETOOLONG|ELOOP/),
      });
      await store.close();
    }
  });
});

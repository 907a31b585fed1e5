// Shards that are wrong in one way or another: each refused, and nothing changed.

import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Table } from "@lancedb/lancedb";
import { describe, expect, test } from "vitest";
import {
  adopt,
  editState,
  expectRefused,
  index,
  makeShards,
  nameShard,
  openRows,
  prepareCorpus,
  root,
  target,
  writeStory,
} from "./sharding.ts";

prepareCorpus();

describe("a wrong shard is refused, and nothing is changed", () => {
  test("by its parts: of another number, twice, or another part's file", async () => {
    const [one = "", two = ""] = await makeShards(2);
    await index(nameShard(9), { part: { part: 2, of: 3 } });
    await expectRefused([one, nameShard(9)], /part 2 of 3/);
    await cp(one, join(root, "copy"), { recursive: true });
    await expectRefused([one, join(root, "copy")], /part 1 of 2, as/);
    await adopt(target(), [one, two]);
    await editState(two, (state) => Object.assign(state, { part: { part: 1, of: 2 } }));
    await expectRefused([two], /belongs to part 2 of 2/);
  });

  test("by its layout, embedder and corpus, and where it is none", async () => {
    const [shard = ""] = await makeShards(1);
    const keep = await readFile(join(shard, "state.json"), "utf8");
    const edits: readonly [RegExp, (state: Record<string, unknown>) => void][] = [
      [/layout 7/, (state) => Object.assign(state, { schemaVersion: 7 })],
      [/embedder/, (state) => Object.assign(state["embedder"] as object, { digest: "other" })],
      [/lacks fields/, (state) => Object.assign(state, { generation: "../../x" })],
      [/lacks fields/, (state) => Object.assign(state, { part: { part: 4, of: 2 } })],
      [/says 41/, (state) => Object.assign(state["counts"] as object, { articles: 41 })],
    ];
    for (const [why, edit] of edits) {
      await writeFile(join(shard, "state.json"), keep);
      await editState(shard, edit);
      await expectRefused([shard], why);
    }
    await writeFile(join(shard, "state.json"), "[");
    await expectRefused([shard], /not JSON/);
    await expectRefused([join(root, "nowhere")], /no state\.json/);
    await writeFile(join(shard, "state.json"), keep);
    await writeFile(join(shard, "unfinished"), "x");
    await expectRefused([shard], /not done/);
    await rm(join(shard, "unfinished"));
    await editState(shard, (state) => Object.assign(state, { corpus: "/elsewhere" }));
    for (let at = 0; at < 40; at += 1) await writeStory(at, " It was longer once.");
    await expectRefused([shard], /of the corpus \/elsewhere/);
  });

  test("by its rows: altered, doubled, of no article, or gone", async () => {
    const alter: readonly [
      RegExp,
      (rows: Record<"passages" | "articles", Table>) => Promise<unknown>,
    ][] = [
      [
        /digests/,
        ({ passages }) =>
          passages.update({ where: "id = 'story-3.md#0'", values: { text: "No." } }),
      ],
      [
        /digests/,
        ({ passages }) =>
          passages.update({ where: "id = 'story-3.md#0'", values: { vector_digest: "" } }),
      ],
      [
        /digests/,
        ({ articles }) => articles.update({ where: "id = 'story-3.md'", values: { size: 1 } }),
      ],
      [/of no article/, ({ articles }) => articles.delete("id = 'story-3.md'")],
      [/passages/, ({ passages }) => passages.delete("article_id = 'story-3.md'")],
      [
        /twice/,
        async ({ articles }) =>
          articles.add(await articles.query().where("id = 'story-3.md'").toArrow()),
      ],
      [/column text/, ({ passages }) => passages.dropColumns(["text"])],
    ];
    await makeShards(1);
    for (const [at, [why, change]] of alter.entries()) {
      const copy = join(root, `copy-${at}`);
      await cp(nameShard(1), copy, { recursive: true });
      await change(await openRows(copy));
      await expectRefused([copy], why);
    }
  });

  test("and a part is not filled up with the rest", async () => {
    const [one = ""] = await makeShards(2);
    const refused = { code: "index-other-corpus" };
    await expect(index(one)).rejects.toMatchObject(refused);
    await expect(index(one, { part: { part: 2, of: 2 } })).rejects.toMatchObject(refused);
    await index(target());
    await expect(index(target(), { part: { part: 1, of: 2 } })).rejects.toMatchObject(refused);
  });
});

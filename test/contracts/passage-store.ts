// One suite for every PassageStore.

import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PassageStore } from "../../src/core/ports/passage-store.ts";
import { axis, DIMENSIONS, makeEntry, STATE } from "./passage-entries.ts";
import { describePassageSearches } from "./passage-searches.ts";
import { readRecords } from "./read-records.ts";
import { searchDense, searchWords } from "./search-legs.ts";

export function describePassageStore(name: string, open: () => Promise<PassageStore>): void {
  describePassageSearches(name, open);
  describe(`${name} keeps the contract of a passage store`, () => {
    let store: PassageStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it("says that there is no index before one was made", async () => {
      expect(await store.state()).toBeUndefined();
      await expect(readRecords(store)).rejects.toMatchObject({ code: "no-index" });
      await expect(searchDense(store, axis(0))).rejects.toMatchObject({
        code: "no-index",
      });
    });

    it("gives back what an index was made with", async () => {
      await store.reset(STATE);
      expect(await store.state()).toEqual(STATE);
      expect(await readRecords(store)).toEqual([]);
    });

    it("gives back records, passages and vectors exactly as they were put", async () => {
      await store.reset(STATE);
      const entry = makeEntry('it\'s "a"; DROP\\x/é 日本.txt', [
        "Ferry fares rise.",
        "Tolls — “fall”.",
      ]);
      await store.put([entry]);
      expect(await readRecords(store)).toEqual([entry.record]);
      const articleSha256 = entry.record.sha256;
      expect(await store.passagesOf(entry.record.id)).toEqual(
        entry.passages.map((passage) => ({ ...passage, articleSha256 })),
      );
      expect(await store.vectorsOf(entry.record.id, articleSha256)).toEqual(entry.vectors);
      expect(await store.vectorsOf(entry.record.id, "another digest")).toBeUndefined();
      expect(await store.vectorsOf("nobody", articleSha256)).toBeUndefined();
    });

    it("keeps vectors without any of sentences as they are", async () => {
      await store.reset(STATE);
      const plain = { ...makeEntry("a", ["One."]), vectors: [{ vector: axis(3) }] };
      await store.put([plain]);
      expect(await store.vectorsOf("a", plain.record.sha256)).toEqual(plain.vectors);
      const [hit] = await searchDense(store, axis(3));
      expect(hit).not.toHaveProperty("sentenceVectors");
    });

    it("replaces an article whole, be it longer or shorter than before", async () => {
      await store.reset(STATE);
      await store.put([makeEntry("a", ["One.", "Two.", "Three."]), makeEntry("b", ["Else."])]);
      const shorter = makeEntry("a", ["New one."], { sha256: "new" });
      await store.put([shorter]);
      expect((await store.passagesOf("a")).map(({ text }) => text)).toEqual(["New one."]);
      expect(await store.passagesOf("b")).toHaveLength(1);
      expect((await readRecords(store)).find(({ id }) => id === "a")).toEqual(shorter.record);
      await store.put([makeEntry("a", ["1.", "2.", "3.", "4."])]);
      expect(await store.passagesOf("a")).toHaveLength(4);
    });

    it("replaces a record alone", async () => {
      await store.reset(STATE);
      const { record, passages, vectors } = makeEntry("a", ["One."]);
      await store.put([{ record, passages, vectors }]);
      await store.refresh([{ ...record, modified: 5.5 }]);
      expect(await readRecords(store)).toEqual([{ ...record, modified: 5.5 }]);
      expect(await store.passagesOf("a")).toHaveLength(1);
    });

    it("gives the records of some articles, and no tombstones", async () => {
      await store.reset(STATE);
      const [one, two] = [makeEntry("it's a.txt", ["One."]), makeEntry("b", ["Two."])];
      await store.put([one, two, makeEntry("c", ["Three."])]);
      await store.forget([{ id: "c", sha256: "s", size: 3, modified: 4.25 }]);
      expect(await store.recordsOf(["b", "c", "never there"])).toEqual([two.record]);
      expect(await store.recordsOf([])).toEqual([]);
      const many = Array.from({ length: 2500 }, (_, count) => `x${count}`);
      expect(await store.recordsOf([...many, "it's a.txt"])).toEqual([one.record]);
    });

    it("tells how much it holds at every moment, the same for the same articles", async () => {
      await store.reset(STATE);
      expect(await store.totals()).toMatchObject({ articles: 0, passages: 0 });
      const [one, two] = [makeEntry("b", ["One.", "More."]), makeEntry("a", ["Two."])];
      await store.put([one]);
      const alone = await store.totals();
      await store.put([two]);
      const lines = `${two.record.sha256}  a\n${one.record.sha256}  b\n`;
      const sha256 = createHash("sha256").update(lines).digest("hex");
      expect(await store.totals()).toEqual({ articles: 2, passages: 3, sha256 });
      await store.optimize();
      expect(await store.totals()).toEqual({ articles: 2, passages: 3, sha256 });
      await store.forget([{ id: "a", sha256: "s", size: 3, modified: 4.25 }]);
      expect(await store.totals()).toEqual(alone);
      await store.optimize();
      expect(await store.totals()).toEqual(alone);
    });

    it("removes articles with their passages", async () => {
      await store.reset(STATE);
      await store.put([makeEntry("a'", ["One."]), makeEntry("b", ["Two."])]);
      await store.remove(["a'", "never there"]);
      expect((await readRecords(store)).map(({ id }) => id)).toEqual(["b"]);
      expect(await store.passagesOf("a'")).toEqual([]);
      expect(await searchWords(store, "one")).toEqual([]);
    });

    it("leaves a tombstone for a forgotten article until it is put or removed again", async () => {
      await store.reset(STATE);
      await store.put([makeEntry("a", ["Secret."]), makeEntry("b", ["Public."])]);
      const tombstone = { id: "a", sha256: "s", size: 3, modified: 4.25 };
      await store.forget([tombstone]);
      expect(await store.tombstones()).toEqual([tombstone]);
      expect((await readRecords(store)).map(({ id }) => id)).toEqual(["b"]);
      expect(await searchWords(store, "secret")).toEqual([]);
      expect(await searchWords(store, "public")).toHaveLength(1);
      await store.put([makeEntry("a", ["Secret."])]);
      expect(await store.tombstones()).toEqual([]);
      await store.forget([tombstone]);
      await store.remove(["a"]);
      expect(await store.tombstones()).toEqual([]);
    });

    it("refuses vectors of another length, and keeps what it had", async () => {
      await store.reset(STATE);
      const entry = makeEntry("a", ["One."]);
      await store.put([entry]);
      const wrong = { ...entry, vectors: [{ vector: new Float32Array(DIMENSIONS + 1) }] };
      await expect(store.put([wrong])).rejects.toThrow();
      await expect(store.put([{ ...entry, vectors: [] }])).rejects.toThrow();
      expect(await store.vectorsOf("a", entry.record.sha256)).toEqual(entry.vectors);
    });

    it("knows whether it was tidied since the last write", async () => {
      await store.reset(STATE);
      expect(await store.isTidy()).toBe(true);
      await store.put([makeEntry("a", ["One."])]);
      expect(await store.isTidy()).toBe(false);
      await store.optimize();
      expect(await store.isTidy()).toBe(true);
    });

    it("takes writing nothing as nothing to do", async () => {
      await store.reset(STATE);
      await store.put([]);
      await store.refresh([]);
      await store.remove([]);
      await store.forget([]);
      expect(await store.isTidy()).toBe(true);
    });

    it("starts anew when reset, and is no index when destroyed", async () => {
      await store.reset(STATE);
      await store.put([makeEntry("a", ["One."])]);
      const wider = { ...STATE, embedder: { ...STATE.embedder, dimensions: 2 * DIMENSIONS } };
      await store.reset(wider);
      expect(await store.state()).toEqual(wider);
      expect(await readRecords(store)).toEqual([]);
      expect(await searchDense(store, new Float32Array(2 * DIMENSIONS).fill(1))).toEqual([]);
      await store.destroy();
      expect(await store.state()).toBeUndefined();
    });

    it("lets one writer in at a time", async () => {
      const first = await store.lockForWriting({ wait: true });
      expect(first.kind).toBe("locked");
      expect(await store.lockForWriting({ wait: false })).toMatchObject({
        kind: "refused",
        reason: "index-locked",
      });
      const second = store.lockForWriting({ wait: true });
      if (first.kind === "locked") await first.release();
      const outcome = await second;
      expect(outcome.kind).toBe("locked");
      if (first.kind === "locked") await first.release();
      expect((await store.lockForWriting({ wait: false })).kind).toBe("refused");
      if (outcome.kind === "locked") await outcome.release();
      const third = await store.lockForWriting({ wait: false });
      expect(third.kind).toBe("locked");
      if (third.kind === "locked") await third.release();
    });

    it("stops waiting for its turn when told to", async () => {
      const first = await store.lockForWriting({ wait: true });
      const controller = new AbortController();
      const waiting = store.lockForWriting({ wait: true, signal: controller.signal });
      setTimeout(() => controller.abort(), 20);
      await expect(waiting).rejects.toMatchObject({ code: "interrupted" });
      await expect(
        store.lockForWriting({ wait: true, signal: AbortSignal.abort() }),
      ).rejects.toMatchObject({ code: "interrupted" });
      if (first.kind === "locked") await first.release();
    });
  });
}

// One suite for every PassageStore.

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PassageStore } from "../../src/ports/passage-store.ts";
import { axis, DIMENSIONS, makeEntry, STATE } from "./passage-entries.ts";

export function describePassageStore(name: string, open: () => Promise<PassageStore>): void {
  describe(`${name} keeps the contract of a passage store`, () => {
    let store: PassageStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it("says that there is no index before one was made", async () => {
      expect(await store.state()).toBeUndefined();
      await expect(store.records()).rejects.toMatchObject({ code: "no-index" });
      await expect(store.searchDense(axis(0), 5, undefined)).rejects.toMatchObject({
        code: "no-index",
      });
    });

    it("gives back what an index was made with", async () => {
      await store.reset(STATE);
      expect(await store.state()).toEqual(STATE);
      expect(await store.records()).toEqual([]);
    });

    it("gives back records, passages and vectors exactly as they were put", async () => {
      await store.reset(STATE);
      const entry = makeEntry('it\'s "a"; DROP\\x/é 日本.txt', [
        "Ferry fares rise.",
        "Tolls — “fall”.",
      ]);
      await store.put([entry]);
      expect(await store.records()).toEqual([entry.record]);
      const articleSha256 = entry.record.sha256;
      expect(await store.passagesOf(entry.record.id)).toEqual(
        entry.passages.map((passage) => ({ ...passage, articleSha256 })),
      );
      expect(await store.vectorsOf(entry.record.id, articleSha256)).toEqual(entry.vectors);
      expect(await store.vectorsOf(entry.record.id, "another digest")).toBeUndefined();
      expect(await store.vectorsOf("nobody", articleSha256)).toBeUndefined();
    });

    it("finds the nearest passages by vector, best first, before and after tidying", async () => {
      await store.reset(STATE);
      await store.put([
        makeEntry("a", ["One."], { first: 0 }),
        makeEntry("b", ["Two."], { first: 1 }),
      ]);
      const query = new Float32Array(DIMENSIONS);
      query.set([0.6, 0.8]);
      for (const tidy of [false, true]) {
        if (tidy) await store.optimize();
        const hits = await store.searchDense(query, 5, undefined);
        expect(hits.map(({ passage }) => passage.articleId)).toEqual(["b", "a"]);
        expect(hits[0]?.legs.dense).toBeCloseTo(0.8, 5);
        expect(hits[1]?.legs.dense).toBeCloseTo(0.6, 5);
      }
    });

    it("finds passages by their words and their article's title, stems and accents aside", async () => {
      await store.reset(STATE);
      await store.put([
        makeEntry("a", ["The harbour was closed after storms."], { title: "Résumé of a winter" }),
        makeEntry("b", ["Nothing happened in the village."]),
      ]);
      for (const tidy of [false, true]) {
        if (tidy) await store.optimize();
        for (const query of ["storm", "HARBOURS closing", "resume"]) {
          const hits = await store.searchFullText(query, 5, undefined);
          expect(hits.map(({ passage }) => passage.articleId)).toEqual(["a"]);
          expect(hits[0]?.legs.fullText).toBeGreaterThan(0);
        }
        expect(await store.searchFullText("zebra", 5, undefined)).toEqual([]);
      }
    });

    it("takes any words as a query", async () => {
      await store.reset(STATE);
      await store.put([makeEntry("a", ["A plain text."])]);
      for (const query of [
        '"',
        "a AND (",
        "'; DROP",
        "*",
        "",
        "\u0000\u001b[31m",
        "x".repeat(5000),
      ]) {
        await expect(store.searchFullText(query, 5, undefined)).resolves.toBeInstanceOf(Array);
      }
    });

    it("looks only at the articles of its scope, and keeps to the limit", async () => {
      await store.reset(STATE);
      const ids = ["a", "b's", "c"];
      await store.put(ids.map((id) => makeEntry(id, ["Same words here.", "Same words there."])));
      for (const search of [
        (limit: number, scope: ReadonlySet<string> | undefined) =>
          store.searchDense(axis(0), limit, scope),
        (limit: number, scope: ReadonlySet<string> | undefined) =>
          store.searchFullText("words", limit, scope),
      ]) {
        const scoped = await search(50, new Set(["b's"]));
        expect(new Set(scoped.map(({ passage }) => passage.articleId))).toEqual(new Set(["b's"]));
        expect(await search(50, new Set())).toEqual([]);
        expect(await search(3, undefined)).toHaveLength(3);
        expect(await search(50, undefined)).toHaveLength(6);
      }
    });

    it("replaces an article whole, be it longer or shorter than before", async () => {
      await store.reset(STATE);
      await store.put([makeEntry("a", ["One.", "Two.", "Three."]), makeEntry("b", ["Else."])]);
      const shorter = makeEntry("a", ["New one."], { sha256: "new" });
      await store.put([shorter]);
      expect((await store.passagesOf("a")).map(({ text }) => text)).toEqual(["New one."]);
      expect(await store.passagesOf("b")).toHaveLength(1);
      expect((await store.records()).find(({ id }) => id === "a")).toEqual(shorter.record);
      await store.put([makeEntry("a", ["1.", "2.", "3.", "4."])]);
      expect(await store.passagesOf("a")).toHaveLength(4);
    });

    it("replaces a record alone", async () => {
      await store.reset(STATE);
      const { record, passages, vectors } = makeEntry("a", ["One."]);
      await store.put([{ record, passages, vectors }]);
      await store.refresh([{ ...record, modified: 5.5 }]);
      expect(await store.records()).toEqual([{ ...record, modified: 5.5 }]);
      expect(await store.passagesOf("a")).toHaveLength(1);
    });

    it("removes articles with their passages", async () => {
      await store.reset(STATE);
      await store.put([makeEntry("a'", ["One."]), makeEntry("b", ["Two."])]);
      await store.remove(["a'", "never there"]);
      expect((await store.records()).map(({ id }) => id)).toEqual(["b"]);
      expect(await store.passagesOf("a'")).toEqual([]);
      expect(await store.searchFullText("one", 5, undefined)).toEqual([]);
    });

    it("leaves a tombstone for a forgotten article until it is put or removed again", async () => {
      await store.reset(STATE);
      await store.put([makeEntry("a", ["Secret."]), makeEntry("b", ["Public."])]);
      const tombstone = { id: "a", sha256: "s", size: 3, modified: 4.25 };
      await store.forget([tombstone]);
      expect(await store.tombstones()).toEqual([tombstone]);
      expect((await store.records()).map(({ id }) => id)).toEqual(["b"]);
      expect(await store.searchFullText("secret", 5, undefined)).toEqual([]);
      expect(await store.searchFullText("public", 5, undefined)).toHaveLength(1);
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
      const wrong = { ...entry, vectors: [new Float32Array(DIMENSIONS + 1)] };
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
      expect(await store.records()).toEqual([]);
      expect(
        await store.searchDense(new Float32Array(2 * DIMENSIONS).fill(1), 5, undefined),
      ).toEqual([]);
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

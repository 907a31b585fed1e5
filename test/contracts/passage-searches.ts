// One suite for every PassageStore: what its searches find.

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PassageStore } from "../../src/core/ports/passage-store.ts";
import { axis, axisVectors, DIMENSIONS, makeEntry, STATE } from "./passage-entries.ts";

export function describePassageSearches(name: string, open: () => Promise<PassageStore>): void {
  describe(`${name} searches as the contract says`, () => {
    let store: PassageStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

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

    it("brings the vectors of a passage's sentences with it, by whichever search", async () => {
      await store.reset(STATE);
      await store.put([makeEntry("a", ["One storm.", "Two storms."], { first: 4 })]);
      const wanted = [axisVectors(4).sentences, axisVectors(5).sentences];
      for (const tidy of [false, true]) {
        if (tidy) await store.optimize();
        const found = [
          await store.searchDense(axis(4), 5, undefined),
          await store.searchFullText("storms", 5, undefined),
          await store.searchPhrase("storm", 5, undefined),
        ];
        for (const hits of found) {
          const ordered = hits.toSorted((one, two) => one.passage.position - two.passage.position);
          expect(ordered.map(({ sentenceVectors }) => sentenceVectors)).toEqual(wanted);
        }
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

    it("finds passages by the publisher, the author and the day of their article", async () => {
      await store.reset(STATE);
      await store.put([
        makeEntry("a", ["The ferry stayed in port."], {
          publisher: "Harbour Gazette",
          author: "Ines Vidal",
          published: "2016-03-09",
        }),
        makeEntry("b", ["The ferry sailed again."]),
      ]);
      await store.optimize();
      for (const query of ["gazette", "Vidal", "March 2016"]) {
        const hits = await store.searchFullText(query, 5, undefined);
        expect(hits.map(({ passage }) => passage.articleId)).toEqual(["a"]);
      }
    });

    it("finds a phrase where its words stand side by side, stems and accents aside", async () => {
      await store.reset(STATE);
      await store.put([
        makeEntry("a", ["The cafés of the old harbour close at noon."]),
        makeEntry("b", ["The old cafe is far from the harbour."]),
      ]);
      await store.optimize();
      for (const phrase of ["old harbour", "Cafe of the Old Harbours"]) {
        const hits = await store.searchPhrase(phrase, 5, undefined);
        expect(hits.map(({ passage }) => passage.articleId)).toEqual(["a"]);
      }
      expect(await store.searchPhrase("old harbour", 5, new Set(["b"]))).toEqual([]);
      expect(await store.searchPhrase("harbour old", 5, undefined)).toEqual([]);
    });

    it("takes any words as a query or a phrase", async () => {
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
        await expect(store.searchPhrase(query, 5, undefined)).resolves.toBeInstanceOf(Array);
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
  });
}

// One suite for every PassageStore: what its searches find.

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ArticleScope, PassageStore } from "../../src/core/ports/passage-store.ts";
import { filterRecords } from "../../src/search/scope-articles.ts";
import { listNewest, measureScope } from "../memory/select-records.ts";
import { axis, axisVectors, DIMENSIONS, makeEntry, STATE } from "./passage-entries.ts";
import { listIds, readRecords } from "./read-records.ts";
import { searchDense, searchPhrase, searchWords } from "./search-legs.ts";

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
        const hits = await searchDense(store, query);
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
          await searchDense(store, axis(4)),
          await searchWords(store, "storms"),
          await searchPhrase(store, "storm"),
        ];
        for (const hits of found) {
          const ordered = hits.toSorted((one, two) => one.passage.position - two.passage.position);
          expect(ordered.map(({ sentenceVectors }) => sentenceVectors)).toEqual(wanted);
        }
      }
    });

    it("names for each phrase the articles of some passages that hold it", async () => {
      await store.reset(STATE);
      await store.put([
        makeEntry("a", ["The harbours closed at dusk.", "A harbour closed, then another."]),
        makeEntry("b", ["It closed the harbour."]),
        makeEntry("c", ["A résumé: the harbour closed."]),
      ]);
      for (const tidy of [false, true]) {
        if (tidy) await store.optimize();
        const phrases = ["harbour closed", "never was", "closed the harbour"];
        const found = await store.findPhrases(phrases, 9);
        expect(found.map((ids) => ids.toSorted())).toEqual([["a", "c"], [], ["b"]]);
        expect((await store.findPhrases(["harbour"], 1))[0]).toHaveLength(1);
        expect(await store.findPhrases([], 9)).toEqual([]);
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
          const hits = await searchWords(store, query);
          expect(hits.map(({ passage }) => passage.articleId)).toEqual(["a"]);
          expect(hits[0]?.legs.fullText).toBeGreaterThan(0);
        }
        expect(await searchWords(store, "zebra")).toEqual([]);
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
        const hits = await searchWords(store, query);
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
        const hits = await searchPhrase(store, phrase);
        expect(hits.map(({ passage }) => passage.articleId)).toEqual(["a"]);
      }
      expect(await searchPhrase(store, "old harbour", 5, { ids: new Set(["b"]) })).toEqual([]);
      expect(await searchPhrase(store, "harbour old")).toEqual([]);
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
        await expect(searchWords(store, query)).resolves.toBeInstanceOf(Array);
        await expect(searchPhrase(store, query)).resolves.toBeInstanceOf(Array);
      }
    });

    it("looks only at the articles of its scope, and keeps to the limit", async () => {
      await store.reset(STATE);
      const ids = ["a", "b's", "c"];
      await store.put(ids.map((id) => makeEntry(id, ["Same words here.", "Same words there."])));
      for (const search of [
        (limit: number, scope: ArticleScope) => searchDense(store, axis(0), limit, scope),
        (limit: number, scope: ArticleScope) => searchWords(store, "words", limit, scope),
      ]) {
        const scoped = await search(50, { ids: new Set(["b's"]) });
        expect(new Set(scoped.map(({ passage }) => passage.articleId))).toEqual(new Set(["b's"]));
        expect(await search(50, { ids: new Set() })).toEqual([]);
        expect(await search(3, undefined)).toHaveLength(3);
        expect(await search(50, undefined)).toHaveLength(6);
      }
    });

    it("counts and lists by conditions as they are met by the records, whatever they ask", async () => {
      await store.reset(STATE);
      const published = [{}, { published: "2024-03-01T09:00:00Z" }, { published: "2024-03-02" }];
      await store.put(
        ["it's/ice.txt", "south/Łódź.md", "brief.md"].flatMap((id, at) => [
          makeEntry(id, ["One.", "Two."], { publisher: `The Écho ${at}`, ...published[at] }),
          makeEntry(`${id}.undated`, ["Three."], { author: "Ada O’Roe", isUndated: true }),
        ]),
      );
      const records = await readRecords(store);
      const scopes: readonly ArticleScope[] = [
        undefined,
        { names: ["LODZ"] },
        { names: ["it’s", "brief"], until: "2024-03-02" },
        { publishers: ["echo 1", "post"] },
        { publishers: ["another"], authors: ["o'roe"] },
        { since: "2024-03-01", until: "2024-03-01" },
        { since: "2024-03-02" },
        { until: "2024-02-29" },
        { ids: new Set(["brief.md", "never"]) },
        { ids: new Set() },
        { authors: ["'; DROP"] },
      ];
      for (const tidy of [false, true]) {
        if (tidy) await store.optimize();
        for (const scope of scopes) {
          expect(await store.measure(scope)).toEqual(measureScope(records, scope));
          expect(await store.newest(4, scope)).toEqual(listNewest(records, 4, scope));
          expect(await listIds(store, { scope })).toEqual(
            filterRecords(records, scope).map(({ id }) => id),
          );
          const hits = await searchWords(store, "one two three", 50, scope);
          const met = new Set(listNewest(records, 50, scope).map(({ id }) => id));
          expect(new Set(hits.map(({ passage }) => passage.articleId))).toEqual(met);
        }
      }
    });

    it("lists the fields asked for in the order of the ids, from any of them on", async () => {
      await store.reset(STATE);
      await store.put(["d", "b's", "c", "a", "e"].map((id) => makeEntry(id, ["One."])));
      await store.forget([{ id: "c", sha256: "s", size: 3, modified: 4.25 }]);
      const { lineage, metadata } = makeEntry("a", ["One."]).record;
      for (const tidy of [false, true]) {
        if (tidy) await store.optimize();
        for await (const part of store.list(["lineage", "metadata"], { limit: 1 })) {
          expect(part).toEqual([{ id: "a", lineage, metadata }]);
        }
        expect(await listIds(store)).toEqual(["a", "b's", "d", "e"]);
        expect(await listIds(store, { after: "a", limit: 2 })).toEqual(["b's", "d"]);
        expect(await listIds(store, { after: "b's" })).toEqual(["d", "e"]);
        expect(await listIds(store, { after: "e" })).toEqual([]);
      }
    });

    it("finds articles by their names, their text and the samples of their words", async () => {
      await store.reset(STATE);
      await store.put([
        makeEntry("a", ["One."], { title: "Ferry fares in Verbeek’s harbour" }),
        makeEntry("b", ["Two."], { title: "A winter of storms" }),
      ]);
      const idsOf = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);
      for (const tidy of [false, true]) {
        if (tidy) await store.optimize();
        expect(idsOf(await store.named({ stems: ["ferri", "harbour"], limit: 9 }))).toContain("a");
        // LanceDB knows words that are nearly the same only among those that it has taken in.
        if (tidy) {
          expect(idsOf(await store.named({ slips: ["Verbek"], limit: 9 }))).toContain("a");
        }
        expect(await store.named({ slips: [""], limit: 9 })).toBeInstanceOf(Array);
        expect(idsOf(await store.withText(["text sha of b", "none"]))).toEqual(["b"]);
        const holders = await store.holdersOf([65_537, 2 ** 32 + 7, 5]);
        const named = holders.map(({ trace, articleId }) => `${trace} ${articleId}`);
        expect(named.sort()).toEqual(["4294967303 a", "4294967303 b", "65537 a", "65537 b"]);
      }
      await store.remove(["a"]);
      expect(idsOf(await store.recordsOf(["a", "b"]))).toEqual(["b"]);
      expect(await store.holdersOf([65_537])).toEqual([{ trace: 65_537, articleId: "b" }]);
    });
  });
}

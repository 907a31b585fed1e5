import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LegHit } from "../../src/core/ports/passage-store.ts";
import { fuseLegs } from "../../src/search/fuse-legs.ts";
import { makePassage } from "../fixtures/evidence-fixtures.ts";

const quay = makePassage("quay.txt", 0, ["The quay closed.", "Gulls circled above it."], 40);
const roof = makePassage("roof.txt", 0, ["The theatre lost its roof."]);
const bread = makePassage("bread.txt", 0, ["Bread costs more."]);
const question = Float32Array.of(1, 0);

/** Vectors of two numbers, one a sentence, as bytes. */
const bytes = (...vectors: readonly (readonly [number, number])[]): Int8Array =>
  Int8Array.from(vectors.flat());
const idsOf = (hits: readonly LegHit[], vector: Float32Array | undefined = question): string[] =>
  fuseLegs(hits, vector).map(({ passage }) => passage.articleId);

describe("fuseLegs", () => {
  it("puts the passage with the nearest sentence first, however far its other sentences are", () => {
    const hits = [
      { passage: roof, legs: { dense: 0.7 }, sentenceVectors: bytes([90, 90]) },
      { passage: quay, legs: { dense: 0.4 }, sentenceVectors: bytes([0, 127], [127, 0]) },
    ];
    expect(idsOf(hits)).toEqual(["quay.txt", "roof.txt"]);
    const [best] = fuseLegs(hits, question);
    expect(best?.similarities?.get(40)).toBeCloseTo(0, 5);
    expect(best?.similarities?.get(quay.sentences[1]?.start ?? 0)).toBeCloseTo(1, 5);
  });

  it("takes the passage's own nearness where there are no vectors of sentences", () => {
    const hits = [
      { passage: roof, legs: { dense: 0.4 } },
      { passage: quay, legs: { dense: 0.8 } },
    ];
    expect(idsOf(hits)).toEqual(["quay.txt", "roof.txt"]);
    expect(fuseLegs(hits, question)[0]).not.toHaveProperty("similarities");
  });

  it("orders by words alone where nothing else was searched", () => {
    const hits = [
      { passage: roof, legs: { fullText: 2 }, sentenceVectors: bytes([127, 0]) },
      { passage: quay, legs: { fullText: 9 }, sentenceVectors: bytes([0, 127], [0, 127]) },
    ];
    const fused = fuseLegs(hits, undefined);
    expect(fused.map(({ passage }) => passage.articleId)).toEqual(["quay.txt", "roof.txt"]);
    expect(fused[0]).not.toHaveProperty("similarities");
  });

  it("gives a passage that both legs found one place, with both raw scores", () => {
    const fused = fuseLegs(
      [
        { passage: quay, legs: { fullText: 12 } },
        { passage: roof, legs: { fullText: 3 } },
        { passage: quay, legs: { dense: 0.6 } },
      ],
      question,
    );
    expect(fused).toHaveLength(2);
    expect(fused[0]).toMatchObject({ passage: quay, legs: { dense: 0.6, fullText: 12 } });
    expect(fused[1]?.legs).toEqual({ fullText: 3 });
  });

  it("takes a leg that did not find a passage for that leg's least, not for nothing", () => {
    const hits = [
      { passage: quay, legs: { dense: 0.5, fullText: 8 } },
      { passage: roof, legs: { dense: 0.5 } },
      { passage: bread, legs: { dense: 0.5, fullText: 8 } },
    ];
    const scores = new Map(
      fuseLegs(hits, question).map(({ passage, score }) => [passage.articleId, score]),
    );
    // All are equally near, and the words of all that were found are equal: nothing parts them.
    expect(new Set(scores.values())).toEqual(new Set([0]));
    expect(idsOf(hits)).toEqual(["bread.txt", "quay.txt", "roof.txt"]);
  });

  it("lets nearness weigh more than words", () => {
    const hits = [
      { passage: quay, legs: { dense: 0.9, fullText: 1 } },
      { passage: roof, legs: { dense: 0.1, fullText: 9 } },
    ];
    expect(idsOf(hits)).toEqual(["quay.txt", "roof.txt"]);
  });

  it("does without vectors that do not fit the passage's sentences", () => {
    const hits = [{ passage: quay, legs: { dense: 0.5 }, sentenceVectors: bytes([127, 0]) }];
    expect(fuseLegs(hits, question)[0]).not.toHaveProperty("similarities");
  });

  it("gives each passage once, best first, in the same order whatever the order of the hits", () => {
    const number = fc.double({ min: -1, max: 1, noNaN: true });
    const hit: fc.Arbitrary<LegHit> = fc.record({
      passage: fc.integer({ min: 0, max: 9 }).map((id) => makePassage("a.txt", id, ["Text."])),
      legs: fc.oneof(
        fc.record({ dense: number }),
        fc.record({ fullText: fc.double({ min: 0, max: 30, noNaN: true }) }),
      ),
    });
    const hits = fc.uniqueArray(hit, {
      selector: ({ passage, legs }) => `${passage.id} ${Object.keys(legs)[0]}`,
    });
    fc.assert(
      fc.property(hits, (found) => {
        const fused = fuseLegs(found, question);
        const ids = fused.map(({ passage }) => passage.id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(new Set(ids)).toEqual(new Set(found.map(({ passage }) => passage.id)));
        for (const [index, { score }] of fused.entries()) {
          expect(score).toBeLessThanOrEqual(fused[index - 1]?.score ?? Number.POSITIVE_INFINITY);
        }
      }),
    );
  });
});

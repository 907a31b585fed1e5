// What a shard may say of an article, and what not, though all its digests hold.

import { crc32 } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ArticleEntry } from "../../../src/core/ports/passage-store.ts";
import { findFault } from "../../../src/corpus/ingest/check-entry.ts";
import { findPart } from "../../../src/corpus/ingest/corpus-part.ts";
import { DIMENSIONS, makeEntry } from "../../contracts/passage-entries.ts";

const sha256 = "0123456789abcdef".repeat(4);
function makeSound(): ArticleEntry {
  const entry = makeEntry("a/b.md", ["One is here.", "Two are there."]);
  return { ...entry, record: { ...entry.record, sha256, textSha256: sha256 } };
}

/** As JSON has it, so that anything can be put anywhere. */
const record = (values: object) => (entry: ArticleEntry) => Object.assign(entry.record, values);
const passage = (values: object) => (entry: ArticleEntry) =>
  Object.assign(entry.passages[1] ?? {}, values);
const field = (value: unknown) => ({ metadata: { title: value } });

const WRONG: readonly (readonly [string, (entry: ArticleEntry) => unknown])[] = [
  ["an id that climbs", record({ id: "../b.md" })],
  ["an id from the root", record({ id: "/b.md" })],
  ["an id with a step that is none", record({ id: "a//b.md" })],
  ["an empty id", record({ id: "" })],
  ["another file", record({ file: "c.md" })],
  ["a digest that is none", record({ sha256: "x" })],
  ["a size that is no number", record({ size: Number.NaN })],
  ["a time that never ends", record({ modified: Number.POSITIVE_INFINITY })],
  ["another number of passages", record({ passages: 3 })],
  ["no metadata", record({ metadata: null })],
  ["a title that is a number", record(field({ value: 1, origin: "found" }))],
  ["a title that is null", record(field(null))],
  ["a day that is none", record({ metadata: { published: { value: "2021-99-01", origin: "x" } } })],
  ["a report that is a word", record({ metadata: { about: "x" } })],
  ["doubts that are none", record({ metadata: { doubts: [null] } })],
  [
    "reliances that are none",
    record({ lineage: { prints: new Uint32Array(), marks: new Uint32Array(), restsOn: [1] } }),
  ],
  ["a passage of another article", passage({ id: "c.md#1" })],
  ["a passage out of its turn", passage({ position: 2 })],
  ["a passage longer than its span", passage({ text: "Two are there, and three." })],
  ["a sentence outside", passage({ sentences: [{ start: 0, end: 5 }] })],
  ["no sentence", passage({ sentences: [] })],
  [
    "sentences that cross",
    (entry) => {
      const { start, end } = entry.passages[1] ?? { start: 0, end: 0 };
      passage({
        sentences: [
          { start, end: end - 1 },
          { start: end - 3, end },
        ],
      })(entry);
    },
  ],
  ["a vector of no direction", (entry) => entry.vectors[0]?.vector.fill(0)],
  ["a vector that is no number", (entry) => entry.vectors[0]?.vector.fill(Number.NaN)],
  [
    "too few vectors of sentences",
    (entry) => Object.assign(entry.vectors[0] ?? {}, { sentences: new Int8Array(3) }),
  ],
];

describe("an article of a shard", () => {
  test("is sound as it is cut here", () => {
    expect(findFault(makeSound(), DIMENSIONS)).toBeUndefined();
  });

  test.each(WRONG)("is refused with %s", (_, spoil) => {
    const entry = structuredClone(makeSound());
    spoil(entry);
    expect(findFault(entry, DIMENSIONS)).toMatch(/./);
  });
});

test("a file's part is that of its CRC-32, and one of them", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 999_999 }), (id, of) => {
      expect(findPart(id, of)).toBe((crc32(id) % of) + 1);
    }),
  );
});

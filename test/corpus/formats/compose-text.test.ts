// Runs of words with their places → blocks without white space at their ends, each with places of its own.

import { expect, test } from "vitest";
import type { Place } from "../../../src/core/place.ts";
import { TextComposer } from "../../../src/corpus/formats/compose-text.ts";

const from =
  (offset: number) =>
  ({ start, end }: { start: number; end: number }): Place => [
    { kind: "bytes", start: offset + start, end: offset + end },
  ];

test("white space around a block is no part of it, and takes no place from the next one", () => {
  const composer = new TextComposer();
  composer.begin();
  composer.put("  The ferry");
  composer.begin("heading", 1);
  composer.put("  Mill   ", from(10));
  composer.put(" \n", from(30));
  composer.begin();
  composer.put("It burned.", from(100));
  const { text, blocks, places } = composer.finish();
  expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual([
    "The ferry",
    "Mill",
    "It burned.",
  ]);
  expect(blocks.map((block) => places(block))).toEqual([
    [],
    [[{ kind: "bytes", start: 12, end: 16 }]],
    [[{ kind: "bytes", start: 100, end: 110 }]],
  ]);
});

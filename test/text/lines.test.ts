import fc from "fast-check";
import { expect, test } from "vitest";
import { linesAt, placesAt } from "../../src/text/lines.ts";

test("lines are counted from 1 over LF, CRLF and CR, in any order of offsets", () => {
  expect(linesAt("a\nb\r\nc\rd", [7, 0, 1, 2, 3, 4, 5])).toEqual([4, 1, 1, 2, 2, 2, 3]);
});

test("the line is one more than the line ends that are complete before the offset", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "\n", "\r", "😀") });
  fc.assert(
    fc.property(text, fc.nat(30), (words, offset) => {
      const ends = [...words.matchAll(/\r\n|\n|\r/g)].map(
        ({ 0: end, index }) => index + end.length,
      );
      const complete = ends.filter((end) => end <= offset).length;
      expect(linesAt(words, [offset])).toEqual([complete + 1]);
    }),
  );
});

test("columns count from 1 in UTF-16 units behind the line's end, whatever that is", () => {
  expect(placesAt("a\nbc\r\nd😀e\rf", [0, 3, 6, 9, 11])).toEqual([
    { line: 1, column: 1 },
    { line: 2, column: 2 },
    { line: 3, column: 1 },
    { line: 3, column: 4 },
    { line: 4, column: 1 },
  ]);
});

test("more offsets than a call has room for arguments are placed", () => {
  const offsets = Array.from({ length: 300_000 }, (_, at) => at);

  expect(linesAt("a\n".repeat(150_000), offsets).at(-1)).toBe(150_000);
});

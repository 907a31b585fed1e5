import fc from "fast-check";
import { expect, test } from "vitest";
import { linesAt } from "../../src/text/lines.ts";

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

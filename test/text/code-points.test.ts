import fc from "fast-check";
import { expect, test } from "vitest";
import { checksum } from "../../src/text/checksum.ts";
import { countCodePoints, skipCodePoints } from "../../src/text/code-points.ts";

const anyText = fc.string({ unit: "binary" });

test("code points before an offset are counted as the language's own iteration counts them", () => {
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      expect(countCodePoints(before + after, before.length)).toBe(Array.from(before).length);
    }),
  );
});

test("an offset in code points and one in UTF-16 units lead to the same place", () => {
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      const text = before + after;
      expect(skipCodePoints(text, countCodePoints(text, before.length))).toBe(before.length);
    }),
  );
  expect(skipCodePoints("𝔸b", 5)).toBe(6);
});

test("the checksum is the CRC-32 that others compute", () => {
  expect(checksum("123456789")).toBe("cbf43926");
  expect(checksum("")).toBe("00000000");
});

test("no change of one character keeps the checksum", () => {
  fc.assert(
    fc.property(
      anyText,
      anyText,
      fc.string({ unit: "binary", minLength: 1 }),
      (before, after, put) => {
        const one = Array.from(put)[0] ?? "";
        fc.pre(!before.endsWith(one));
        const changed = before.replace(/.$/su, one);
        fc.pre(changed !== before);
        expect(checksum(changed + after)).not.toBe(checksum(before + after));
      },
    ),
  );
});

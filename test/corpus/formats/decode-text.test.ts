import { isUtf8 } from "node:buffer";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeText } from "../../../src/corpus/formats/decode-text.ts";

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const utf16be = (text: string): Buffer => Buffer.from(text, "utf16le").swap16();
const text = fc.string({ unit: "grapheme", minLength: 1 }).filter((value) => !/\0/.test(value));

test("UTF-8 and UTF-16 with a byte order mark give the same text, without it", () => {
  fc.assert(
    fc.property(text, (value) => {
      const expected = { kind: "text", text: value };
      const utf8 = Buffer.from(value, "utf8");
      expect(decodeText(Buffer.concat([bytes(0xef, 0xbb, 0xbf), utf8]))).toMatchObject(expected);
      const little = Buffer.from(value, "utf16le");
      fc.pre(!(little[0] === 0 && little[1] === 0));
      expect(decodeText(Buffer.concat([bytes(0xff, 0xfe), little]))).toMatchObject(expected);
      expect(decodeText(Buffer.concat([bytes(0xfe, 0xff), utf16be(value)]))).toMatchObject(
        expected,
      );
    }),
  );
});

test("CRLF, NBSP and a second byte order mark stay as they are", () => {
  const value = "Port\u00a0town\r\n\ufeffcloses\r";
  expect(decodeText(Buffer.from(value, "utf8"))).toMatchObject({ kind: "text", text: value });
});

test.each([
  ["a lone continuation byte", [0x61, 0x62, 0x80], "byte 2 (0x80)"],
  ["Latin-1", [...Buffer.from("caf"), 0xe9, 0x20], "byte 3 (0xe9)"],
  ["an overlong form", [0x61, 0xc0, 0xaf], "byte 1 (0xc0)"],
  ["a surrogate", [0x61, 0x61, 0xed, 0xa0, 0x80], "byte 2 (0xed)"],
  ["a sequence cut at the end", [0x61, 0xf0, 0x9f, 0x9a], "byte 1 (0xf0)"],
  ["a bad byte after a byte order mark", [0xef, 0xbb, 0xbf, 0x61, 0xff], "byte 4 (0xff)"],
  ["UTF-16 with a lone surrogate", [0xff, 0xfe, 0x61, 0, 0x3d, 0xd8, 0x61, 0], "byte 4 (0x3d)"],
  ["UTF-16 with an odd last byte", [0xff, 0xfe, 0x61, 0, 0x62], "byte 4 (0x62)"],
])("%s is refused with the place where it breaks", (_, values, place) => {
  const decoded = decodeText(bytes(...values));
  expect(decoded).toMatchObject({ kind: "undecodable", reason: "bad-encoding" });
  expect(decoded).toHaveProperty("detail", expect.stringContaining(place));
});

test("what Node holds for UTF-8 decodes, and nothing else does", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 8, min: 0x20 }), (values) => {
      const marked = values[0] === 0xff || values[0] === 0xfe || values[0] === 0xef;
      fc.pre(!marked && values[0] !== 0x89);
      expect(decodeText(values).kind === "text").toBe(isUtf8(values));
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ["PDF", Buffer.from("%PDF-1.7 …")],
  ["zero byte", bytes(0x61, 0x00, 0x62, 0x00)],
  ["control characters", bytes(1, 2, 3, 4, 0x61, 0x62)],
])("a binary file is named for what gives it away: %s", (clue, values) => {
  const decoded = decodeText(values);
  expect(decoded).toMatchObject({ reason: "binary", detail: expect.stringContaining(clue) });
});

test("UTF-32 is refused by name", () => {
  expect(decodeText(bytes(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0))).toMatchObject({
    reason: "bad-encoding",
    detail: expect.stringContaining("UTF-32"),
  });
});

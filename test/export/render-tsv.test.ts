import fc from "fast-check";
import { expect, test } from "vitest";
import { renderTsv } from "../../src/export/render-tsv.ts";
import { nastyText } from "./nasty-text.ts";

/** Any reader's way back. */
function readField(field: string): string {
  return field.replace(/\\(?:([\\tnr])|u\{([0-9a-f]+)\})/g, (_, mark, code) =>
    code === undefined
      ? ({ "\\": "\\", t: "\t", n: "\n", r: "\r" }[mark as string] ?? "")
      : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

test("a row is one line, its fields stand apart, and each value can be had back", () => {
  fc.assert(
    fc.property(fc.array(fc.array(nastyText, { minLength: 2 }), { minLength: 1 }), (rows) => {
      const lines = renderTsv(rows).split("\n");
      expect(lines.map((line) => line.split("\t").map(readField))).toEqual(rows);
    }),
  );
});

test("nothing of a value acts on a terminal", () => {
  fc.assert(
    fc.property(nastyText, (text) => {
      expect(renderTsv([[text]])).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});

test("what is not known is empty, and a list is JSON", () => {
  expect(renderTsv([[undefined, null, 0, ["a", 1]]])).toBe('\t\t0\t["a",1]');
});

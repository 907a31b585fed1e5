import fc from "fast-check";
import { expect, test } from "vitest";
import { isSameName } from "../../src/compare/names.ts";

test.each([
  [["roe"], ["ada", "roe"]],
  [
    ["a", "roe"],
    ["ada", "roe"],
  ],
  [["uhf"], ["united", "harbour", "fund"]],
  [["oldhamm"], ["oldham"]],
])("%s and %s may be one", (one, other) => {
  expect(isSameName(one, other)).toBe(true);
});

test("two first names make two people", () => {
  expect(isSameName(["ada", "roe"], ["ivo", "roe"])).toBe(false);
});

test("agreement is symmetric, and a name is itself", () => {
  const name = fc.array(fc.stringMatching(/^[a-f]{1,6}$/), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(name, name, (one, other) => {
      expect(isSameName(one, one)).toBe(true);
      expect(isSameName(one, other)).toBe(isSameName(other, one));
    }),
  );
});

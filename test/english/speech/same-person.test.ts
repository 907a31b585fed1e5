import { describe, expect, test } from "vitest";
import { isSamePerson } from "../../../src/english/speech/is-speaker.ts";

describe("two names are one person's", () => {
  test.each([
    ["Maj. Gen. Ada Roe", undefined, "Ada E. Roe", undefined],
    ["Ada Roe", "the mayor of Brone", "Ada Roe", "a former diver"],
    ["Roe", "the mayor", "Ada Roe", "mayor of Brone"],
    ["Gen. Roe", undefined, "Maj. Gen. Ada Roe", undefined],
    ["Mayor Roe", undefined, "Ada Roe", "the mayor of Brone"],
    ["Ada al-Roe", undefined, "ADA AL-ROE", undefined],
    ["Harbour Ministry", undefined, "the Harbour Ministry", undefined],
  ])("%s, %s and %s, %s", (name, role, other, otherRole) => {
    expect(same([name, role], [other, otherRole])).toBe(true);
  });
});

describe("two names may be two people's", () => {
  test.each([
    ["Ada Roe", undefined, "Ivo Roe", undefined],
    ["Roe", undefined, "Ada Roe", "the mayor"],
    ["Mr. Roe", undefined, "Mr. Ivo Roe", undefined],
    ["I. Roe", "the mayor", "Ada Roe", "the mayor"],
    ["Ivo Roe Jr.", undefined, "Ivo Roe Sr.", undefined],
    ["Roe", "the mayor", "Lind", "the mayor"],
    ["Harbour Ministry", undefined, "Ministry", undefined],
    [undefined, "a spokesman", undefined, "a spokesman"],
  ])("%s, %s and %s, %s", (name, role, other, otherRole) => {
    expect(same([name, role], [other, otherRole])).toBe(false);
  });
});

type Named = readonly [name: string | undefined, role: string | undefined];

function same(one: Named, other: Named): boolean {
  const [left, right] = [one, other].map(([name, role]) => ({
    ...(name !== undefined && { name }),
    ...(role !== undefined && { role }),
  }));
  if (left === undefined || right === undefined) throw new Error("two are compared");
  expect(isSamePerson(left, right)).toBe(isSamePerson(right, left));
  return isSamePerson(left, right);
}

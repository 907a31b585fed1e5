import { expect, it } from "vitest";
import { remember } from "../../src/text/remember.ts";

it("works a text out once, and forgets the one used the longest ago", () => {
  const asked: string[] = [];
  const measure = remember((text) => {
    asked.push(text);
    return text.length;
  }, 2);
  expect(["one", "three", "one", "eleven", "one", "three"].map(measure)).toEqual([
    3, 5, 3, 6, 3, 5,
  ]);
  expect(asked).toEqual(["one", "three", "eleven", "three"]);
});

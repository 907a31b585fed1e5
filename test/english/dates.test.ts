import { describe, expect, it } from "vitest";
import { findDates, resolveDate } from "../../src/english/dates.ts";

/** 26 April 2016 was a Tuesday. */
const PUBLISHED = "2016-04-26";
const resolve = (text: string, published?: string, isAhead = false) => {
  const [date] = findDates(text);
  return date && resolveDate(date, published, isAhead);
};

describe("resolveDate", () => {
  it.each([
    ["on 3 March 2015", "2015-03-03"],
    ["in October 2015", "2015-10"],
    ["in 2014", "2014"],
    ["on Tuesday", "2016-04-26"],
    ["on Monday", "2016-04-25"],
    ["on Wednesday", "2016-04-20"],
    ["in December", "2015-12"],
    ["on May 8", "2015-05-08"],
    ["on April 3", "2016-04-03"],
  ])("%s → %s", (text, expected) => {
    expect(resolve(text, PUBLISHED)).toBe(expected);
  });

  it("looks ahead where the text does", () => {
    expect(resolve("on Monday", PUBLISHED, true)).toBe("2016-05-02");
    expect(resolve("on May 8", PUBLISHED, true)).toBe("2016-05-08");
    expect(resolve("in March", PUBLISHED, true)).toBe("2017-03");
  });

  it.each(["on Tuesday", "in December"])(
    "knows no day for %s where the article has none",
    (text) => {
      expect(resolve(text)).toBeUndefined();
    },
  );

  it.each(["in the 1990s", "last week"])("gives %s no period", (text) => {
    expect(resolve(text, PUBLISHED)).toBeUndefined();
  });
});

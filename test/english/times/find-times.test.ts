import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findTimes } from "../../../src/english/times/find-times.ts";

/** 26 April 2016 was a Tuesday. */
const PUBLISHED = "2016-04-26";
const read = (text: string, published: string | undefined = PUBLISHED): string[] =>
  findTimes(text, published).map(
    ({ start, end, days }) =>
      `${text.slice(start, end)}: ${days === undefined ? "?" : `${days.from}/${days.to}`}`,
  );

describe("findTimes", () => {
  it.each([
    ["The well was dug two days ago.", "two days ago: 2016-04-24/2016-04-24"],
    ["The ferry sank a week ago.", "a week ago: 2016-04-18/2016-04-24"],
    ["She left six months ago.", "six months ago: 2015-10-01/2015-10-31"],
    ["The verdict came last Tuesday.", "last Tuesday: 2016-04-19/2016-04-19"],
    ["The verdict came on Tuesday.", "Tuesday: 2016-04-26/2016-04-26"],
    ["Two hikers were lost over the weekend.", "the weekend: 2016-04-23/2016-04-24"],
    ["Pike were seen last winter.", "last winter: 2015-12-01/2016-02-29"],
    ["Crews met in mid-March.", "mid-March: 2016-03-11/2016-03-20"],
    ["In early 2015 the mill closed.", "early 2015: 2015-01-01/2015-04-30"],
    ["It was sold late last year.", "late last year: 2015-09-01/2015-12-31"],
    ["The strike ran from March to May 2015.", "March to May 2015: 2015-03-01/2015-05-31"],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it("looks ahead only in the clause that does", () => {
    expect(read("The court said on Friday that it will rule on Monday.")).toEqual([
      "Friday: 2016-04-22/2016-04-22",
      "Monday: 2016-05-02/2016-05-02",
    ]);
  });

  it("tells the next day by the day before it in the same text, and by no other", () => {
    expect(read("He was freed on 3 May 2014 and left the next day.")).toEqual([
      "3 May 2014: 2014-05-03/2014-05-03",
      "the next day: 2014-05-04/2014-05-04",
    ]);
    expect(read("The next day he left.")).toEqual(["The next day: ?"]);
    expect(read("It fell in May 2014 and two days later it stood.").at(-1)).toBe(
      "two days later: ?",
    );
  });

  it.each(["on Tuesday", "a week ago", "last month", "yesterday", "in October", "this weekend"])(
    "knows no days for %s where the article has none",
    (time) => {
      expect(findTimes(`The raid began ${time}.`).map(({ days }) => days)).toEqual([undefined]);
    },
  );

  it("does not resolve what is bounded on one side only", () => {
    expect(read("More than two years ago the wells ran dry.")).toEqual(["two years ago: ?"]);
  });

  it.each([
    "The pass lies at 1950 metres.",
    "Room 2015 was empty.",
    "Sunday Okafor scored twice.",
    "June Okafor told the Harbour TODAY paper.",
    "The programme This Week was cancelled.",
    "It stands at 1801 Hazel St.",
    "What this may have cost is unknown.",
    "The town may be short of water.",
    "Years ago the river froze.",
  ])("finds no time in: %s", (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    ["The vote is on May 8.", "May 8: 2016-05-08/2016-05-08"],
    ["The mine closed on May 8.", "May 8: 2015-05-08/2015-05-08"],
    [
      "Doors open Saturday, Aug. 18, at noon.",
      "Saturday, Aug. 18: 2018-08-18/2018-08-18",
      "2018-06-15",
    ],
    ["The report of Dec. 20 is long.", "Dec. 20: 2015-12-20/2015-12-20", "2016-01-10"],
  ])(
    "takes the year that is nearest where the clause does not tell: %s",
    (text, expected, day = PUBLISHED) => {
      expect(read(text, day)).toEqual([expected]);
    },
  );

  it.each([
    ["The mill closed on 31 February 2015.", PUBLISHED],
    ["The log ends at 2015-13-45.", PUBLISHED],
    ["The hill rose 990 decades ago.", PUBLISHED],
    ["The mill closed last week.", "soon"],
    ["The mill closed two days ago.", "2016-02-31"],
  ])("reads no days where there are none: %s", (text, published) => {
    expect(findTimes(text, published).flatMap(({ days }) => days ?? [])).toEqual([]);
  });

  it("gives times in order, apart, inside the text, the first day never after the last", () => {
    const piece = fc.constantFrom(
      "on Monday",
      "last week",
      "in 2014",
      "3 May",
      "two days later",
      "the weekend",
      "to",
      "and",
      "between",
      "mid-",
      "March",
      "late",
      "2015-16",
      "said",
      "will",
      ",",
      "the end of",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join(" ");
        let before = 0;
        for (const { start, end, days } of findTimes(text, PUBLISHED)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          if (days !== undefined) expect(days.from <= days.to).toBe(true);
          before = end;
        }
      }),
    );
  });
});

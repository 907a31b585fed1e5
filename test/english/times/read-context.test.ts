import { expect, it } from "vitest";
import { findTimes } from "../../../src/english/times/find-times.ts";
import { tellsOfSaying } from "../../../src/english/times/read-context.ts";

it.each([
  ["The ferry sank in 2014, the owner said on Monday.", ["happened", "said"]],
  ["The owner said Tuesday that the ferry sank in May 2014.", ["said", "happened"]],
  ["On Monday, Ada Roe told the board that the mill closed in 2013.", ["said", "happened"]],
  ["He told reporters in Eastmere late Tuesday that all was well.", ["said"]],
  ["The board said the mill closed in 2014.", ["happened"]],
  ["The mayor, who resigned in May 2014, said she was tired.", ["happened"]],
  ["On Monday the council voted.", ["happened"]],
])("%s", (text, expected) => {
  const times = findTimes(text, "2016-04-26");
  expect(
    times.map(({ start, end }) => (tellsOfSaying(text, start, end) ? "said" : "happened")),
  ).toEqual(expected);
});

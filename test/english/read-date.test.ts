import { expect, test } from "vitest";
import { nameDate } from "../../src/english/iso-date.ts";
import { readDate } from "../../src/english/read-date.ts";

test.each([
  ["Published April 3, 2019", "2019-04-03"],
  ["3 April 2019, 10:15", "2019-04-03"],
  ["Sept. 9th, 2020", "2020-09-09"],
  ["2021-12-05", "2021-12-05"],
  ["2021/12/05", "2021-12-05"],
  ["2021-12-05T08:30:00Z", "2021-12-05T08:30:00Z"],
  ["29 February 2020", "2020-02-29"],
])("%s is read as %s", (written, iso) => {
  expect(readDate(written)?.iso).toBe(iso);
});

test.each([
  "3/4/2019",
  "April 2019",
  "31 June 2019",
  "29 February 2019",
  "2019-13-01",
  "on Tuesday",
])("%s names no single day and is not guessed", (written) => {
  expect(readDate(written)).toBeUndefined();
});

test("a day is said as written, in no time zone, and what is no date stays", () => {
  expect(nameDate("2016-04-06T23:30:00-11:00")).toBe("6 April 2016");
  expect(nameDate("2016-13-06")).toBe("2016-13-06");
  expect(nameDate("soon")).toBe("soon");
});

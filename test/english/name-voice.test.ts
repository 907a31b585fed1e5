import { expect, test } from "vitest";
import { namePublisher } from "../../src/english/introduce-source.ts";
import { nameDate } from "../../src/english/iso-date.ts";

test("a brief is never named as the report that it is about", () => {
  const publisher = "sample briefs";
  expect(namePublisher({ publisher, about: { publisher: "CNN" } })).toBe("Brief of CNN's report");
  expect(namePublisher({ publisher, about: { publisher: "Reuters" } })).toBe(
    "Brief of Reuters' report",
  );
  expect(namePublisher({ publisher, about: {} })).toBe("Brief of a report");
});

test("an article is named by its publisher, and by nothing when that is not known", () => {
  expect(namePublisher({ publisher: "Orlen Post" })).toBe("Orlen Post");
  expect(namePublisher({})).toBeUndefined();
});

test("a day is said as written, in no time zone, and what is no date stays", () => {
  expect(nameDate("2016-04-06T23:30:00-11:00")).toBe("6 April 2016");
  expect(nameDate("2016-13-06")).toBe("2016-13-06");
  expect(nameDate("soon")).toBe("soon");
});

import { expect, test } from "vitest";
import {
  introduceSource,
  namePublisher,
  placeInSource,
} from "../../src/english/introduce-source.ts";

const articleId = "2024/ferry.txt";
const title = "Ferry returns to Orlen";

test("quotes stand under the publisher, else the short headline, else the file", () => {
  expect(introduceSource({ articleId, title, publisher: "Orlen Post" })).toBe("Orlen Post");
  expect(introduceSource({ articleId, title })).toBe("“Ferry returns to Orlen”");
  expect(introduceSource({ articleId })).toBe("ferry.txt");
  expect(placeInSource({ articleId, title })).toBe("in “Ferry returns to Orlen”");
});

test("a title that is a sentence, or has marks of its own, names nothing", () => {
  const long =
    "The ferry to Orlen sails again after eleven weeks, and nobody knows who pays for it";
  for (const other of [long, "Mayor: “No ferry”", "  "]) {
    expect(introduceSource({ articleId, title: other })).toBe("ferry.txt");
  }
});

test("the day of publication is told behind whatever names the article", () => {
  const published = "2024-05-03T08:00:00Z";
  expect(introduceSource({ articleId, title, published })).toBe(
    "“Ferry returns to Orlen”, 3 May 2024",
  );
  expect(introduceSource({ articleId, published })).toBe("ferry.txt, 3 May 2024");
});

test("a brief stays one, within a sentence too", () => {
  const brief = { articleId, title, about: { publisher: "CNN" } };
  expect([introduceSource(brief), placeInSource(brief)]).toEqual([
    "Brief of CNN's report",
    "in a brief of CNN's report",
  ]);
});

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

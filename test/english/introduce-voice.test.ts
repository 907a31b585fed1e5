import { expect, test } from "vitest";
import { introduceVoice, placeInVoice } from "../../src/english/introduce-voice.ts";

const articleId = "2024/ferry.txt";
const title = "Ferry returns to Orlen";

test("quotes stand under the publisher, else the short headline, else the file", () => {
  expect(introduceVoice({ articleId, title, publisher: "Orlen Post" })).toBe("Orlen Post");
  expect(introduceVoice({ articleId, title })).toBe("“Ferry returns to Orlen”");
  expect(introduceVoice({ articleId })).toBe("ferry.txt");
  expect(placeInVoice({ articleId, title })).toBe("in “Ferry returns to Orlen”");
});

test("a title that is a sentence, or has marks of its own, names nothing", () => {
  const long =
    "The ferry to Orlen sails again after eleven weeks, and nobody knows who pays for it";
  for (const other of [long, "Mayor: “No ferry”", "  "]) {
    expect(introduceVoice({ articleId, title: other })).toBe("ferry.txt");
  }
});

test("the day of publication is told behind whatever names the article", () => {
  const published = "2024-05-03T08:00:00Z";
  expect(introduceVoice({ articleId, title, published })).toBe(
    "“Ferry returns to Orlen”, 3 May 2024",
  );
  expect(introduceVoice({ articleId, published })).toBe("ferry.txt, 3 May 2024");
});

test("a brief stays one, within a sentence too", () => {
  const brief = { articleId, title, about: { publisher: "CNN" } };
  expect([introduceVoice(brief), placeInVoice(brief)]).toEqual([
    "Brief of CNN's report",
    "in a brief of CNN's report",
  ]);
});

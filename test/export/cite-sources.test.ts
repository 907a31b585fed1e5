import { expect, test } from "vitest";
import { citeSource, placeOf, safeUrl } from "../../src/export/cite-sources.ts";

const known = { articleId: "a.txt", path: "news/a.txt", sha256: "d", textSha256: "d", quotes: [] };

test("a source that states nothing is named by its id and undated", () => {
  expect(citeSource(known)).toEqual({ title: "a.txt", date: "undated" });
});

test.each([
  ["https://e.example/a?b=c&d=1#e", "https://e.example/a?b=c&d=1#e"],
  ["https://e.example/a (b)>\u001b<é", "https://e.example/a%20%28b%29%3E%1B%3C%C3%A9"],
  ["HTTP://e.example/\ud83d", "HTTP://e.example/"],
])("the address %j may be followed", (url, safe) => {
  expect(safeUrl({ ...known, url })).toBe(safe);
});

test.each([
  "javascript:alert(1)",
  "file:///etc/passwd",
  "//e.example",
  "https://",
  " https://e.example",
])("the address %j may not be followed", (url) => {
  expect(safeUrl({ ...known, url })).toBeUndefined();
});

test.each([
  ["/a/b/news/x.txt", "/a/b", "news/x.txt:7"],
  ["/a/b/news/x.txt", "/", "a/b/news/x.txt:7"],
  ["/a/bc/x.txt", "/a/b", "/a/bc/x.txt:7"],
  ["C:\\a\\news\\x.txt", "C:\\a", "news\\x.txt:7"],
  ["/a/x.txt", undefined, "/a/x.txt:7"],
])("the file %j is told, from %j, as %j", (path, folder, place) => {
  expect(placeOf({ ...known, path }, { number: 1, line: 7 }, folder)).toBe(place);
});

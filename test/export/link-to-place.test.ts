// The address of a file that opens at a place in it.

import { expect, test } from "vitest";
import type { Place } from "../../src/core/place.ts";
import { linkToPlace } from "../../src/export/link-to-words.ts";
import { renderBlockPlace } from "../../src/export/render-sources.ts";
import { mintExcerpt } from "../../src/quote/mint-quote.ts";
import { makeSource } from "../fixtures/source-fixtures.ts";

const TEXT = "The ferry to Orlen sails again. The mill, at Velm, burned down.";
const excerpt = mintExcerpt(makeSource(TEXT), { start: 32, end: 63 });
const BYTES: Place = [{ kind: "bytes", start: 5, end: 40 }];
const PAGE: Place = [{ kind: "page", number: 3, rectangle: [0, 0, 10, 10] }];

test.each([
  ["a saved page", "a.html", [BYTES], "f#:~:text=The%20mill%2C%20at%20Velm%2C%20burned%20down."],
  ["a PDF", "a.pdf", [PAGE], "f#page=3"],
  ["a page in an archive", "a.zip", [[{ kind: "entry", name: "a.html" }, ...BYTES]], "f"],
  ["a PDF in an archive", "a.zip", [[{ kind: "entry", name: "a.pdf" }, ...PAGE]], "f"],
  ["captions", "a.vtt", [BYTES], "f"],
  ["a text", "a.txt", undefined, "f"],
] as const)("%s opens there, as far as it can", (_name, path, places, link) => {
  expect(linkToPlace("f", path, excerpt, places)).toBe(link);
});

test("a block of a shown article is linked to its place", () => {
  const form = { width: 80, colour: true, hyperlinks: true, folder: "" };
  const block = { excerpt, line: 4, places: [PAGE] };
  expect(renderBlockPlace(block, "/news/a b.pdf", form)).toContain("file:///news/a%20b.pdf#page=3");
  expect(renderBlockPlace({ excerpt, line: 4 }, "/news/a.txt", form)).toBe("4:");
});

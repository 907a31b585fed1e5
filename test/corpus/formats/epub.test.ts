// Books: chapters in reading order, each under its path, with what the book declares; locked and missing ones are told.

import { expect, test } from "vitest";
import type { Place } from "../../../src/core/place.ts";
import { ZIP } from "../../../src/corpus/formats/archives.ts";
import type { FileBytes } from "../../../src/corpus/formats/format.ts";
import { bytesOf, describeFormat, readFile } from "../../contracts/format.ts";
import { makeZip } from "./pack.ts";

const CONTAINER = `<container xmlns="urn:c"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>`;
const PACKAGE = `<package xmlns="urn:o" xmlns:dc="urn:dc"><metadata><dc:title>The Water</dc:title><dc:creator>Ada Roe</dc:creator><dc:creator>Jan Ost</dc:creator><dc:date>2024-05-03</dc:date><meta property="x">no</meta></metadata>
<manifest><item id="nav" href="nav.xhtml" properties="nav"/><item id="two" href="text/two%20a.xhtml"/><item id="one" href="text/one.xhtml"/><item id="gone" href="gone.xhtml"/></manifest>
<spine><itemref idref="nav"/><itemref idref="two"/><itemref idref="one"/><itemref idref="gone"/></spine></package>`;
const page = (words: string): string =>
  `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Chapter</title></head><body><h1>Water</h1><p>${words}</p></body></html>`;

function makeEpub(parts: Readonly<Record<string, string>> = {}): FileBytes {
  const all = {
    mimetype: "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "OEBPS/book.opf": PACKAGE,
    "OEBPS/nav.xhtml": page("One, two"),
    "OEBPS/text/one.xhtml": page("The mill burned down on Sunday, and nobody saw it."),
    "OEBPS/text/two a.xhtml": page("The ferry stops at noon, and it will not sail again."),
    ...parts,
  };
  const files = Object.entries(all).map(([name, content]) => ({ name, content }));
  return bytesOf("water.epub", makeZip(files));
}

const BOOK = makeEpub();
const inChapter =
  (name: string) =>
  (places: readonly Place[]): void => {
    expect(places[0]?.[0]).toEqual({ kind: "entry", name });
    expect(places[0]?.[1]).toMatchObject({ kind: "bytes" });
  };

describeFormat(ZIP, [
  {
    file: BOOK,
    placed: [
      { part: "OEBPS/text/one.xhtml", words: "mill", at: inChapter("OEBPS/text/one.xhtml") },
      { part: "OEBPS/text/two a.xhtml", words: "noon", at: inChapter("OEBPS/text/two a.xhtml") },
    ],
  },
]);

test("chapters come in the order of the spine, with what the book declares", async () => {
  const { articles, refused } = await readFile(BOOK);
  expect(articles.map(({ part }) => part)).toEqual([
    "OEBPS/text/two a.xhtml",
    "OEBPS/text/one.xhtml",
  ]);
  // The page is read as a web page is: its signs are no text.
  expect(articles[0]?.text).not.toContain("<p>");
  expect(articles[0]?.extracted?.metadata).toMatchObject({
    title: { value: "Chapter", origin: "meta" },
    author: { value: "Ada Roe, Jan Ost", origin: "property" },
    published: { value: "2024-05-03", origin: "property" },
  });
  expect(refused).toMatchObject([{ part: "OEBPS/gone.xhtml", reason: "damaged" }]);
});

test("a chapter that its seller locked is told, and an encrypted font is none", async () => {
  const locks = (uri: string): string =>
    `<encryption><EncryptedData><CipherReference URI="${uri}"/></EncryptedData></encryption>`;
  const read = async (uri: string): Promise<readonly string[]> => {
    const { refused } = await readFile(makeEpub({ "META-INF/encryption.xml": locks(uri) }));
    return refused.map(({ reason }) => reason);
  };
  expect(await read("OEBPS/text/one.xhtml")).toContain("encrypted");
  expect(await read("OEBPS/font.otf")).not.toContain("encrypted");
});

test("a book that names no chapters is told as damaged", async () => {
  const { articles, refused } = await readFile(makeEpub({ "OEBPS/book.opf": "<package/>" }));
  expect(articles).toEqual([]);
  expect(refused).toMatchObject([{ reason: "damaged" }]);
});

test("parts of a few words are joined to the chapter after them, the last ones to the one before, with their places", async () => {
  const scrap = (words: string): string =>
    `<html xmlns="http://www.w3.org/1999/xhtml"><body><p>${words}</p></body></html>`;
  const items = ["part", "one", "end"].map((id) => `<item id="${id}" href="${id}.xhtml"/>`);
  const refs = ["part", "one", "end"].map((id) => `<itemref idref="${id}"/>`);
  const book = makeEpub({
    "OEBPS/book.opf": `<package xmlns="urn:o"><manifest>${items.join("")}</manifest><spine>${refs.join("")}</spine></package>`,
    "OEBPS/part.xhtml": scrap("Part One: Harbours"),
    "OEBPS/one.xhtml": page("The mill burned down on Sunday, and nobody saw it happen."),
    "OEBPS/end.xhtml": scrap("The End"),
  });
  const { articles } = await readFile(book);
  expect(articles.map(({ part }) => part)).toEqual(["OEBPS/one.xhtml"]);
  const [{ text, extracted } = { text: "", extracted: undefined }] = articles;
  expect(text.startsWith("Part One: Harbours\n\n")).toBe(true);
  expect(text.endsWith("\n\nThe End")).toBe(true);
  expect(extracted?.blocks?.map(({ start, end }) => text.slice(start, end)).join("\n\n")).toBe(
    text,
  );
  const entryOf = (words: string) =>
    extracted?.places({
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length,
    })[0]?.[0];
  expect(entryOf("Harbours")).toEqual({ kind: "entry", name: "OEBPS/part.xhtml" });
  expect(entryOf("mill burned")).toEqual({ kind: "entry", name: "OEBPS/one.xhtml" });
  expect(entryOf("The End")).toEqual({ kind: "entry", name: "OEBPS/end.xhtml" });
});

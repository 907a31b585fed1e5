// What a PDF says of itself: believed where it is no program's leaving, and after what its text says of its day.

import { expect, test } from "vitest";
import { parseArticle } from "../../../src/corpus/read/parse-article.ts";
import { bytesOf, readFile } from "../../contracts/format.ts";
import { drawLines, makePdf } from "./make-pdf.ts";

const LINES = drawLines(40, 400, ["The ferry to the island", "stopped at noon."]);

async function readMetadata(info: Readonly<Record<string, string>>) {
  const { articles } = await readFile(bytesOf("a.pdf", makePdf({ pages: [LINES], info })));
  return articles[0]?.extracted?.metadata;
}

test("a document's own title, author and day are declared, those of programs are not", async () => {
  const info = { Title: "Ferry stops", Author: "Ada Roe", CreationDate: "D:20240503101500Z" };
  expect(await readMetadata(info)).toMatchObject({
    title: { value: "Ferry stops", origin: "property" },
    author: { value: "Ada Roe" },
    published: { value: "2024-05-03" },
  });
  const printed = { Title: "Microsoft Word - a.doc", Author: "admin", Producer: "Skia/PDF" };
  expect(await readMetadata({ ...printed, CreationDate: "D:20240503" })).toEqual({});
});

test("the day that its text gives goes before the day on which the file was made", async () => {
  const text =
    "Ferry stops\n\nPublished 2 May 2024\n\nThe ferry stopped at noon on the first day of the month, and nobody said why it did.";
  const extracted = {
    format: "PDF",
    blocks: [...text.matchAll(/.+/g)].map(({ 0: { length }, index }) => ({
      start: index,
      end: index + length,
      kind: "paragraph" as const,
      level: 0,
    })),
    metadata: { published: { value: "2026-01-01", origin: "property" as const } },
    places: () => [],
  };
  const source = {
    id: "a.pdf",
    path: "a.pdf",
    text,
    sha256: "",
    textSha256: "",
    size: 1,
    modified: 0,
  };
  expect(parseArticle({ ...source, extracted }).metadata.published).toEqual({
    value: "2024-05-02",
    origin: "found",
  });
});

// What a PDF says of itself: believed where it is no program's leaving, and after what its text says of its day.

import { expect, test } from "vitest";
import { bytesOf, readFile } from "../../contracts/format.ts";
import { drawLines, makePdf } from "./make-pdf.ts";

const LINES = drawLines(40, 400, ["The ferry to the island", "stopped at noon."]);

async function readMetadata(info: Readonly<Record<string, string>>) {
  const { articles } = await readFile(bytesOf("a.pdf", makePdf({ pages: [LINES], info })));
  return articles[0]?.extracted?.metadata;
}

test("a document's own title and author are declared, those of programs are not, nor the day of its making", async () => {
  const info = { Title: "Ferry stops", Author: "Ada Roe", CreationDate: "D:20240503101500Z" };
  expect(await readMetadata(info)).toEqual({
    title: { value: "Ferry stops", origin: "property" },
    author: { value: "Ada Roe", origin: "property" },
  });
  const printed = { Title: "Microsoft Word - a.doc", Author: "admin", Producer: "Skia/PDF" };
  expect(await readMetadata({ ...printed, CreationDate: "D:20240503" })).toEqual({});
});

// Word documents: blocks, tables, tracked changes, notes, boxes, margins; what is not read is told with its number.

import { expect, test } from "vitest";
import type { Place } from "../../../src/core/place.ts";
import { ZIP } from "../../../src/corpus/formats/archives.ts";
import type { FileBytes } from "../../../src/corpus/formats/format.ts";
import { bytesOf, describeFormat, readFile } from "../../contracts/format.ts";
import { makeZip } from "./pack.ts";

const NAMES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="urn:wps" xmlns:a="urn:a"';

const run = (words: string, properties = ""): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
const paragraph = (content: string, properties = ""): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;

function makeDocx(body: string, parts: Readonly<Record<string, string>> = {}): FileBytes {
  const document = `<?xml version="1.0"?><w:document ${NAMES}><w:body>${body}</w:body></w:document>`;
  const files = Object.entries({ "word/document.xml": document, ...parts });
  return bytesOf("ferry.docx", makeZip(files.map(([name, content]) => ({ name, content }))));
}

const at =
  (...steps: Place) =>
  (places: readonly Place[]): void => {
    expect(places).toEqual([steps]);
  };

const STYLES = `<w:styles ${NAMES}>
<w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style>
<w:style w:styleId="Own"><w:name w:val="House head"/><w:basedOn w:val="H2"/></w:style>
<w:style w:styleId="V1"><w:name w:val="toc 1"/></w:style></w:styles>`;
const CORE = `<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc" xmlns:dcterms="urn:t">
<dc:title>Ferry stops</dc:title><dc:creator>Ada Roe</dc:creator><dcterms:created>2024-05-03T10:00:00Z</dcterms:created></cp:coreProperties>`;
const FOOTNOTES = `<w:footnotes ${NAMES}><w:footnote w:type="separator">${paragraph(run("line"))}</w:footnote>
<w:footnote>${paragraph(run("The timetable of March."))}</w:footnote></w:footnotes>`;
const BOX = `<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>${paragraph(run("A box."))}</w:txbxContent></wps:txbx></mc:Choice>
<mc:Fallback><w:txbxContent>${paragraph(run("A box."))}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`;
const row = (...cells: readonly string[]): string =>
  `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join("")}</w:tr>`;

const REPORT = makeDocx(
  [
    paragraph(run("Contents 1"), '<w:pStyle w:val="V1"/>'),
    paragraph(run("On the water"), '<w:pStyle w:val="Own"/>'),
    paragraph(`${run("The ferry ")}${BOX}${run("stops at noon.")}`),
    paragraph(run("First point"), '<w:numPr><w:numId w:val="3"/></w:numPr>'),
    `<w:tbl>${row("Port", "Boats")}${row("Ghent", "12")}</w:tbl>`,
    `<w:tbl>${row("A frame around words.")}</w:tbl>`,
    paragraph(
      `${run("Six ")}<w:del><w:r><w:delText>seven </w:delText></w:r></w:del><w:ins>${run("eight ")}</w:ins>boats${run("left.")}`,
    ),
    paragraph(run("Unseen. ", "<w:vanish/>") + run("Seen.", '<w:vanish w:val="0"/>')),
    paragraph(run("It goes"), "<w:rPr><w:del/></w:rPr>"),
    paragraph(run(" on here.")),
    paragraph(
      '<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>'.replace("r:embed", "embed"),
    ),
  ].join(""),
  {
    "word/styles.xml": STYLES,
    "word/footnotes.xml": FOOTNOTES,
    "word/comments.xml": `<w:comments ${NAMES}><w:comment/><w:comment/></w:comments>`,
    "word/header1.xml": `<w:hdr ${NAMES}>${paragraph(run("North Post"))}</w:hdr>`,
    "word/header2.xml": `<w:hdr ${NAMES}>${paragraph("")}</w:hdr>`,
    "docProps/core.xml": CORE,
  },
);

describeFormat(ZIP, [
  {
    file: REPORT,
    placed: [
      { words: "stops at noon", at: at({ kind: "paragraph", number: 3 }) },
      { words: "A box", at: at({ kind: "paragraph", number: 4 }) },
      { words: "12", at: at({ kind: "paragraph", number: 10 }) },
      {
        words: "timetable",
        at: at({ kind: "part", name: "footnotes" }, { kind: "paragraph", number: 2 }),
      },
      {
        words: "It goes on",
        at: (places) =>
          expect(places).toEqual([
            [{ kind: "paragraph", number: 14 }],
            [{ kind: "paragraph", number: 15 }],
          ]),
      },
    ],
  },
]);

test("blocks are what a reader sees, changes accepted", async () => {
  const { text = "", extracted } = (await readFile(REPORT)).articles[0] ?? {};
  const blocks = extracted?.blocks?.map(({ kind, level, start, end }) => [
    kind,
    level,
    text.slice(start, end),
  ]);
  expect(blocks).toEqual([
    ["heading", 2, "On the water"],
    ["paragraph", 0, "The ferry stops at noon."],
    ["paragraph", 0, "A box."],
    ["list-item", 0, "First point"],
    ["paragraph", 0, "Port | Boats"],
    ["paragraph", 0, "Ghent | 12"],
    ["paragraph", 0, "A frame around words."],
    ["paragraph", 0, "Six eight left."],
    ["paragraph", 0, "Seen."],
    ["paragraph", 0, "It goes on here."],
    ["paragraph", 0, "The timetable of March."],
  ]);
});

test("what is left out or stands elsewhere is told with its number", async () => {
  const { extracted } = (await readFile(REPORT)).articles[0] ?? {};
  expect(extracted?.metadata?.doubts).toHaveLength(1);
  const told = extracted?.metadata?.doubts?.[0]?.detail.split("; ") ?? [];
  for (const [what, count] of [
    ["deletions", "1"],
    ["insertions", "1"],
    ["comments", "2"],
    ["footnotes", "1"],
    ["text boxes", "1"],
    ["page headers", "1"],
    ["pictures", "1"],
    ["hidden", "1"],
    ["contents", "1"],
  ] as const) {
    expect(told.filter((one) => one.includes(what) && one.endsWith(`: ${count}`))).toHaveLength(1);
  }
  expect(told).toHaveLength(9);
});

test("its properties declare title and author; the day of its making is no article's", async () => {
  const { metadata } = (await readFile(REPORT)).articles[0]?.extracted ?? {};
  expect(metadata).toMatchObject({
    title: { value: "Ferry stops", origin: "property" },
    author: { value: "Ada Roe", origin: "property" },
  });
  expect(metadata).not.toHaveProperty("published");
});

test("a document without words is told, and one that is no XML too", async () => {
  expect((await readFile(makeDocx(paragraph("")))).refused).toMatchObject([{ reason: "no-prose" }]);
  expect((await readFile(makeDocx("<w:p>"))).refused).toMatchObject([{ reason: "damaged" }]);
});

test("a document of a thousand nested tables is read", async () => {
  const deep = `${"<w:tbl><w:tr><w:tc>".repeat(1000)}${paragraph(run("Deep."))}${"</w:tc></w:tr></w:tbl>".repeat(1000)}`;
  expect((await readFile(makeDocx(deep))).articles[0]?.text).toBe("Deep.");
});

test("an encrypted document and one of an old Office are told as that", async () => {
  const head = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const locked = Buffer.concat([head, Buffer.from("EncryptedPackage", "utf16le")]);
  const read = async (bytes: Uint8Array) => (await readFile(bytesOf("a.docx", bytes))).refused;
  expect(await read(locked)).toMatchObject([{ reason: "encrypted" }]);
  expect(await read(head)).toMatchObject([{ reason: "other-kind" }]);
});

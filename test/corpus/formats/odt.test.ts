// OpenDocument texts: blocks, white space, tables, notes, tracked changes; what is not read is told with its number.

import { expect, test } from "vitest";
import type { Place } from "../../../src/core/place.ts";
import { ZIP } from "../../../src/corpus/formats/archives.ts";
import type { FileBytes } from "../../../src/corpus/formats/format.ts";
import { bytesOf, describeFormat, readFile } from "../../contracts/format.ts";
import { makeZip } from "./pack.ts";

const NAMES =
  'xmlns:office="urn:office" xmlns:text="urn:text" xmlns:table="urn:table" xmlns:draw="urn:draw" xmlns:style="urn:style" xmlns:svg="urn:svg" xmlns:meta="urn:meta" xmlns:dc="urn:dc"';

function makeOdt(body: string, parts: Readonly<Record<string, string>> = {}): FileBytes {
  const content = `<office:document-content ${NAMES}><office:automatic-styles><style:style style:name="P1" style:parent-style-name="Quotations"/></office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  const manifest = "<manifest:manifest xmlns:manifest='urn:m'/>";
  const all = { "META-INF/manifest.xml": manifest, "content.xml": content, ...parts };
  const files = Object.entries(all).map(([name, content]) => ({ name, content }));
  return bytesOf("ferry.odt", makeZip(files));
}

const at =
  (number: number) =>
  (places: readonly Place[]): void => {
    expect(places).toEqual([[{ kind: "paragraph", number }]]);
  };

const REPORT = makeOdt(
  `<text:tracked-changes><text:changed-region><text:deletion><text:p>seven</text:p></text:deletion></text:changed-region>
<text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>
<text:h text:outline-level="2">On the water</text:h>
<text:p>The  ferry<text:s text:c="2"/>stops
  at <text:span>noon</text:span>.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>The timetable.</text:p></text:note-body></text:note> It<text:line-break/>waits.<office:annotation><text:p>Is that so?</text:p></office:annotation></text:p>
<text:list><text:list-item><text:p>First point</text:p></text:list-item></text:list>
<text:p text:style-name="P1">It leans.</text:p>
<table:table><table:table-row><table:table-cell><text:p>Port</text:p></table:table-cell><table:table-cell><text:p>Boats</text:p></table:table-cell></table:table-row></table:table>
<text:p>Drawn<draw:frame><draw:text-box><text:p>A box.</text:p></draw:text-box><svg:desc>unseen</svg:desc></draw:frame> here.</text:p>
<text:table-of-content><text:p>Contents</text:p></text:table-of-content>`,
  {
    "meta.xml": `<office:document-meta ${NAMES}><office:meta><dc:title>Ferry stops</dc:title><meta:initial-creator>Ada Roe</meta:initial-creator><dc:creator>Jan Ost</dc:creator><meta:creation-date>2024-05-03T10:00:00</meta:creation-date></office:meta></office:document-meta>`,
    "styles.xml": `<office:document-styles ${NAMES}><style:header-style>x</style:header-style><style:header><text:p>North Post</text:p></style:header></office:document-styles>`,
  },
);

describeFormat(ZIP, [
  {
    file: REPORT,
    placed: [
      { words: "stops at noon", at: at(3) },
      { words: "The timetable", at: at(4) },
      { words: "Boats", at: at(9) },
      { words: "A box", at: at(11) },
    ],
  },
]);

test("blocks are what a reader sees", async () => {
  const { text = "", extracted } = (await readFile(REPORT)).articles[0] ?? {};
  const blocks = extracted?.blocks?.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
  expect(blocks).toEqual([
    ["heading", "On the water"],
    ["paragraph", "The ferry  stops at noon. It\nwaits."],
    ["list-item", "First point"],
    ["quotation", "It leans."],
    ["paragraph", "Port | Boats"],
    ["paragraph", "Drawn here."],
    ["paragraph", "A box."],
    ["paragraph", "The timetable."],
  ]);
});

test("what is left out is told, and properties declare title, author and day", async () => {
  const { metadata } = (await readFile(REPORT)).articles[0]?.extracted ?? {};
  const told = metadata?.doubts?.map(({ detail }) => detail).join("\n") ?? "";
  for (const what of [
    "deletions",
    "insertions",
    "comments",
    "notes",
    "boxes",
    "headers",
    "contents",
  ])
    expect(told).toContain(what);
  expect(metadata).toMatchObject({
    title: { value: "Ferry stops", origin: "property" },
    author: { value: "Ada Roe" },
  });
  expect(metadata).not.toHaveProperty("published");
});

test("encrypted texts and spreadsheets are told as that", async () => {
  const encrypted = makeOdt("", { "META-INF/manifest.xml": "<m><encryption-data/></m>" });
  expect((await readFile(encrypted)).refused).toMatchObject([{ reason: "encrypted" }]);
  const sheet = makeOdt("", { "content.xml": "<a><body><spreadsheet/></body></a>" });
  expect((await readFile(sheet)).refused).toMatchObject([{ reason: "other-kind" }]);
});

// Rich text: signs and encodings, paragraphs, tables, notes; what is no text of the page is passed over and told.

import { expect, test } from "vitest";
import { RTF } from "../../../src/corpus/formats/rtf.ts";
import { atBytes, bytesOf, describeFormat, readFile } from "../../contracts/format.ts";

const HEAD = String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil Arial;}{\f1\fcharset204 Arial;}}{\info{\title Ferry stops}{\author Ada Roe}{\creatim\yr2024\mo5\dy3\hr9}}`;
const write = (body: string) => bytesOf("ferry.rtf", `${HEAD}${body}}`);
const textOf = async (body: string): Promise<string | undefined> =>
  (await readFile(write(body))).articles[0]?.text;

const REPORT = write(
  String.raw`{\header North Post\par}\pard\outlinelevel0 On the water\par
\pard The ferry \'96 \ldblquote old\rdblquote  \u8211?\~as it is{\footnote\pard\plain  The timetable.\par} \emdash{\b  stops}
 at noon.\par
{\listtext\'b7\tab}First point\par\pard{\*\generator Writer 1.0;}{\field{\*\fldinst HYPERLINK "http://north.example"}{\fldrslt A link}}.\par
\trowd\intbl Port\cell Boats\par and ships\cell\row\pard
{\*\annotation Is that so?}Caf\'e9 {\v unseen}{\deleted seven }eight.{\pict\bin4 {}\}abcd}\par `,
);

describeFormat(RTF, [
  {
    file: REPORT,
    placed: [
      { words: "at noon", at: atBytes(REPORT, "at noon") },
      { words: "é", at: atBytes(REPORT, String.raw`\'e9`) },
      { words: "The timetable", at: atBytes(REPORT, "The timetable") },
    ],
  },
]);

test("blocks are what a reader sees", async () => {
  const { text = "", extracted } = (await readFile(REPORT)).articles[0] ?? {};
  expect(extracted?.blocks?.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ["heading", "On the water"],
    ["paragraph", "The ferry – “old” –\u00a0as it is — stops at noon."],
    ["list-item", "First point"],
    ["paragraph", "A link."],
    ["paragraph", "Port | Boats and ships"],
    ["paragraph", "Café eight."],
    ["paragraph", "The timetable."],
  ]);
});

test("what is left out is told, and the head declares title, author and day", async () => {
  const { metadata } = (await readFile(REPORT)).articles[0]?.extracted ?? {};
  const told = metadata?.doubts?.map(({ detail }) => detail).join("\n") ?? "";
  for (const what of ["headers", "comments", "pictures", "deleted", "hidden", "notes"])
    expect(told).toContain(what);
  expect(metadata).toMatchObject({
    title: { value: "Ferry stops", origin: "property" },
    author: { value: "Ada Roe" },
  });
});

test("characters outside of its code page", async () => {
  expect(await textOf(String.raw`{\f1 \'cc\'fd\'f0}`)).toBe("Мэр");
  expect(await textOf(String.raw`\uc0\u-10179\u-8704  and \uc2\u233\'65\'27t\'e9`)).toBe(
    "😀 and été",
  );
});

test("a text box stands behind the text, and a deleted end of a paragraph is none", async () => {
  const box = String.raw`{\shp{\*\shpinst{\sp{\sn shapeType}{\sv 202}}{\shptxt A box.\par}}{\shprslt A box.}}`;
  expect(await textOf(`The ferry ${box}stops at${String.raw`{\deleted\par} noon.\par`}`)).toBe(
    "The ferry stops at noon.\n\nA box.",
  );
});

test("a file that ends too early is read as far as it goes, and told", async () => {
  const { articles } = await readFile(bytesOf("a.rtf", `${HEAD} The ferry stops`));
  expect(articles).toMatchObject([{ text: "The ferry stops" }]);
  expect(articles[0]?.extracted?.metadata?.doubts).toHaveLength(1);
  const empty = await readFile(bytesOf("a.rtf", HEAD));
  expect(empty.refused).toMatchObject([{ reason: "damaged" }]);
});

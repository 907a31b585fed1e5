// PDF: columns, broken words, ligatures, heads, footnotes, tags, places; and what is refused or told.

import { expect, test } from "vitest";
import type { Place } from "../../../src/core/place.ts";
import { PDF } from "../../../src/corpus/formats/pdf.ts";
import { bytesOf, describeFormat, readFile } from "../../contracts/format.ts";
import { drawLines, makePdf, type PdfParts, type PdfWords } from "./make-pdf.ts";

const LEFT = [
  "The ferry to the island",
  "stopped at noon, and the",
  "harbour ofﬁce told no-",
  "body why. It had stop-",
  "ped once before, in a",
  "winter that the whole",
];
const RIGHT = [
  "town remembers well.",
  "The well-known mas-",
  "ter of the harbour has",
  "said nothing since the",
  "well-known ship went",
  "down in the narrows.",
];
const column = (x: number, y: number, lines: readonly string[]): readonly PdfWords[] =>
  drawLines(x, y, lines);
const foot = (page: number): readonly PdfWords[] => [
  { x: 40, y: 480, text: "The North Gazette", size: 8 },
  { x: 190, y: 20, text: String(page), size: 8 },
];
const TITLE = { x: 40, y: 440, text: "Ferry stops, and nobody says why it did", size: 16 };

const NEWS = makePdf({
  pages: [
    [...foot(1), TITLE, ...column(40, 400, LEFT), ...column(210, 400, RIGHT)],
    [...foot(2), ...column(40, 440, ["The mill burned down on Sunday."])],
  ],
});
const news = bytesOf("news.pdf", NEWS);

const atPages =
  (...pages: readonly number[]) =>
  (places: readonly Place[]): void => {
    expect(places.map(([step]) => step?.kind === "page" && step.number)).toEqual(pages);
  };

describeFormat(PDF, [
  {
    file: news,
    placed: [
      { words: "burned down", at: atPages(2) },
      { words: "ferry to the island stopped", at: atPages(1, 1) },
    ],
  },
]);

const read = async (parts: PdfParts): Promise<readonly string[]> => {
  const { articles } = await readFile(bytesOf("a.pdf", makePdf(parts)));
  const [article] = articles;
  return (article?.extracted?.blocks ?? []).map(({ start, end }) =>
    (article?.text ?? "").slice(start, end),
  );
};

test("columns are read one after the other, under the title, without heads and page numbers", async () => {
  const [article] = (await readFile(news)).articles;
  expect(article?.text).toBe(
    [
      "Ferry stops, and nobody says why it did",
      "The ferry to the island stopped at noon, and the harbour office told nobody why. It had stopped once before, in a winter that the whole town remembers well. The well-known master of the harbour has said nothing since the well-known ship went down in the narrows.",
      "The mill burned down on Sunday.",
    ].join("\n\n"),
  );
  expect(article?.extracted?.blocks?.map(({ kind, level }) => [kind, level])).toEqual([
    ["heading", 1],
    ["paragraph", 0],
    ["paragraph", 0],
  ]);
});

test("a word that is broken has the places of both lines, on the page as it is shown", async () => {
  const [article] = (await readFile(news)).articles;
  const start = article?.text.lastIndexOf("nobody") ?? -1;
  const places = article?.extracted?.places({ start, end: start + 6 }) ?? [];
  expect(places.flat()).toMatchObject([
    { kind: "page", number: 1 },
    { kind: "page", number: 1 },
  ]);
  const [upper, lower] = places.flat();
  if (upper?.kind !== "page" || lower?.kind !== "page") throw new Error("no page");
  const [left, bottom, right, top] = upper.rectangle;
  expect([left, bottom < 376 && top > 380]).toEqual([40, true]);
  expect(right).toBeGreaterThan(130);
  expect(lower.rectangle[3]).toBeLessThan(top - 10);
});

test("a hyphen is kept in a compound, and a soft one only where it breaks no word", async () => {
  const lines = [
    "They spoke of navi¬",
    "gation, a half¬ﬁnished and a self-",
    "made one, F-",
    "16 of all.",
  ];
  expect(await read({ pages: [column(40, 400, lines)] })).toEqual([
    "They spoke of navigation, a half-finished and a self-made one, F-16 of all.",
  ]);
  const soft = ["They spoke of a well¬", "known way of navi¬", "gation."];
  expect(await read({ pages: [column(40, 400, soft)] })).toEqual([
    "They spoke of a wellknown way of navigation.",
  ]);
});

test("words of one line are neither split where letters are set apart nor glued where spaces are left out", async () => {
  const words = [
    { x: 40, y: 400, text: "The" },
    { x: 61, y: 400, text: "mi" },
    { x: 72.5, y: 400, text: "ll" },
    { x: 80.5, y: 400, text: "burned again." },
    { x: 80.8, y: 400, text: "burned again." },
  ];
  expect(await read({ pages: [words] })).toEqual(["The mill burned again."]);
});

test("footnotes stand at the end, and their signs are no part of words", async () => {
  const page = [
    ...column(40, 400, ["The mill burned down"]),
    { x: 136.8, y: 404, text: "1", size: 6 },
    ...column(143, 400, ["on Sunday, and the"]),
    ...column(40, 388, ["ferry stopped on 1 May."]),
    { x: 40, y: 63, text: "1", size: 5 },
    { x: 45, y: 60, text: "Nobody was hurt.", size: 8 },
  ];
  expect(await read({ pages: [page, column(40, 400, ["It sailed again."])] })).toEqual([
    "The mill burned down on Sunday, and the ferry stopped on 1 May.",
    "It sailed again.",
    "1 Nobody was hurt.",
  ]);
});

test("tags say order and kind where they hold all letters, and are passed over where they do not", async () => {
  const pages = [
    [
      { x: 40, y: 300, text: "Second in the order.", tag: 1 },
      { x: 40, y: 400, text: "First in the", tag: 0 },
      { x: 40, y: 388, text: "order.", tag: 0 },
      { x: 40, y: 480, text: "Never read aloud", tag: "artifact" as const },
    ],
  ];
  const tags = [
    ["H2", 0, [0]],
    ["LI", 0, [1]],
  ] as const;
  const file = bytesOf("a.pdf", makePdf({ pages, tags }));
  const [article] = (await readFile(file)).articles;
  expect(article?.text).toBe("First in the order.\n\nSecond in the order.");
  expect(article?.extracted?.blocks).toMatchObject([
    { kind: "heading", level: 2 },
    { kind: "list-item" },
  ]);
  const torn = await read({ pages, tags: [["P", 0, [1]]] });
  expect(torn.at(-1)).toBe("Second in the order.");
});

test("paragraphs begin where lines are indented, set apart, or marked", async () => {
  const lines = [
    { x: 52, y: 400, text: "One paragraph is indented and" },
    { x: 40, y: 388, text: "goes on to the end of the line" },
    { x: 52, y: 376, text: "Another paragraph follows it to" },
    { x: 40, y: 364, text: "the very end of its last line so" },
    { x: 40, y: 330, text: "A third is set apart from both." },
    { x: 40, y: 318, text: "• A point is marked as one." },
  ];
  expect(await read({ pages: [lines] })).toHaveLength(4);
});

test("text on its side is told, and a page that is all on its side is read", async () => {
  const side = { x: 380, y: 100, text: "Photograph by Jan Ost", turn: 90, size: 6 };
  const file = bytesOf("a.pdf", makePdf({ pages: [[...column(40, 400, LEFT), side]] }));
  const [article] = (await readFile(file)).articles;
  expect(article?.text).not.toContain("Photograph");
  expect(article?.extracted?.metadata?.doubts).toMatchObject([
    { detail: expect.stringContaining("page 1") },
  ]);
  const turned = LEFT.map((text, at) => ({ x: 100 + at * 12, y: 50, text, turn: 90 }));
  const { articles } = await readFile(bytesOf("b.pdf", makePdf({ pages: [turned] })));
  expect(articles[0]?.text).toContain("The ferry to the island stopped at noon");
  const [step] = articles[0]?.extracted?.places({ start: 0, end: 3 })[0] ?? [];
  expect(step?.kind === "page" && step.rectangle[0] > 90 && step.rectangle[2] < 104).toBe(true);
});

test("what cannot be read is refused with what helps", async () => {
  const refusal = async (bytes: Uint8Array) => (await readFile(bytesOf("a.pdf", bytes))).refused[0];
  expect(await refusal(makePdf({ pages: [[]] }))).toMatchObject({
    reason: "no-prose",
    detail: expect.stringContaining("ocrmypdf"),
  });
  const locked = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${"61".repeat(32)}> /U <${"62".repeat(32)}> >> /ID [<00> <00>]`;
  expect(await refusal(makePdf({ pages: [column(40, 400, LEFT)], trailer: locked }))).toMatchObject(
    {
      reason: "encrypted",
      detail: expect.stringContaining("qpdf --decrypt"),
    },
  );
  expect(await refusal(new TextEncoder().encode("%PDF-1.7\nnothing"))).toMatchObject({
    reason: "damaged",
  });
});

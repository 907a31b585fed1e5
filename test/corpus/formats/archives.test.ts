// Archives: paths inside, places from the archive inward, other kinds counted, and what lies about its size or its name.

import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Place } from "../../../src/core/place.ts";
import { GZIP, TAR, ZIP } from "../../../src/corpus/formats/archives.ts";
import { bytesOf, describeFormat, readFile } from "../../contracts/format.ts";
import { makeTar, makeZip } from "./pack.ts";

const FERRY = "The ferry – old as it is – stops at noon.";
const MILL = "The mill burned down on Sunday.";

const inEntry =
  (start: number, end: number, ...names: readonly string[]) =>
  (places: readonly Place[]): void => {
    const entries = names.map((name) => ({ kind: "entry", name }));
    expect(places).toEqual([[...entries, { kind: "bytes", start, end }]]);
  };

const INNER = makeZip([{ name: "mill.txt", content: MILL }]);
const NEWS = bytesOf(
  "news.zip",
  makeZip([
    { name: "2024/ferry.txt", content: FERRY },
    { name: "inner.zip", content: INNER, stored: true },
    { name: "rows.csv", content: `title,text\nMill,${MILL}\n` },
    { name: "photo.jpg", content: "no picture" },
    { name: "other.jpg", content: "no picture" },
    { name: "__MACOSX/ferry.txt", content: "resource" },
  ]),
);
const LONG = `${"folder/".repeat(16)}ferry.txt`;
const TARRED = makeTar([
  { name: LONG, content: FERRY },
  { name: "mill.txt", content: MILL },
]);

describeFormat(ZIP, [
  {
    file: NEWS,
    placed: [
      { part: "2024/ferry.txt", words: "old", at: inEntry(14, 17, "2024/ferry.txt") },
      { part: "inner.zip#mill.txt", words: "mill", at: inEntry(4, 8, "inner.zip", "mill.txt") },
      {
        part: "rows.csv#1",
        words: "mill",
        at: (places) =>
          expect(places[0]?.slice(0, 2)).toEqual([ROWS, { kind: "record", number: 1 }]),
      },
    ],
  },
]);
const ROWS = { kind: "entry", name: "rows.csv" } as const;

describeFormat(TAR, [
  {
    file: bytesOf("news.tar", TARRED),
    placed: [{ part: LONG, words: "ferry", at: inEntry(4, 9, LONG) }],
  },
]);

describeFormat(GZIP, [
  {
    file: bytesOf("news.tgz", gzipSync(TARRED)),
    placed: [
      { part: "mill.txt", words: "mill", at: (places) => expect(places[0]?.length).toBe(3) },
    ],
  },
  { file: bytesOf("ferry.txt.gz", gzipSync(FERRY)), placed: [] },
]);

test("a single packed file is one article without a part, placed in the unpacked bytes", async () => {
  const { articles } = await readFile(bytesOf("ferry.txt.gz", gzipSync(FERRY)));
  expect(articles).toMatchObject([{ text: FERRY }]);
  expect(articles[0]).not.toHaveProperty("part");
  inEntry(4, 9, "ferry.txt")(articles[0]?.extracted?.places({ start: 4, end: 9 }) ?? []);
});

test("files of other kinds are told once, with how many there are", async () => {
  const { refused } = await readFile(NEWS);
  expect(refused).toMatchObject([
    { reason: "other-kind", detail: expect.stringContaining(".jpg 2") },
  ]);
  expect(refused[0]).not.toHaveProperty("part");
});

test("a name that leads out of the archive is a name inside", async () => {
  const names = ["../../up.txt", "/root.txt", "C:\\temp\\drive.txt", "a/./b.txt"];
  const file = bytesOf("a.zip", makeZip(names.map((name) => ({ name, content: FERRY }))));
  const { articles } = await readFile(file);
  expect(articles.map(({ part }) => part)).toEqual([
    "up.txt",
    "root.txt",
    "temp/drive.txt",
    "a/b.txt",
  ]);
});

test("two files of one name: the first is read, the second told", async () => {
  const file = makeTar([
    { name: "a.txt", content: FERRY },
    { name: "./a.txt", content: MILL },
  ]);
  const { articles, refused } = await readFile(bytesOf("a.tar", file));
  expect(articles).toMatchObject([{ part: "a.txt", text: FERRY }]);
  expect(refused).toMatchObject([{ part: "a.txt", reason: "damaged" }]);
});

test("archives in archives are opened three deep, and a fourth is told", async () => {
  let bytes = makeZip([{ name: "deep.txt", content: FERRY }]);
  const nest = (name: string): void => {
    bytes = makeZip([{ name, content: bytes }]);
  };
  for (const name of ["3.zip", "2.zip", "1.zip"]) nest(name);
  expect((await readFile(bytesOf("0.zip", bytes))).articles[0]?.part).toBe(
    "1.zip#2.zip#3.zip#deep.txt",
  );
  nest("0.zip");
  expect(await readFile(bytesOf("outer.zip", bytes))).toMatchObject({
    articles: [],
    refused: [{ part: "0.zip#1.zip#2.zip#3.zip", reason: "too-deep" }],
  });
});

test("what unpacks to more than is read is told, and what lies beside it is read", async () => {
  const bomb = Buffer.alloc(30 * 1024 * 1024, "a");
  const file = makeZip([
    { name: "claims.txt", content: FERRY, claims: 4_000_000_000 },
    { name: "hides.txt", content: bomb, claims: 100 },
    { name: "ferry.txt", content: FERRY },
  ]);
  const { articles, refused } = await readFile(bytesOf("bomb.zip", file));
  expect(articles).toMatchObject([{ part: "ferry.txt" }]);
  expect(refused).toMatchObject([
    { part: "claims.txt", reason: "too-large" },
    { part: "hides.txt", reason: "too-large" },
  ]);
  const packed = await readFile(bytesOf("bomb.txt.gz", gzipSync(bomb)));
  expect(packed.refused).toMatchObject([{ reason: "too-large" }]);
});

test("a hundred bombs cost no more than a few", async () => {
  const bomb = Buffer.alloc(30 * 1024 * 1024, "a");
  const packed = gzipSync(bomb);
  const bombs = Array.from({ length: 100 }, (_, at) => ({ name: `${at}.txt.gz`, content: packed }));
  const file = bytesOf("bombs.zip", makeZip(bombs));
  const begun = performance.now();
  expect((await readFile(file)).articles).toEqual([]);
  expect(performance.now() - begun).toBeLessThan(10_000);
});

test("encrypted files are told as that", async () => {
  const file = makeZip([{ name: "a.txt", content: FERRY, encrypted: true }]);
  expect((await readFile(bytesOf("a.zip", file))).refused).toMatchObject([{ reason: "encrypted" }]);
});

test("a flipped byte in a packed file is told, not read", async () => {
  const file = Buffer.from(makeZip([{ name: "a.txt", content: FERRY, stored: true }]));
  file[40] = (file[40] ?? 0) ^ 1;
  expect((await readFile(bytesOf("a.zip", file))).refused).toMatchObject([
    { part: "a.txt", reason: "damaged" },
  ]);
});

test("a tar that claims ten gigabytes gives what comes before", async () => {
  const file = makeTar([
    { name: "a.txt", content: FERRY },
    { name: "b.txt", content: MILL, claims: 8_000_000_000 },
  ]);
  const { articles, refused } = await readFile(bytesOf("a.tar", file));
  expect(articles).toMatchObject([{ part: "a.txt" }]);
  expect(refused).toMatchObject([{ reason: "damaged" }]);
});

test("a spreadsheet is told as one, whatever its name is", async () => {
  const file = makeZip([{ name: "xl/workbook.xml", content: "<workbook/>" }]);
  expect((await readFile(bytesOf("a.zip", file))).refused).toMatchObject([
    { reason: "other-kind", detail: expect.stringContaining("CSV") },
  ]);
});

// Web archives: pages of records, packed and in chunks, also where headers lie; addresses and days; what is no page is counted.

import { brotliCompressSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Place } from "../../../src/core/place.ts";
import { WARC } from "../../../src/corpus/formats/warc.ts";
import { bytesOf, describeFormat, readFile } from "../../contracts/format.ts";

const FERRY = "The ferry – old as it is – stops at noon.";
const MILL = "The mill burned down on Sunday.";

function record(type: string, uri: string, body: string | Uint8Array, length?: number): Buffer {
  const raw = Buffer.from(body);
  const head = `WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${uri}\r\nWARC-Date: 2024-05-03T10:00:00Z\r\nContent-Length: ${length ?? raw.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), raw, Buffer.from("\r\n\r\n")]);
}

function answer(body: string | Uint8Array, headers = "", status = "200 OK"): Buffer {
  const type = headers.includes("Content-Type")
    ? ""
    : "Content-Type: text/plain; charset=utf-8\r\n";
  return Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status}\r\n${type}${headers}\r\n`),
    Buffer.from(body),
  ]);
}

const chunk = (body: string | Uint8Array): Buffer => {
  const raw = Buffer.from(body);
  const size = (part: Buffer): Buffer => Buffer.from(`${part.length.toString(16)}\r\n`);
  const parts = [raw.subarray(0, 7), raw.subarray(7)];
  const end = Buffer.from("0\r\n\r\n");
  return Buffer.concat([...parts.flatMap((part) => [size(part), part, Buffer.from("\r\n")]), end]);
};

const page = (path: string, body: Buffer): Buffer =>
  record("response", `https://north.example/${path}`, body);
const CHUNKED = "Transfer-Encoding: chunked\r\n";

const CRAWL = Buffer.concat([
  record("warcinfo", "", "software: crawler\r\n"),
  page("ferry", answer(FERRY)),
  record("request", "https://north.example/ferry", "GET /ferry HTTP/1.1\r\n\r\n"),
  page("mill", answer(chunk(gzipSync(MILL)), `${CHUNKED}Content-Encoding: gzip\r\n`)),
  page("br", answer(brotliCompressSync(MILL), "Content-Encoding: br\r\n")),
  page("lies", answer(MILL, `${CHUNKED}Content-Encoding: gzip\r\n`)),
  page("logo", answer("PNG", "Content-Type: image/png\r\n")),
  page("gone", answer("Not found", "", "404 Not Found")),
  page("zstd", answer("x", "Content-Encoding: zstd\r\n")),
  record("resource", "https://north.example/end", FERRY, 4_000_000_000),
]);
const FILE = bytesOf("crawl.warc", CRAWL);

const inRecord =
  (number: number, start: number, end: number) =>
  (places: readonly Place[]): void => {
    expect(places).toEqual([
      [
        { kind: "record", number },
        { kind: "bytes", start, end },
      ],
    ]);
  };

describeFormat(WARC, [
  {
    file: FILE,
    placed: [
      { part: "2", words: "old", at: inRecord(2, 14, 17) },
      { part: "4", words: "mill", at: inRecord(4, 4, 8) },
    ],
  },
  {
    file: bytesOf("crawl.warc.gz", gzipSync(CRAWL)),
    placed: [
      {
        part: "2",
        words: "old",
        at: (places) => expect(places[0]?.[0]).toEqual({ kind: "entry", name: "crawl.warc" }),
      },
    ],
  },
]);

test("pages are unpacked, also where their headers lie", async () => {
  const { articles } = await readFile(FILE);
  expect(articles.map(({ part, text }) => [part, text])).toEqual([
    ["2", FERRY],
    ["4", MILL],
    ["5", MILL],
    ["6", MILL],
  ]);
});

test("records packed one by one are one archive", async () => {
  const one = page("ferry", answer(FERRY));
  const file = Buffer.concat([gzipSync(one), gzipSync(page("mill", answer(MILL)))]);
  expect((await readFile(bytesOf("a.warc.gz", file))).articles.map(({ part }) => part)).toEqual([
    "1",
    "2",
  ]);
});

test("the address is declared, and the day of saving told as no day of the article", async () => {
  const { metadata } = (await readFile(FILE)).articles[0]?.extracted ?? {};
  expect(metadata).toMatchObject({
    url: { value: "https://north.example/ferry", origin: "header" },
    doubts: [{ detail: expect.stringContaining("2024-05-03") }],
  });
  expect(metadata).not.toHaveProperty("published");
});

test("a day that the page itself tells counts before that of saving", async () => {
  const head = `<meta property="article:published_time" content="2019-02-01">`;
  const html = `<html><head><title>Ferry</title>${head}</head><body><h1>Ferry</h1><p>${FERRY}</p></body></html>`;
  const file = page("ferry", answer(html, "Content-Type: text/html\r\n"));
  const { articles } = await readFile(bytesOf("a.warc", file));
  expect(articles[0]?.extracted?.metadata).toMatchObject({
    published: { value: "2019-02-01", origin: "meta" },
    url: { value: "https://north.example/ferry", origin: "header" },
  });
  expect(articles[0]?.extracted?.metadata).not.toHaveProperty("doubts");
});

test("what is no page is counted, what cannot be read told with its record", async () => {
  const { refused } = await readFile(FILE);
  expect(refused).toMatchObject([
    { part: "9", reason: "binary" },
    { part: "10", reason: "damaged" },
    { reason: "other-kind", detail: expect.stringContaining("image/png 1") },
  ]);
  expect(refused[2]?.detail).toContain("404 1");
});

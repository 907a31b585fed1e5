// Scans: what is recognised in them, where it stands, what is told of those that cannot be read, and what is kept. By the real engine.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openScanKeeper, type ScanKeeper } from "../../../src/adapters/ocr/scan-keeper.ts";
import { openEngine } from "../../../src/adapters/ocr/tesseract-engine.ts";
import { describePlaces } from "../../../src/core/place.ts";
import type { PageImage } from "../../../src/core/ports/scan-reader.ts";
import type { Extraction } from "../../../src/corpus/formats/format.ts";
import { readArticles } from "../../../src/corpus/formats/read-file.ts";
import { makeScan, mapPixels, readFerryScan, turnOver } from "./make-scan.ts";

const PAGE = readFerryScan();
const WORDS = "The ferry to Orlen sails again from Monday, the port authority said on Tuesday";

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "pullquote-scans-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function openKeeper(mayRecognise: boolean, folder = makeFolder()): ScanKeeper {
  const keeper = openScanKeeper({ folder, mayRecognise });
  onTestFinished(() => keeper.close());
  return keeper;
}

const read = (bytes: Uint8Array, scans = openKeeper(true)): Promise<Extraction> =>
  readArticles({ name: "scan.pdf", bytes }, { maxBytes: 20_000_000, scans });

const placesOf = ({ articles: [article] }: Extraction, words: string) => {
  const start = article?.text.indexOf(words) ?? -1;
  expect(start, article?.text).toBeGreaterThanOrEqual(0);
  return article?.extracted?.places({ start, end: start + words.length }) ?? [];
};

const boxOf = (extraction: Extraction, words: string) => {
  const [[step] = []] = placesOf(extraction, words);
  if (step?.kind !== "page") throw new Error("no page");
  return step.rectangle;
};

/** A repeatable noise, 0 to 1. */
function makeNoise(): () => number {
  let seed = 1;
  return () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
}

test("a scan's words are its article, each with page, box and how sure the engine is", async () => {
  const extraction = await read(makeScan([PAGE]));
  const places = placesOf(extraction, WORDS);
  expect(places.map(([step]) => step?.kind)).toEqual(["page", "page"]);
  expect(describePlaces(places)).toMatch(
    /^page 1, recognised from a scan \(least sure word: \d+ %\)$/,
  );
  // "sails again" stands in the upper half of a page of 374 by 245 points.
  const [left, bottom, right, top] = boxOf(extraction, "sails again from Monday");
  expect(left).toBeGreaterThan(120);
  expect(right).toBeLessThan(280);
  expect(bottom).toBeGreaterThan(180);
  expect(top).toBeLessThan(205);
  expect(extraction.articles[0]?.extracted?.metadata?.doubts?.[0]?.detail).toContain(
    "not verified against the page",
  );
});

test("a scan upside down, on its side, or in strips is read, and its boxes are where the page shows them", async () => {
  const upright = boxOf(await read(makeScan([PAGE])), "sails again from Monday");
  const turned = boxOf(await read(makeScan([turnOver(PAGE)])), "sails again from Monday");
  const [width, height] = [PAGE.width / 2, PAGE.height / 2];
  const back = [width - turned[2], height - turned[3], width - turned[0], height - turned[1]];
  for (const [at, edge] of back.entries()) expect(edge).toBeCloseTo(upright[at] ?? 0, -1);
  const strips = boxOf(await read(makeScan([PAGE], { strips: 4 })), "sails again from Monday");
  for (const [at, edge] of strips.entries()) expect(edge).toBeCloseTo(upright[at] ?? 0, -1);
  const aside = boxOf(await read(makeScan([PAGE], { rotate: 90 })), "sails again from Monday");
  expect(aside[3] - aside[1]).toBeGreaterThan(5 * (aside[2] - aside[0]));
});

test("a poor scan is read with less certainty, and a quote is as sure as its least sure word", async () => {
  const noise = makeNoise();
  const coarse = mapPixels(PAGE, (_, x, y) => {
    const value = PAGE.grey[(y - (y % 2)) * PAGE.width + x - (x % 2)] ?? 255;
    return Math.max(0, Math.min(255, 40 + 0.75 * value + 30 * (noise() - 0.5)));
  });
  const extraction = await read(makeScan([coarse]));
  const [article] = extraction.articles;
  const text = article?.text ?? "";
  const places = article?.extracted?.places({ start: 0, end: text.length }) ?? [];
  const sure = places.flatMap(([step]) => (step?.kind === "page" ? (step.recognised ?? []) : []));
  expect(Math.min(...sure)).toBeLessThan(90);
  expect(describePlaces(places)).toContain(`least sure word: ${Math.min(...sure)} %`);
});

test("a photograph, an empty page, one without a picture, and a damaged picture are told, not read", async () => {
  const noise = makeNoise();
  const photograph = mapPixels(
    PAGE,
    (_, x, y) => 127 + 80 * Math.sin(x / 17) * Math.cos(y / 23) + 60 * (noise() - 0.5),
  );
  const blank = mapPixels(PAGE, () => 250);
  const refusals: readonly [PageImage | undefined, RegExp][] = [
    [photograph, /no text in it can be read/],
    [blank, /it is empty/],
    [undefined, /no picture/],
  ];
  for (const [page, words] of refusals) {
    const { articles, refused } = await read(makeScan([page]));
    expect(articles).toEqual([]);
    expect(refused).toMatchObject([{ reason: "no-prose", detail: expect.stringMatching(words) }]);
  }
  for (const damage of [
    (packed: Buffer) => packed.subarray(0, 200),
    (packed: Buffer) => Buffer.from(packed).fill(0x55, 100),
  ]) {
    const { refused } = await read(makeScan([PAGE], { damage }));
    expect(refused).toMatchObject([
      { reason: "no-prose", detail: expect.stringContaining("page 1") },
    ]);
  }
  const { articles } = await read(makeScan([blank, PAGE]));
  const doubts = articles[0]?.extracted?.metadata?.doubts?.map(({ detail }) => detail).join("\n");
  expect(doubts).toContain("nothing recognised on page 1: it is empty");
});

test("what was recognised is kept: the same text is read again without the engine", async () => {
  const folder = makeFolder();
  const bytes = makeScan([PAGE, PAGE]);
  const before = await read(bytes, openKeeper(true, folder));
  const after = await read(bytes, openKeeper(false, folder));
  expect(JSON.stringify(after)).toBe(JSON.stringify(before));
  expect(placesOf(after, WORDS)).toEqual(placesOf(before, WORDS));
});

test("without the engine, what is not whole or not sound is refused with the command that helps", async () => {
  const folder = makeFolder();
  const bytes = makeScan([PAGE, PAGE]);
  await read(bytes, openKeeper(true, folder));
  const [name = ""] = readdirSync(join(folder, "recognised"));
  const file = join(folder, "recognised", name);
  const kept = readFileSync(file, "utf8");
  const refusal = async (): Promise<string | undefined> =>
    (await read(bytes, openKeeper(false, folder))).refused[0]?.detail;
  for (const spoilt of [kept.slice(0, -100), kept.replace("Orlen", "Velm"), "nothing"]) {
    writeFileSync(file, spoilt);
    expect(await refusal()).toContain("pullquote index --ocr");
  }
  writeFileSync(file, kept.slice(0, -100));
  expect(await refusal()).toContain("1 of them are left");
  // The next run reads the rest, behind the line that was cut.
  await read(bytes, openKeeper(true, folder));
  expect(await refusal()).toBeUndefined();
  openKeeper(false, folder).forget(name.replace(".jsonl", ""));
  expect(await refusal()).toContain("pullquote index --ocr");
});

test("a text is not made of half a document's scans", async () => {
  const { articles, refused } = await readArticles(
    { name: "scan.pdf", bytes: makeScan([PAGE]) },
    { maxBytes: 20_000_000 },
  );
  expect(articles).toEqual([]);
  expect(refused[0]?.detail).toContain("pullquote index --ocr");
});

test("an image that is none fails alone, and the engine reads the next one", async () => {
  const engine = await openEngine();
  if (engine === undefined) throw new Error("tesseract.js is not installed");
  onTestFinished(() => engine.close());
  const none = await engine.recognise({ width: 0, height: 0, grey: new Uint8Array() }, undefined);
  expect(none).toContain("recognition failed");
  const text = await engine.recognise(PAGE, undefined);
  expect(Array.isArray(text) && text.length).toBeGreaterThan(2);
});

test("an engine that is stopped says so at once", async () => {
  const engine = await openEngine();
  const reason = new Error("enough");
  const stop = new AbortController();
  const reading = engine?.recognise(PAGE, stop.signal);
  setTimeout(() => stop.abort(reason), 50);
  await expect(reading).rejects.toBe(reason);
  await engine?.close();
});

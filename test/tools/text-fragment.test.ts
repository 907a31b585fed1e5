// The link to a quote's words, followed in a real browser to a page of a local server.

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Source } from "../../src/core/answer.ts";
import { linkToWords } from "../../src/export/link-to-words.ts";
import { mintExcerpt } from "../../src/quote/mint-quote.ts";
import { findTool } from "./find-tool.ts";
import { type Browser, openChromium } from "./open-chromium.ts";

const chromium = findTool("Chromium", ["chromium", "chromium-browser", "google-chrome"]);
const PARAGRAPHS = [
  "The harbour was closed on Monday, and again he said yes to the board.",
  "A well-known baker – open since 1931 – sells salt, butter & “cinnamon” buns (100% rye), it’s said.",
  "Later he said no. On Friday again he said yes, this time to the mayor; nobody had asked him.",
  `The report is long. ${"It tells of ropes, of tar and of the men who sold both. ".repeat(12)}It ends in tears.`,
  "漢字の看板が港の入口に立っている。船は朝七時に出る。",
  "The old clock struck nine when the boat came in.",
  "Its master, Ada Roe, had slept.",
];
const TEXT = PARAGRAPHS.join("\n\n");

describe.skipIf(chromium === undefined)("a link with a text fragment in Chromium", () => {
  let server: Server;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    const body = PARAGRAPHS.map(
      (words, i) => `<p id="p${i}">${words.replace("&", "&amp;")}</p>`,
    ).join("");
    const page = `<!doctype html><meta charset="utf-8"><style>p { margin: 150vh 0 }</style>${body}`;
    server = createServer((_request, response) => {
      response.setHeader("content-type", "text/html").end(page);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/news`;
    browser = openChromium(chromium ?? "");
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  /** The ids of the paragraphs that the window shows. */
  async function follow(link: string): Promise<string[]> {
    const page = await browser.open(link, { width: 800, height: 600 });
    const shown = `new Promise((resolve) => setTimeout(() => resolve(
      [...document.querySelectorAll("p")]
        .filter((paragraph) => {
          const { top, bottom } = paragraph.getBoundingClientRect();
          return bottom > 0 && top < innerHeight;
        })
        .map(({ id }) => id)), 300))`;
    const ids = await page.evaluate<string[]>(shown);
    await page.close();
    return ids;
  }

  function linkTo(words: string, from = 0): string {
    const start = TEXT.indexOf(words, from);
    const file = {
      id: "a.txt",
      path: "",
      text: TEXT,
      sha256: "",
      textSha256: "",
      size: 1,
      modified: 1,
    };
    const source: Source = {
      articleId: "a.txt",
      path: "",
      url: address,
      sha256: "",
      textSha256: "",
      quotes: [],
    };
    return linkToWords(mintExcerpt(file, { start, end: start + words.length }), source) ?? "";
  }

  test("a page opened without one shows its top, where no paragraph is", async () => {
    expect(await follow(address)).toEqual([]);
    expect(await follow(`${address}#:~:text=words%20that%20it%20lacks`)).toEqual([]);
  });

  test.each([
    ["a whole paragraph", PARAGRAPHS[5] ?? "", "p5"],
    [
      "hyphens, commas, dashes, ampersands, quotation marks and per cents",
      PARAGRAPHS[1] ?? "",
      "p1",
    ],
    ["a part of a sentence", "salt, butter & “cinnamon” buns", "p1"],
    ["a quote of many lines, by its first and last words", PARAGRAPHS[3] ?? "", "p3"],
    ["another script", "船は朝七時に出る。", "p4"],
    ["a quote over two paragraphs", PARAGRAPHS.slice(5).join("\n\n"), "p5"],
  ])("opens the page at %s", async (_what, words, id) => {
    expect(await follow(linkTo(words))).toEqual([id]);
  });

  test("opens the page at the second of two equal phrases, when that is the quote", async () => {
    expect(await follow(linkTo("again he said yes"))).toEqual(["p0"]);
    expect(await follow(linkTo("again he said yes", TEXT.indexOf("Later")))).toEqual(["p2"]);
  });
});

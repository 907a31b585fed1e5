// Stories → web pages as sites and programs write them, and the files that hold such pages.

import { gzipSync } from "node:zlib";
import { type makeTar, makeZip } from "../../test/corpus/formats/pack.ts";
import type { Chance, Story } from "./stories.ts";

export const escapeXml = (words: string): string =>
  words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** Words in elements, references for signs, and lines that break where they get long. */
export function markUp(words: string, chance: Chance): string {
  const marked = words.split(" ").map((word) => {
    const escaped = escapeXml(word).replace(/[^\0-\x7f]/gu, (sign) =>
      chance(0.4) ? `&#${sign.codePointAt(0)};` : sign,
    );
    if (chance(0.03)) return `<a href="/topic?a=1&amp;b=2">${escaped}</a>`;
    if (chance(0.02)) return `<em>${escaped}</em>`;
    return chance(0.01) ? `<!-- ad > slot -->${escaped}` : escaped;
  });
  return marked.reduce((line, word) => `${line}${chance(0.07) ? "\n\t  " : " "}${word}`);
}

const wrap = (story: Story, chance: Chance, open: string, close: string): string =>
  story.paragraphs.map((words) => `${open}${markUp(words, chance)}${close}`).join("\n");

export const writeBody = (story: Story, chance: Chance): string =>
  wrap(story, chance, `<p class="body">`, "</p>");

export function writePage(story: Story, chance: Chance, charset = "utf-8"): string {
  const title = escapeXml(story.title);
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="${charset}"><title>${title} | The Site</title>
<script>var a = "<p>not this</p>";</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>${title}</h1><time datetime="${story.day}">${story.day}</time>
${writeBody(story, chance)}
</article><footer>All rights reserved.</footer></body></html>
`;
}

/** What the encoding does not know is a reference. */
export function encodeWindows1252(text: string): Buffer {
  const high = new Map(
    Array.from({ length: 128 }, (_, at) => [
      new TextDecoder("windows-1252").decode(Uint8Array.of(at + 128)),
      at + 128,
    ]),
  );
  const bytes = Array.from(text).flatMap((sign) => {
    const code = sign.codePointAt(0) ?? 0;
    if (code < 128) return [code];
    const byte = high.get(sign);
    return byte === undefined ? [...Buffer.from(`&#${code};`)] : [byte];
  });
  return Buffer.from(bytes);
}

export function writeEpub(stories: readonly Story[], chance: Chance): Uint8Array {
  const ids = stories.map((_, at) => `chapter-${at + 1}`);
  const item = (id: string): string =>
    `<item id="${id}" href="text/${id}.xhtml" media-type="application/xhtml+xml"/>`;
  const container = `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>`;
  const book = `<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Stories</dc:title></metadata><manifest>${ids.map(item).join("")}</manifest><spine>${ids.map((id) => `<itemref idref="${id}"/>`).join("")}</spine></package>`;
  return makeZip([
    { name: "mimetype", content: "application/epub+zip", stored: true },
    { name: "META-INF/container.xml", content: container },
    { name: "OEBPS/book.opf", content: book },
    ...stories.map((story, at) => ({
      name: `OEBPS/text/${ids[at]}.xhtml`,
      content: writePage(story, chance),
    })),
  ]);
}

/** Answers as servers give them: plain, packed, in chunks. */
export function writeWarc(stories: readonly Story[], chance: Chance): Buffer {
  const record = (type: string, url: string, body: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from(
        `WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2024-05-03T10:00:00Z\r\nContent-Length: ${body.length}\r\n\r\n`,
      ),
      body,
      Buffer.from("\r\n\r\n"),
    ]);
  const answers = stories.flatMap((story) => {
    const page = Buffer.from(writePage(story, chance));
    const isPacked = chance(0.5);
    const packed = isPacked ? gzipSync(page) : page;
    const isChunked = chance(0.5);
    const head = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n${isPacked ? "Content-Encoding: gzip\r\n" : ""}${isChunked ? "Transfer-Encoding: chunked\r\n" : ""}\r\n`;
    const body = isChunked ? chunk(packed) : packed;
    return [
      record("request", story.url, Buffer.from("GET / HTTP/1.1\r\nHost: a.example\r\n\r\n")),
      record("response", story.url, Buffer.concat([Buffer.from(head), body])),
    ];
  });
  return Buffer.concat([record("warcinfo", "", Buffer.from("software: none\r\n")), ...answers]);
}

const CHUNK = 997;

function chunk(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const part = bytes.subarray(at, at + CHUNK);
    parts.push(Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from("\r\n"));
  }
  return Buffer.concat([...parts, Buffer.from("0\r\n\r\n")]);
}

/** A page, a text and a zip with a page, in a zip or a tar. */
export function writeArchive(
  [one, two, three]: readonly [Story, Story, Story],
  chance: Chance,
  make: typeof makeZip | typeof makeTar,
): Uint8Array {
  return make([
    { name: "2024/page.html", content: writePage(one, chance) },
    {
      name: "notes/été.txt",
      content: `\ufeff${two.title}\r\n\r\n${two.paragraphs.join("\r\n\r\n")}`,
    },
    {
      name: "inner.zip",
      content: makeZip([{ name: "a/b.html", content: writePage(three, chance) }]),
    },
  ]);
}

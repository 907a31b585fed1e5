// A sound file of each kind that is read, made here: what the damage is done to.

import { gzipSync } from "node:zlib";
import type { FileBytes } from "../../src/corpus/formats/format.ts";
import { makeTar, makeZip } from "../../test/corpus/formats/pack.ts";

const SENTENCE = "The ferry – old as it is – stops at noon, the harbour master of Lindby said. ";
export const PROSE: string = Array.from({ length: 40 }, (_, at) => `${at}. ${SENTENCE}`).join(
  "\n\n",
);
const PARAGRAPHS = PROSE.split("\n\n");
const each = (open: string, close: string): string =>
  PARAGRAPHS.map((words) => `${open}${words}${close}`).join("\n");

const HTML = `<!doctype html><html><head><title>Ferry</title><meta property="og:title" content="Ferry"></head><body><nav><a href="/">Home</a></nav><article><h1>Ferry stops</h1>${each("<p>", "</p>")}</article></body></html>`;

export const wordXml = (body: string): string =>
  `<?xml version="1.0"?><w:document xmlns:w="urn:w"><w:body>${body}</w:body></w:document>`;

export const makeDocx = (document: string, stored = false): Uint8Array =>
  makeZip([
    { name: "[Content_Types].xml", content: "<Types/>" },
    { name: "word/document.xml", content: document, stored },
    {
      name: "docProps/core.xml",
      content: "<c xmlns:dc='urn:d'><dc:title>Ferry</dc:title><dc:creator>Ada Roe</dc:creator></c>",
    },
  ]);

export const odtXml = (body: string): string =>
  `<o:document-content xmlns:o="urn:o" xmlns:text="urn:t"><o:body><o:text>${body}</o:text></o:body></o:document-content>`;

export const makeOdt = (content: string): Uint8Array =>
  makeZip([
    { name: "mimetype", content: "application/vnd.oasis.opendocument.text", stored: true },
    { name: "META-INF/manifest.xml", content: "<manifest/>" },
    { name: "content.xml", content },
  ]);

const EPUB = makeZip([
  { name: "mimetype", content: "application/epub+zip", stored: true },
  {
    name: "META-INF/container.xml",
    content: '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
  },
  {
    name: "book.opf",
    content:
      '<package xmlns:dc="urn:d"><metadata><dc:title>Water</dc:title></metadata><manifest><item id="a" href="a.xhtml"/><item id="b" href="b.xhtml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
  },
  { name: "a.xhtml", content: HTML },
  { name: "b.xhtml", content: HTML },
]);

export function warcRecord(body: Uint8Array | string, length?: number): Buffer {
  const raw = Buffer.from(body);
  const head = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://north.example/a\r\nWARC-Date: 2024-05-03T10:00:00Z\r\nContent-Length: ${length ?? raw.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), raw, Buffer.from("\r\n\r\n")]);
}

const ANSWER = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
const PAGE = Buffer.concat([
  warcRecord(`${ANSWER}\r\n${HTML}`),
  warcRecord(
    Buffer.concat([Buffer.from(`${ANSWER}Content-Encoding: gzip\r\n\r\n`), gzipSync(HTML)]),
  ),
]);

const MAIL = `From: Ada Roe <ada@north.example>\r\nTo: desk@north.example\r\nSubject: Ferry\r\nDate: Fri, 03 May 2024 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${PROSE.replaceAll("\n", "\r\n")}\r\n`;
const RSS = `<?xml version="1.0"?><rss version="2.0"><channel><title>North</title>${each("<item><title>Ferry</title><description>", "</description></item>")}</channel></rss>`;
const RTF =
  String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\title Ferry}}` +
  PARAGRAPHS.map((words) => `${words.replaceAll("–", "\\'96")}\\par\n`).join("") +
  "}";
const CUES = PARAGRAPHS.map(
  (words, at) =>
    `00:${String(at).padStart(2, "0")}:00.000 --> 00:${String(at).padStart(2, "0")}:09.000\n${words}\n`,
);

const file = (name: string, content: string | Uint8Array): FileBytes => ({
  name,
  bytes: Uint8Array.from(Buffer.from(content)),
});

export const SAMPLES: readonly FileBytes[] = [
  file("a.txt", PROSE),
  file("a.md", `---\ntitle: Ferry\n---\n\n# Ferry\n\n${PROSE}`),
  file("a.csv", `title,text\n${PARAGRAPHS.map((words) => `Ferry,"${words}"`).join("\n")}\n`),
  file("a.jsonl", PARAGRAPHS.map((text) => JSON.stringify({ title: "Ferry", text })).join("\n")),
  file("a.vtt", `WEBVTT\n\n${CUES.join("\n")}`),
  file("a.html", HTML),
  file("a.eml", MAIL),
  file("a.mbox", `From ada@north.example Fri May  3 10:00:00 2024\n${MAIL}`),
  file("a.rss", RSS),
  file("a.rtf", RTF),
  file("a.docx", makeDocx(wordXml(each("<w:p><w:r><w:t>", "</w:t></w:r></w:p>")))),
  file("a.odt", makeOdt(odtXml(each("<text:p>", "</text:p>")))),
  file("a.epub", EPUB),
  file("a.warc", PAGE),
  file("a.warc.gz", gzipSync(PAGE)),
  file("a.txt.gz", gzipSync(PROSE)),
  file(
    "a.zip",
    makeZip([
      { name: "b/a.html", content: HTML },
      { name: "a.txt", content: PROSE },
    ]),
  ),
  file(
    "a.tar",
    makeTar([
      { name: "b/a.html", content: HTML },
      { name: "a.txt", content: PROSE },
    ]),
  ),
  file(
    "a.tgz",
    gzipSync(
      makeTar([
        { name: "a.eml", content: MAIL },
        { name: "a.rtf", content: RTF },
      ]),
    ),
  ),
];

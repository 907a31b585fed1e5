// Stories → files that hold one or several as text: mails, tables, JSON, feeds, captions.

import type { Chance, Story } from "./stories.ts";
import { escapeXml, writeBody, writePage } from "./write-pages.ts";

const CRLF = "\r\n";

/** As programs wrap a mail's lines. */
function wrapLines(words: string, width: number): readonly string[] {
  const lines: string[] = [""];
  for (const word of words.split(" ")) {
    const line = lines.at(-1) ?? "";
    if (line !== "" && line.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines;
}

export type MailCoding = "8bit" | "quoted-printable" | "base64";

/** The headline is the subject and the first line of the body too. */
export function writeMail(story: Story, coding: MailCoding, html?: string): string {
  const plain = [story.title, ...story.paragraphs]
    .map((words) => wrapLines(words, coding === "8bit" ? 72 : 900).join(CRLF))
    .join(CRLF + CRLF);
  const subject = `=?utf-8?B?${Buffer.from(story.title.slice(0, 40)).toString("base64")}?=`;
  const isPlain = !/[^\0-\x7f]/.test(story.title);
  return [
    "From: Ada Roe <ada@north.example>",
    "To: desk@south.example",
    `Subject: ${isPlain ? story.title : subject}`,
    "Date: Fri, 03 May 2024 10:00:00 +0000",
    "MIME-Version: 1.0",
    `Content-Type: text/${html === undefined ? "plain" : "html"}; charset=utf-8`,
    `Content-Transfer-Encoding: ${coding}`,
    "",
    encode(html?.replaceAll("\n", CRLF) ?? plain, coding),
    "",
  ].join(CRLF);
}

function encode(text: string, coding: MailCoding): string {
  if (coding === "8bit") return text;
  if (coding === "base64")
    return (
      Buffer.from(text)
        .toString("base64")
        .match(/.{1,76}/g) ?? []
    ).join(CRLF);
  return text.split(CRLF).map(quoteLine).join(CRLF);
}

function quoteLine(line: string): string {
  const signs = Array.from(Buffer.from(line), (byte) =>
    byte >= 32 && byte < 127 && byte !== 61
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`,
  );
  let quoted = "";
  let length = 0;
  for (const sign of signs) {
    if (length + sign.length > 74) {
      quoted += `=${CRLF}`;
      length = 0;
    }
    quoted += sign;
    length += sign.length;
  }
  return quoted.replace(/ (?=\r\n|$)/g, "=20");
}

export const writeBox = (stories: readonly Story[]): string =>
  stories
    .map((story, at) => {
      const mail = writeMail(story, at % 2 === 0 ? "8bit" : "quoted-printable");
      const lines = mail.replaceAll(CRLF, "\n").replace(/^From /gm, ">From ");
      return `From ada@north.example Fri May  3 10:00:00 2024\n${lines}\n`;
    })
    .join("");

export function writeMht(story: Story, chance: Chance): string {
  const page = encode(writePage(story, chance).replaceAll("\n", CRLF), "quoted-printable");
  return [
    "From: <Saved by a browser>",
    `Snapshot-Content-Location: ${story.url}`,
    "Subject: A page",
    "MIME-Version: 1.0",
    `Content-Type: multipart/related; type="text/html"; boundary="----part"`,
    "",
    "------part",
    "Content-Type: text/html; charset=utf-8",
    "Content-Transfer-Encoding: quoted-printable",
    `Content-Location: ${story.url}`,
    "",
    page,
    "------part--",
    "",
  ].join(CRLF);
}

const textOf = ({ paragraphs }: Story): string => paragraphs.join("\n\n");

export function writeTable(stories: readonly Story[], sign: "," | "\t"): string {
  const cell = (value: string): string => `"${value.replaceAll('"', '""')}"`;
  const rows = stories.map((story) => [
    story.day,
    cell(story.title),
    cell(textOf(story)),
    story.url,
  ]);
  return [["published", "headline", "body", "link"], ...rows]
    .map((row) => row.join(sign))
    .join(CRLF);
}

const toRecord = (story: Story) => ({
  ...{ headline: story.title, url: story.url, published: story.day },
  body: textOf(story),
});

/** Every other line is written in ASCII, and an empty line stands between some. */
export const writeJsonLines = (stories: readonly Story[]): string =>
  stories
    .map((story, at) => {
      const line = JSON.stringify(toRecord(story));
      const toAscii = (sign: string): string =>
        `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
      return at % 2 === 0 ? line : `\n${line.replace(/[^\0-\x7f]/g, toAscii)}`;
    })
    .join("\n");

export const writeJson = (stories: readonly Story[]): string =>
  JSON.stringify({ count: stories.length, articles: stories.map(toRecord) }, undefined, 2);

const CDATA = (html: string): string => `<![CDATA[${html}]]>`;

export const writeRss = (stories: readonly Story[], chance: Chance): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Site</title>
${stories.map((story, at) => `<item><title>${escapeXml(story.title)}</title><link>${escapeXml(story.url)}</link><description>${escapeXml(story.paragraphs[0] ?? "")}</description><content:encoded>${(at % 2 === 0 ? CDATA : escapeXml)(`\n  ${writeBody(story, chance)}\n`)}</content:encoded></item>`).join("\n")}
</channel></rss>`;

export const writeAtom = (stories: readonly Story[], chance: Chance): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>The Site</title>
${stories.map((story) => `<entry><title>${escapeXml(story.title)}</title><link href="${escapeXml(story.url)}"/><updated>${story.day}T00:00:00Z</updated><content type="html">${escapeXml(writeBody(story, chance))}</content></entry>`).join("\n")}
</feed>`;

export const writeJsonFeed = (stories: readonly Story[], chance: Chance): string =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "The Site",
    items: stories.map((story, at) => ({
      ...{ id: story.url, url: story.url, title: story.title },
      ...(at % 2 === 0
        ? { content_html: writeBody(story, chance) }
        : { content_text: textOf(story) }),
    })),
  });

/** Two lines a cue; in WebVTT somebody speaks, with references and tags. */
export function writeCaptions(story: Story, isWeb: boolean, chance: Chance): string {
  const time = (second: number): string =>
    `00:${String(Math.floor(second / 60)).padStart(2, "0")}:${String(second % 60).padStart(2, "0")}${isWeb ? "." : ","}000`;
  const lines = story.paragraphs.flatMap((words) => wrapLines(words, 40));
  const cues: string[] = [];
  for (let at = 0; at < lines.length; at += 2) {
    const own = lines.slice(at, at + 2).map((line) => (isWeb ? escapeXml(line) : line));
    if (chance(0.1)) own[0] = `<i>${own[0]}</i>`;
    if (isWeb && chance(0.15)) own[0] = `<v Ada Roe>${own[0]}`;
    const number = isWeb && chance(0.5) ? "" : `${at / 2 + 1}\n`;
    cues.push(`${number}${time(at)} --> ${time(at + 2)}\n${own.join("\n")}\n`);
  }
  return `${isWeb ? "WEBVTT\n\nNOTE made for a test\n\n" : ""}${cues.join("\n")}`;
}

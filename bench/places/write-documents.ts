// Stories → documents of word processors, and what LibreOffice makes of them where it is on this machine.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeZip } from "../../test/corpus/formats/pack.ts";
import type { Chance, Story } from "./stories.ts";
import { escapeXml } from "./write-pages.ts";

/** Runs end anywhere, also within words; what was deleted stands between them. */
export function writeDocx(story: Story, chance: Chance): Uint8Array {
  const run = (words: string): string =>
    `<w:r><w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r>`;
  const paragraph = (words: string): string => {
    const runs = Array.from({ length: Math.ceil(words.length / 37) }, (_, at) => {
      const deleted = `<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>`;
      const own = run(words.slice(37 * at, 37 * at + 37));
      return chance(0.1) ? `${deleted}<w:ins>${own}</w:ins>` : own;
    });
    return `<w:p>${runs.join("")}</w:p>`;
  };
  const body = [story.title, ...story.paragraphs].map(paragraph).join("<w:p/>");
  const table = `<w:tbl><w:tr><w:tc>${paragraph("Left")}</w:tc><w:tc>${paragraph("Right")}</w:tc></w:tr></w:tbl>`;
  return makeZip([
    { name: "[Content_Types].xml", content: "<Types/>" },
    {
      name: "word/document.xml",
      content: `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${table}${body}</w:body></w:document>`,
    },
  ]);
}

const NAMES = ["office", "text", "table", "style", "fo"].map((name) => {
  const last = name === "fo" ? "xsl-fo-compatible" : name;
  return `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${last}:1.0"`;
});

/** A heading, a table, a list, notes below the page, words in italics. */
function writeOdfBody(story: Story, chance: Chance): string {
  const paragraphs = story.paragraphs.map((words, at) => {
    const [first = "", ...rest] = words.split(" ");
    const [told = ""] = /^.{0,120}(?= |$)/.exec(story.paragraphs[at - 3] ?? story.title) ?? [];
    const note = `<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>${escapeXml(told)}.</text:p></text:note-body></text:note>`;
    const own = `<text:span>${escapeXml(first)}</text:span> ${escapeXml(rest.join(" "))}${chance(0.1) ? note : ""}`;
    return chance(0.1)
      ? `<text:list><text:list-item><text:p>${own}</text:p></text:list-item></text:list>`
      : `<text:p>${own}</text:p>`;
  });
  const cell = (words: string): string =>
    `<table:table-cell office:value-type="string"><text:p>${words}</text:p></table:table-cell>`;
  const table = `<table:table table:name="a"><table:table-column table:number-columns-repeated="2"/><table:table-row>${cell("Left")}${cell("Right")}</table:table-row></table:table>`;
  return `<office:body><office:text><text:h text:outline-level="1">${escapeXml(story.title)}</text:h>${table}${paragraphs.join("\n")}</office:text></office:body>`;
}

export const writeOdt = (story: Story, chance: Chance): Uint8Array =>
  makeZip([
    { name: "mimetype", content: "application/vnd.oasis.opendocument.text", stored: true },
    { name: "META-INF/manifest.xml", content: "<manifest/>" },
    {
      name: "content.xml",
      content: `<office:document-content ${NAMES.join(" ")} office:version="1.2">${writeOdfBody(story, chance)}</office:document-content>`,
    },
  ]);

const writeFlatOdf = (story: Story, chance: Chance): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document ${NAMES.join(" ")} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">${writeOdfBody(story, chance)}</office:document>`;

/** In rich text a sign that is not ASCII is a byte of the code page, or its number with a question mark. */
export function writeRtf(story: Story, chance: Chance): string {
  const latin = /[\u00a0-\u00ff]/;
  const paragraphs = [story.title, ...story.paragraphs].map((words) =>
    words
      .replace(/[\\{}]/g, "\\$&")
      .replace(/[^\0-\x7f]/g, (sign) =>
        latin.test(sign)
          ? `\\'${sign.charCodeAt(0).toString(16)}`
          : `\\u${(sign.charCodeAt(0) << 16) >> 16}?`,
      )
      .split(" ")
      .map((word) => (chance(0.03) ? `{\\b ${word}}` : word))
      .reduce((line, word) => `${line}${chance(0.05) ? " \r\n" : " "}${word}`),
  );
  return `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\\f0 ${paragraphs.join("\\par\r\n")}\\par}`;
}

/** Files of one ending that LibreOffice makes of the stories, and nothing else in the folder. */
export function convertByOffice(
  stories: readonly Story[],
  chance: Chance,
  folder: string,
  ending: string,
): void {
  const work = mkdtempSync(join(tmpdir(), "office-"));
  const sources = stories.map((story, at) => {
    const path = join(work, `${at}.fodt`);
    writeFileSync(path, writeFlatOdf(story, chance));
    return path;
  });
  const profile = `-env:UserInstallation=file://${join(work, "profile")}`;
  execFileSync(
    "soffice",
    [profile, "--headless", "--convert-to", ending, "--outdir", folder, ...sources],
    { stdio: "ignore", timeout: 300_000 },
  );
  rmSync(work, { recursive: true });
}

import { describe, expect, test } from "vitest";
import type { ArticleMetadata } from "../../../src/core/article.ts";
import { parseArticle } from "../../../src/corpus/read/parse-article.ts";

const BODY =
  "The lock keeper opened the gate at dawn, and eleven barges passed before noon on Friday.";
const read = (head: string): ArticleMetadata => {
  const text = `${head}\n\n${BODY}\n`;
  const file = {
    id: "a.md",
    path: "a.md",
    text,
    sha256: "0",
    textSha256: "0",
    size: 0,
    modified: 0,
  };
  const article = parseArticle(file);
  const prose = article.blocks.map(({ start, end }) => article.text.slice(start, end));
  expect(prose).toEqual([BODY]);
  return article.metadata;
};
const told = ({ about, doubts, ...fields }: ArticleMetadata): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([key, { value }]) => [key, value]));
const yaml = (...lines: string[]): string => `---\n${lines.join("\n")}\n---`;

describe("front matter is found", () => {
  const wanted = { title: "Lock opens at Ahr", published: "2023-05-06" };
  test.each([
    ["below blank lines", `\n \n\t\n${yaml("title: Lock opens at Ahr", "date: 2023-05-06")}`],
    [
      "below a mark and blank lines",
      `\uFEFF\r\n\r\n${yaml("title: Lock opens at Ahr", "date: 2023-05-06")}`,
    ],
    [
      "below blank lines and a mark",
      `\n\uFEFF${yaml("title: Lock opens at Ahr", "date: 2023-05-06")}`,
    ],
    ["as TOML", '+++\ntitle = "Lock opens at Ahr"\ndate = 2023-05-06\n+++'],
    [
      "as TOML below blank lines",
      '\n\n+++\ntitle = "Lock opens at Ahr"\ndate = "2023-05-06"\n[extra]\nx = 1\n+++',
    ],
    ["as broken TOML", "+++\ntitle = 'Lock opens at Ahr'\ntitle2 = \ndate = 2023-05-06\n+++"],
    ["under a named fence", '---toml\ntitle = "Lock opens at Ahr"\ndate = 2023-05-06\n---'],
    ["as JSON", '{\n  "title": "Lock opens at Ahr",\n  "date": "2023-05-06"\n}'],
    ["as JSON between marks", ';;;\n{"title": "Lock opens at Ahr", "date": "2023-05-06"}\n;;;'],
    ["as lines above a blank one", "Title: Lock opens at Ahr\nDate: 2023-05-06"],
    ["as Pandoc writes it", "% Lock opens at Ahr\n%\n% 6 May 2023"],
    ["behind a fence that stays open", "---\ntitle: Lock opens at Ahr\ndate: 2023-05-06"],
  ])("%s", (_, head) => {
    expect(told(read(head))).toEqual(wanted);
  });
});

describe("authors are named", () => {
  test.each([
    ["as one object", ["author: {name: Mia Holt, email: m@holt.example}"], "Mia Holt"],
    ["as parts of a name", ["author:", "  given: Mia", "  family: Holt"], "Mia Holt"],
    [
      "as a list of objects",
      ["authors:", "  - name: Mia Holt", "    id: 7", "  - name: Per Dahl"],
      "Mia Holt, Per Dahl",
    ],
    [
      "as literal names",
      ["author:", "  - literal: Mia Holt", "  - family: Dahl", "    given: Per"],
      "Mia Holt, Per Dahl",
    ],
    ["as keys", ["author:", "  Mia Holt: reporter", "  Per Dahl: photos"], "Mia Holt, Per Dahl"],
    ["by a key that is repeated", ["author: Mia Holt", "author: Per Dahl"], "Mia Holt, Per Dahl"],
    [
      "by a repeated list",
      ["authors: [Mia Holt]", "authors: [Per Dahl, Mia Holt]"],
      "Mia Holt, Per Dahl",
    ],
    ["under by", ["by: By Mia Holt"], "Mia Holt"],
    [
      "as links to notes",
      ['author: ["[[Mia Holt]]", "[[staff/p-dahl|Per Dahl]]"]'],
      "Mia Holt, Per Dahl",
    ],
    ["as unquoted links", ["author: [[Mia Holt]]"], "Mia Holt"],
    ["as an unquoted link with another name", ["author: [[staff/mia|Mia Holt]]"], "Mia Holt"],
    [
      "as unquoted links in a row",
      ["author: [[staff/Mia Holt]], [[Per Dahl]]"],
      "Mia Holt, Per Dahl",
    ],
    ["as a path", ['author: "[[staff/Mia Holt.md#Bio]]"'], "Mia Holt"],
    ["as a link to a page", ['author: "[Mia Holt](https://holt.example/mia)"'], "Mia Holt"],
    ["with an address", ["author: Mia Holt <mia@holt.example>"], "Mia Holt"],
  ])("%s", (_, lines, author) => {
    expect(told(read(yaml(...lines)))["author"]).toBe(author);
  });

  test("in TOML tables", () => {
    const head =
      '+++\ntitle = "Lock"\n[[authors]]\nname = "Mia Holt"\n[[authors]]\nname = "Per Dahl"\n+++';
    expect(told(read(head))["author"]).toBe("Mia Holt, Per Dahl");
    expect(told(read('+++\n[taxonomies]\nauthors = ["Mia Holt"]\n+++'))["author"]).toBe("Mia Holt");
  });
});

describe("a source is an address or a publisher", () => {
  test.each([
    [["source: https://ahr.example/lock"], { url: "https://ahr.example/lock" }],
    [["source: Ahr Gazette"], { publisher: "Ahr Gazette" }],
    [
      ["source: Ahr Gazette", "url: https://ahr.example/lock"],
      { publisher: "Ahr Gazette", url: "https://ahr.example/lock" },
    ],
    [
      ['source: "[Ahr Gazette](https://ahr.example/lock)"'],
      { publisher: "Ahr Gazette", url: "https://ahr.example/lock" },
    ],
    [
      ["source: {name: Ahr Gazette, url: https://ahr.example/lock}"],
      { publisher: "Ahr Gazette", url: "https://ahr.example/lock" },
    ],
    [
      ["site: Ahr Gazette", "source: https://ahr.example/lock"],
      { publisher: "Ahr Gazette", url: "https://ahr.example/lock" },
    ],
    [
      ["Site Name: Ahr Gazette", "og:url: https://ahr.example/lock"],
      { publisher: "Ahr Gazette", url: "https://ahr.example/lock" },
    ],
    [
      ['publisher: "[[papers/Ahr Gazette]]"', "link: <https://ahr.example/lock>"],
      { publisher: "Ahr Gazette", url: "https://ahr.example/lock" },
    ],
  ])("%j", (lines, wanted) => {
    expect(told(read(yaml(...lines)))).toEqual(wanted);
  });
});

test.each([
  ["6 May 2023", "2023-05-06"],
  ["May 6th, 2023", "2023-05-06"],
  ["Saturday, May 6, 2023 at 3:45 pm", "2023-05-06T15:45"],
  ["Sat, 06 May 2023 15:04:05 +0200", "2023-05-06T15:04:05+02:00"],
  ["2023-05-06 03:45 PM EST", "2023-05-06T15:45-05:00"],
  ["2023-05-06 12:10 a.m.", "2023-05-06T00:10"],
  ["2023-05-06T23:30:00.000Z", "2023-05-06T23:30:00.000Z"],
  ["2023-05-06 23:30:00 -0800", "2023-05-06T23:30:00-08:00"],
  ["2023-05-06T23:30+14", "2023-05-06T23:30+14:00"],
  ["06-May-2023", "2023-05-06"],
  ["2023 May 6", "2023-05-06"],
  ["20230506", "2023-05-06"],
  ["20230506T153000Z", "2023-05-06T15:30:00Z"],
  ["2023.05.06", "2023-05-06"],
  ["2023/5/6", "2023-05-06"],
  ["26.05.2023", "2023-05-26"],
  ["05/26/2023", "2023-05-26"],
  ["1683331200", "2023-05-06T00:00:00Z"],
  ["[2023, 5, 6]", "2023-05-06"],
  ["Updated 8 May 2023; published 6 May 2023", "2023-05-06"],
])("the date %s is %s", (written, iso) => {
  expect(told(read(yaml(`published: ${JSON.stringify(written)}`)))["published"]).toBe(iso);
});

describe("what is there but not understood is told with its line and key", () => {
  test.each([
    [
      ["title: Lock", "date: 3/4/2023"],
      { line: 3, key: "date", detail: '"3/4/2023" may be two days; write it as YYYY-MM-DD' },
    ],
    [
      ["date: soon"],
      { line: 2, key: "date", detail: '"soon" says no day; write it as YYYY-MM-DD' },
    ],
    [["url: /lock"], { line: 2, key: "url", detail: '"/lock" is no web address' }],
    [["author: {id: 7}"], { line: 2, key: "author", detail: '"7" is not understood' }],
    [
      ["title: Lock", "title: Gate"],
      { line: 3, key: "title", detail: "the key stands here a second time; the first is used" },
    ],
    [["title: Lock: it opens", "    stray"], { line: 3, key: "", detail: '"stray" is no field' }],
  ])("%j", (lines, fault) => {
    expect(read(yaml(...lines)).doubts).toEqual([fault]);
  });

  test.each([[["tags: [a]", "created: 2023-05-06", "aliases:"]], [["author:", "date: null"]]])(
    "but nothing is told of %j",
    (lines) => expect(read(yaml(...lines)).doubts).toBeUndefined(),
  );
});

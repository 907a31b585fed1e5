// Tables and JSON: which column is the text, what the others declare, and the row and column of each article.

import { expect, test } from "vitest";
import type { Place } from "../../../src/core/place.ts";
import { readArticles } from "../../../src/corpus/formats/read-file.ts";
import { RECORDS, TABLE } from "../../../src/corpus/formats/tables.ts";
import { bytesOf, describeFormat, readFile } from "../../contracts/format.ts";

const atRow =
  (number: number, name: string) =>
  (places: readonly Place[]): void => {
    expect(places).toEqual([
      [
        { kind: "record", number },
        { kind: "part", name },
      ],
    ]);
  };

const SHEET = bytesOf(
  "news.csv",
  `Headline,Byline,Publish date,Link,Body
Ferry stops,Ada Roe,3 May 2024,https://north.example/ferry,"The ferry, “old” as it is, stops.
It will not sail again."
Mill burns,"Jan Ost, Ivo Lind",2024-05-04,,The mill burned down on Sunday.
Nothing,,,,
`,
);
const LINES = bytesOf(
  "news.jsonl",
  `{"title":"Ferry stops","authors":["Ada Roe"],"date":"2024-05-03T10:00:00Z","text":"The ferry stops at noon."}

{"title":"Mill burns","source":{"name":"North Post"},"text":"The mill burned down."}
`,
);
const LIST = bytesOf(
  "news.json",
  JSON.stringify({
    status: "ok",
    articles: [{ title: "Mill burns", content: "The mill burned." }],
  }),
);

describeFormat(RECORDS, [
  { file: LINES, placed: [{ part: "3", words: "burned down", at: atRow(3, "text") }] },
  { file: LIST, placed: [{ part: "1", words: "The mill", at: atRow(1, "content") }] },
]);

test("a row is an article with what its other columns declare", async () => {
  const { articles, refused } = await readFile(SHEET);
  expect(articles.map(({ part }) => part)).toEqual(["1", "2"]);
  expect(articles[0]).toMatchObject({
    text: "The ferry, “old” as it is, stops.\nIt will not sail again.",
    extracted: {
      metadata: {
        title: { value: "Ferry stops", origin: "field" },
        author: { value: "Ada Roe" },
        published: { value: "2024-05-03" },
        url: { value: "https://north.example/ferry" },
      },
    },
  });
  atRow(1, "Body")(articles[0]?.extracted?.places({ start: 0, end: 4 }) ?? []);
  expect(refused).toMatchObject([{ part: "3", reason: "empty" }]);
});

test("columns that are named win, and one that is missing is told with those that are there", async () => {
  const options = { maxBytes: 1_000_000 };
  const named = await readArticles(SHEET, {
    ...options,
    columns: { text: "Headline", title: "Body" },
  });
  expect(named.articles.map(({ text }) => text)).toContain("Mill burns");
  const missing = await readArticles(SHEET, { ...options, columns: { text: "Story" } });
  expect(missing.refused[0]?.detail).toContain("Headline");
});

test("semicolons part columns where the head says so", async () => {
  const { articles } = await readFile(bytesOf("a.csv", "title;text\nA;One, two and three.\n"));
  expect(articles[0]?.text).toBe("One, two and three.");
});

test("a line that is no JSON is told, and the others are read", async () => {
  const { articles, refused } = await readFile(bytesOf("a.jsonl", '{"text":"One."}\n{"text":\n'));
  expect(articles).toMatchObject([{ text: "One." }]);
  expect(refused).toMatchObject([{ part: "2", reason: "damaged" }]);
});

test("a table is a format by its name alone", () => {
  expect(TABLE.matches(SHEET)).toBe(true);
});

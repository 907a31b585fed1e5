import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { makePlace, type Place, runProgram } from "../run-program.ts";

const article = (title: string, publisher: string, published: string, text: string): string =>
  `---\ntitle: ${title}\npublisher: ${publisher}\npublished: ${published}\n---\n\n${text}\n`;
const REPAIR =
  "The pier of Eastmere was closed for repair in March 2012 after a storm, and the council paid for new timber.";

const CORPUS = {
  "corpus/gull.txt": article(
    "The pier through the years",
    "Quay Courier",
    "2016-04-26",
    `The pier of Eastmere was opened by the mayor on 3 May 1931. ${REPAIR}\n\nThe pier of Eastmere reopened last week.\n\nUpdated at noon on 27 April 2016: the pier of Eastmere.`,
  ),
  "corpus/heron.txt": article(
    "An old pier",
    "Hill Gazette",
    "2014-09-02",
    `The pier of Eastmere was opened on 7 June 1932 by the mayor. ${REPAIR}\n\nAna Roe (1890-1960) drew the pier of Eastmere.`,
  ),
  "corpus/knot.txt":
    "A walk on the pier\n\nOn Tuesday the pier of Eastmere was painted white. The pier of Eastmere has a small café.\n",
};

interface Statement {
  readonly quote: number;
  readonly basis: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly written: string | null;
  readonly otherwise: readonly number[];
}

async function trace(place: Place, ...words: readonly string[]): Promise<string> {
  const { stdout, code } = await runProgram(place, ["timeline", ...words]);
  expect(code).toBe(0);
  return stdout;
}

test("a timeline stands in order, each copy once, what nobody can place last", async () => {
  const place = makePlace(CORPUS);
  const printed = JSON.parse(await trace(place, "pier of Eastmere", "--format", "json"));
  const quotes: readonly { number: number; text: string }[] = printed.answer.quotes;
  const told = (printed.statements as readonly Statement[]).map(({ quote, ...rest }) => ({
    ...rest,
    text: quotes.find(({ number }) => number === quote)?.text,
  }));
  expect(told.map(({ text }) => text)).toEqual([
    "The pier of Eastmere was opened by the mayor on 3 May 1931.",
    "The pier of Eastmere was opened on 7 June 1932 by the mayor.",
    REPAIR,
    "Ana Roe (1890-1960) drew the pier of Eastmere.",
    "The pier of Eastmere reopened last week.",
    "On Tuesday the pier of Eastmere was painted white.",
    "The pier of Eastmere has a small café.",
  ]);
  expect(told.map(({ from, to, basis }) => `${basis} ${from} ${to}`)).toEqual([
    "text 1931-05-03 1931-05-03",
    "text 1932-06-07 1932-06-07",
    "text 2012-03-01 2012-03-31",
    "published 2014-09-02 2014-09-02",
    "text 2016-04-18 2016-04-24",
    "partial null null",
    "none null null",
  ]);
  expect(told.map(({ otherwise }) => otherwise)).toEqual([[2], [1], [], [], [], [], []]);
  const schemas = ["answer", "timeline"].map((name) =>
    JSON.parse(readFileSync(`docs/schemas/${name}.schema.json`, "utf8")),
  );
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema(schemas[0], "answer.schema.json");
  const validate = ajv.compile(schemas[1]);
  expect(validate(printed), JSON.stringify(validate.errors)).toBe(true);
});

test("the text says who dates it otherwise, and what nobody can place", async () => {
  const place = makePlace(CORPUS);
  const wide = await trace(place, "pier of Eastmere", "--format", "text");
  expect(wide.replaceAll(/\s+/g, " ")).toContain(
    "3 May 1931, as Quay Courier tells it (Hill Gazette has 7 June 1932):",
  );
  expect(wide.replaceAll(/\s+/g, " ")).toContain(
    "18 to 24 April 2016, as Quay Courier tells it: “The pier of Eastmere reopened last week.”",
  );
  expect(wide.replaceAll(/\s+/g, " ")).toContain("Tuesday, not known which, as ");
});

test.each([
  ["markdown", "pier.md"],
  ["html", "pier.html"],
])("as %s it is proved, and a changed quote is seen", async (format, name) => {
  const place = makePlace(CORPUS);
  const written = await trace(place, "pier of Eastmere", "--format", format);
  writeFileSync(join(place.folder, name), written);
  expect((await runProgram(place, ["verify", name])).code).toBe(0);
  writeFileSync(join(place.folder, name), written.replaceAll("3 May 1931", "3 May 1930"));
  expect((await runProgram(place, ["verify", name])).code).toBe(1);
});

test("the page has a picture with a mark for each time, and nothing that runs or is fetched", async () => {
  const page = await trace(makePlace(CORPUS), "pier of Eastmere", "--format", "html");
  const picture = /<svg.*?<\/svg>/su.exec(page)?.[0] ?? "";
  expect(picture).toContain('aria-label="5 dated statements from 1931-05-03 to 2016-04-24"');
  expect(picture.match(/<circle|<rect/gu)?.length).toBeGreaterThanOrEqual(4);
  expect(page).not.toMatch(/<script|https?:\/\/[^"]*\.(?:js|css)/u);
});

test("a subject that nothing is said on is refused, and a time in it is heeded", async () => {
  const place = makePlace(CORPUS);
  const { code, stdout } = await runProgram(place, [
    "timeline",
    "submarine volcanoes",
    "--width",
    "80",
  ]);
  expect(code).toBe(1);
  expect(stdout).toContain("The articles do not say.");
  const within = await trace(place, "pier of Eastmere in 2012");
  expect(within.replaceAll(/\s+/g, " ")).toContain("closed for repair");
  expect(within).not.toContain("1931");
});

test("without a known date there is no day but what the text itself tells", async () => {
  const place = makePlace({ "corpus/knot.txt": CORPUS["corpus/knot.txt"] });
  const printed = JSON.parse(await trace(place, "pier of Eastmere", "--format", "json"));
  expect(printed.statements.map(({ basis }: Statement) => basis)).toEqual(["partial", "none"]);
  const { code, stderr } = await runProgram(place, [
    "timeline",
    "pier of Eastmere",
    "--as-of",
    "2016-04-28",
  ]);
  expect(code).toBe(1);
  expect(stderr).toContain("1 article without a known date left out by --as-of");
});

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type CheckedDocument, passes } from "../../src/core/check.ts";
import { renderMarkdown } from "../../src/export/render-markdown.ts";
import { checkDocuments } from "../../src/verify/check-documents.ts";
import { CASES, loadCase, makeOutcome } from "../export/load-case.ts";
import { openMemorySource } from "../memory/memory-source.ts";

const SHOWN = ["two-reports", "scripts", "brief", "abstention", "hostile"] as const;

function articlesOf(name: string): { id: string; text: string }[] {
  const folder = join(CASES, name, "articles");
  return readdirSync(folder).map((id) => ({ id, text: readFileSync(join(folder, id), "utf8") }));
}

async function check(
  markdown: string,
  articles: { id: string; text: string }[],
): Promise<CheckedDocument> {
  const { documents } = await checkDocuments(
    [{ name: "export.md", text: markdown }],
    openMemorySource(articles),
  );
  const [document] = documents;
  if (document === undefined) throw new Error("no document came back");
  return document;
}

const exportOf = (name: string): string => renderMarkdown([loadCase(name)]);
const verdictsOf = ({ findings }: CheckedDocument): string[] =>
  findings.filter(({ quotation }) => quotation.aside === undefined).map(({ verdict }) => verdict);

describe.each(SHOWN)("the export %s", (name) => {
  test("is verified throughout, with nothing to note", async () => {
    const checked = await check(exportOf(name), articlesOf(name));

    expect(new Set(verdictsOf(checked))).toEqual(new Set(["verified"]));
    expect(checked.notes).toEqual([]);
  });
});

test("every single-character change in quotes, numbers, source lines and proof is reported", async () => {
  const markdown = exportOf("two-reports");
  const articles = articlesOf("two-reports");
  const before = JSON.stringify(summarise(await check(markdown, articles)));
  const silent: string[] = [];
  for (const at of listPlaces(markdown)) {
    const character = markdown.charAt(at);
    const other = /\d/.test(character)
      ? String((Number(character) + 1) % 10)
      : character === "x"
        ? "y"
        : "x";
    const changed = markdown.slice(0, at) + other + markdown.slice(at + 1);
    const after = JSON.stringify(summarise(await check(changed, articles)));
    if (after === before) silent.push(markdown.slice(at - 20, at + 20));
  }
  expect(silent).toEqual([]);
});

/** What a reader is told: verdicts and notes. */
function summarise({ findings, notes }: CheckedDocument): unknown {
  return [findings.map(({ verdict, quotation }) => [verdict, quotation.text]), notes];
}

/** Every third place in the quotes and the sources, and in the proof block outside its white space. */
function listPlaces(markdown: string): number[] {
  const places: number[] = [];
  for (const { 0: line, index } of markdown.matchAll(/^(?:>|#### |Article:|- ).*$/gm)) {
    for (let at = index + 4; at < index + line.length; at += 1) places.push(at);
  }
  const proof = markdown.indexOf("```json");
  for (const { index } of markdown.slice(proof).matchAll(/\S/g)) places.push(proof + index);
  return places.filter((place) => place % 3 === 0);
}

test("a changed word in a quote is an altered quote", async () => {
  const markdown = exportOf("two-reports");
  const first = /^> “(.*)”/m.exec(markdown)?.[1] ?? "";
  const word = first.match(/\p{Ll}{5,}/u)?.[0] ?? "";
  const changed = markdown.replace(first, first.replace(word, "elephant"));

  expect(verdictsOf(await check(changed, articlesOf("two-reports")))[0]).toBe("altered");
});

test("a number that points to another quote is misattributed", async () => {
  const markdown = exportOf("two-reports");
  const changed = markdown.replace("[\\[1\\]](#source-1)", "[\\[2\\]](#source-1)");
  expect(changed).not.toBe(markdown);

  expect(verdictsOf(await check(changed, articlesOf("two-reports")))[0]).toBe("misattributed");
});

test("notes renumbered throughout are no change", async () => {
  const markdown = exportOf("two-reports");
  const [body = "", proof = ""] = markdown.split("### Proof");
  const renumbered = body.replace(
    /\\\[(\d+)\\\]/g,
    (_all, number) => `\\[${Number(number) + 40}\\]`,
  );
  const checked = await check(`${renumbered}### Proof${proof}`, articlesOf("two-reports"));

  expect(new Set(verdictsOf(checked))).toEqual(new Set(["verified"]));
  expect(checked.notes).toEqual([]);
});

test("a quote that stands elsewhere in the article has moved, when the place in the proof is wrong", async () => {
  const markdown = exportOf("two-reports");
  const changed = markdown.replace(
    /"start": (\d+)/,
    (_all, start) => `"start": ${Number(start) + 1}`,
  );

  expect(verdictsOf(await check(changed, articlesOf("two-reports")))).toContain("moved");
});

test("an article that changed since the export is told, with whether the quote is still there", async () => {
  const articles = articlesOf("two-reports").map(({ id, text }) => ({
    id,
    text: `New top.\n${text}`,
  }));
  const checked = await check(exportOf("two-reports"), articles);

  expect(new Set(verdictsOf(checked))).toEqual(new Set(["changed-source"]));
  expect(checked.findings[0]?.detail).toMatch(/still there/);
});

test("a quote whose article is not in the folder is unchecked and does not pass", async () => {
  const checked = await check(exportOf("two-reports"), [
    { id: "other.txt", text: "Nothing of it." },
  ]);

  expect(new Set(verdictsOf(checked))).toEqual(new Set(["unchecked"]));
  expect(checked.findings.every((finding) => passes(finding, false))).toBe(false);
});

test("an article that was renamed is found by its text", async () => {
  const articles = articlesOf("two-reports").map(({ id, text }) => ({ id: `old-${id}`, text }));
  const digest = createHash("sha256")
    .update(articles[0]?.text ?? "")
    .digest("hex");
  expect(exportOf("two-reports")).toContain(digest);

  expect(new Set(verdictsOf(await check(exportOf("two-reports"), articles)))).toEqual(
    new Set(["moved"]),
  );
});

const HALVES = `Pump house closes

“The pumps ran dry before noon [on Sunday]. We had told them so,” said Ilse Marn. “Nobody wrote it down.”
She added that “the valve was never shut, and the log was lost. It has not been found.”
`;

test.each([
  ["opens a quotation and leaves it open", "“The pumps ran dry before noon [on Sunday]."],
  ["goes on from one that is open", "We had told them so,” said Ilse Marn."],
  ["closes one and opens another", "We had told them so,” said Ilse Marn. “Nobody wrote it down.”"],
  ["opens one in its middle", "She added that “the valve was never shut, and the log was lost."],
])("a quote that %s is one quote, in an answer and as a closest passage", async (_name, words) => {
  const articles = [{ id: "pumps.txt", text: HALVES }];
  const texts = new Map([["pumps.txt", HALVES]]);
  const quotes = [["pumps.txt", words]] as const;
  const asked = { question: "What of the pumps?", articles: {} };
  const answer = makeOutcome({ ...asked, claims: [{ text: "One report:", quotes }] }, texts);
  const abstention = makeOutcome(
    { ...asked, abstention: { reason: "no-match", detail: "Nothing.", closest: quotes } },
    texts,
  );

  for (const outcome of [answer, abstention]) {
    const checked = await check(renderMarkdown([outcome]), articles);
    expect(verdictsOf(checked)).toEqual(["verified"]);
    expect(checked.notes).toEqual([]);
    const [first] = checked.findings;
    expect(first?.quotation.text).toBe(words);
  }
  const edited = renderMarkdown([answer]).replace(/^> .*/m, (line) =>
    line.replace(/dry|told|never/, "soon"),
  );
  expect(verdictsOf(await check(edited, articles))).toEqual(["altered"]);
});

test("a quote among astral characters is verified, and moved when its place is counted in other units", async () => {
  const text =
    "𝕿he 🚢🚢🚢 sailed.\r\n\r\nNobody 👩‍👩‍👧‍👦 was e\u0301ver late for the 🎺, said 𝔄da. The 🚢 sank.\r\n";
  const words = "Nobody 👩‍👩‍👧‍👦 was e\u0301ver late for the 🎺, said 𝔄da.";
  const start = text.indexOf(words);
  const outcome = makeOutcome(
    {
      question: "Who was late?",
      claims: [{ text: "One report:", quotes: [["ship.txt", words]] }],
      articles: {},
    },
    new Map([["ship.txt", text]]),
  );
  const articles = [{ id: "ship.txt", text }];
  const markdown = renderMarkdown([outcome]);
  const checked = await check(markdown, articles);

  expect(verdictsOf(checked)).toEqual(["verified"]);
  expect(checked.notes).toEqual([]);
  expect(checked.findings[0]?.place).toMatchObject({ start, end: start + words.length });
  const inUnits = markdown.replace(/"start": \d+/, `"start": ${start}`);
  expect(verdictsOf(await check(inUnits, articles))).toEqual(["moved"]);
});

test("an export of an older pullquote still verifies", async () => {
  const markdown = readFileSync("test/cases/older-exports/proof-1.md", "utf8");
  expect(markdown).toContain('"pullquote": "proof/1"');
  const checked = await check(markdown, articlesOf("two-reports"));

  expect(new Set(verdictsOf(checked))).toEqual(new Set(["verified"]));
  expect(checked.notes).toEqual([]);
});

test("an export of a newer pullquote says so, and its quotes are checked like a draft's", async () => {
  const markdown = exportOf("two-reports").replace('"proof/2"', '"proof/3"');
  const checked = await check(markdown, articlesOf("two-reports"));

  expect(checked.notes.map(({ text }) => text).join()).toMatch(/version proof\/3/);
  expect(checked.findings.length).toBeGreaterThan(1);
});

test("a change of the manifest, which nothing else repeats, is noted", async () => {
  const markdown = exportOf("two-reports").replace('"pooling": "mean"', '"pooling": "lean"');
  const checked = await check(markdown, articlesOf("two-reports"));

  expect(new Set(verdictsOf(checked))).toEqual(new Set(["verified"]));
  expect(checked.notes.map(({ text }) => text)).toEqual([expect.stringMatching(/checksum/)]);
});

test("words in marks in the name of an article are not judged as somebody's", async () => {
  const said = "we shall not sail on Sundays";
  const texts = [`He said “${said}”, once.`, `She said “${said}”, twice.`];
  const files = new Map(texts.map((text, at) => [`${at}.txt`, text]));
  const described = {
    question: "Who sails?",
    claims: [{ text: "", quotes: [["0.txt", "He said"] as const] }],
    articles: { "0.txt": { title: `Crew: “${said}”` } },
  };
  const markdown = renderMarkdown([makeOutcome(described, files)]);
  const checked = await check(
    markdown,
    texts.map((text, at) => ({ id: `${at}.txt`, text })),
  );

  expect(verdictsOf(checked)).toEqual(["verified"]);
});

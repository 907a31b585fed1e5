import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { passes } from "../../../src/core/check.ts";
import { checkDocuments } from "../../../src/verify/check-documents.ts";
import {
  projectCheck,
  reportGithub,
  reportJunit,
  reportSarif,
} from "../../../src/verify/report/report-machine.ts";
import { reportText } from "../../../src/verify/report/report-text.ts";
import { openMemorySource } from "../../memory/memory-source.ts";

const ARTICLE =
  "Harbour reopens\n\nThe ferry to Orlen sails again on Monday, the port authority said.\n\n“We left at\u00a0dawn,” said Ada Quill.\n";
const source = openMemorySource([{ id: "ferry.txt", text: ARTICLE }]);
const DRAFT =
  "First.\n\nAda Quill said: “We left at dawn,” and the port: “The ferry to Orlen sails again on Tuesday”.\n\nThe word “port” stands here.\n";
const check = (text: string, name = "draft.md") => checkDocuments([{ name, text }], source);

test("the JSON is what the schema publishes, with line and column of each quote", async () => {
  const schema = JSON.parse(readFileSync("docs/schemas/verify.schema.json", "utf8"));
  const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(schema);
  const printed = JSON.parse(JSON.stringify(projectCheck(await check(DRAFT), false)));
  validate(printed);

  expect(validate.errors).toBeNull();
  expect(printed.passed).toBe(false);
  expect(printed.documents[0].counts).toEqual({ typographic: 1, altered: 1 });
  expect(printed.documents[0].findings[0]).toMatchObject({
    line: 3,
    column: 17,
    verdict: "typographic",
  });
  expect(printed.documents[0].findings[1].place).toMatchObject({ articleId: "ferry.txt", line: 3 });
});

test("strict passes only what is byte for byte, and asides always pass", async () => {
  const [first, second, aside] = (await check(DRAFT)).documents[0]?.findings ?? [];
  if (first === undefined || second === undefined || aside === undefined)
    throw new Error("three quotes");

  expect([passes(first, false), passes(first, true)]).toEqual([true, false]);
  expect(passes(second, false)).toBe(false);
  expect(passes(aside, true)).toBe(true);
});

test("the report shows the words that differ, and no verified quote unless asked", async () => {
  const report = reportText(await check(DRAFT), { strict: false, all: false, colour: false });

  expect(report).toContain("draft.md:3:50: altered");
  expect(report).toContain("[-Monday-] {+Tuesday+}");
  expect(report).not.toContain("aside");
});

test("GitHub gets one error a failing quote, SARIF one result, JUnit one failure", async () => {
  const checked = await check(DRAFT);
  expect(reportGithub(checked, false).match(/^::error /gm)).toHaveLength(1);
  expect(JSON.parse(reportSarif(checked, false)).runs[0].results).toHaveLength(1);
  expect(reportJunit(checked, false)).toContain('tests="2" failures="1"');
});

test("what was not read is in every report, as a failure only of a strict run", async () => {
  const checked = await check("One.\n\n{{< tweet 7 >}}\n");
  const results = (strict: boolean) => JSON.parse(reportSarif(checked, strict)).runs[0].results;
  const [told] = results(true);

  expect(told).toMatchObject({ ruleId: "not-read", level: "error" });
  expect(told.locations[0].physicalLocation.region.startLine).toBe(3);
  expect(results(false)).toMatchObject([{ ruleId: "not-read", level: "note" }]);
  expect(reportJunit(checked, true)).toContain('tests="1" failures="1"');
  expect(reportJunit(checked, false)).toContain('tests="1" failures="0" skipped="1"');
  expect(reportJunit(checked, false)).toMatch(/<skipped message="[^"]*tweet/u);
  expect(reportGithub(checked, true)).toMatch(/^::error [^:]*line=3/u);
});

const nasty = fc.constantFrom(
  "“",
  "”",
  '"',
  "'",
  "> ",
  "\n",
  "\n\n",
  "\r\n",
  "```",
  "`",
  "[",
  "]",
  "(",
  ")",
  "[^1]",
  "[^1]: ",
  "&#x9b;",
  "&amp;",
  "<script>",
  "</script>",
  "<!--",
  "-->",
  "<q>",
  "\u001b[2J",
  "\u202e",
  "\u200b",
  "\u0000",
  "😀",
  "\ud83d",
  "e\u0301",
  "…",
  "[…]",
  "We left at dawn",
  "I ",
  " said Ada Quill",
  "- ",
  "# ",
  "*",
  "_",
  "---\n",
  '{"pullquote": "proof/1"',
  "::error::",
  "]]>",
  "%0A",
  "| a | b |\n|---|---|\n",
);

test.each([
  "“A […] dawn and nobody saw us go”",
  "``I […] left at dawn''",
  "“` […] We left at dawn”",
])("a quotation that begins with one sign before an omission is checked: %s", async (text) => {
  const checked = await check(text, "a.md");

  expect(checked.documents[0]?.findings).toHaveLength(1);
});

const { FUZZ_RUNS } = process.env;
/** A long run takes as long as it takes. */
const LIMIT = FUZZ_RUNS === undefined ? undefined : 0;

test(
  "no document crashes the check, nothing acts on a terminal, every quote lies in its document",
  async () => {
    const names = fc.constantFrom("a.md", "a.html", "a.txt", "-", "b\n::error::.md");
    await fc.assert(
      fc.asyncProperty(fc.array(nasty, { maxLength: 40 }), names, async (pieces, name) => {
        const text = pieces.join("");
        const checked = await check(text, name);
        for (const { quotation } of checked.documents[0]?.findings ?? []) {
          expect(quotation.start).toBeGreaterThanOrEqual(0);
          expect(quotation.end).toBeLessThanOrEqual(text.length);
          expect(quotation.end).toBeGreaterThan(quotation.start);
        }
        const shown = reportText(checked, { strict: false, all: true, colour: false });
        expect(shown).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
        for (const line of reportGithub(checked, true).split("\n")) {
          expect(line).toMatch(/^$|^::(?:error|notice) file=/);
        }
        expect(reportJunit(checked, true)).not.toMatch(/[^\P{Cc}\n]/u);
        JSON.parse(reportSarif(checked, true));
      }),
      { numRuns: Number(FUZZ_RUNS ?? 200) },
    );
  },
  LIMIT,
);

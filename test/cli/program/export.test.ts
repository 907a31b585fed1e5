// Exports in every format, written and checked by the real program.

import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MINI_CORPUS, QUESTION, UNANSWERABLE } from "../mini-corpus.ts";
import { makePlace, type Place, runProgram } from "../run-program.ts";

let place: Place;
const read = (name: string): string => readFileSync(join(place.folder, name), "utf8");

beforeAll(async () => {
  place = makePlace(MINI_CORPUS, true);
  const asked = await runProgram(place, ["chat"], { input: `${QUESTION}\n${UNANSWERABLE}\n` });
  if (!asked.stdout.includes("[1]")) throw new Error(asked.stderr);
});

afterAll(() => rmSync(join(place.folder, ".."), { recursive: true, force: true }));

describe("export", () => {
  test.each([
    ["answer.md", /^# Answers from the articles\n/],
    ["answer.html", /^<!doctype html>/],
    ["answer.HTM", /^<!doctype html>/],
    ["answer.json", /^\[\n/],
    ["answer.bib", /^@\w+\{/],
  ])("writes what the ending of %s means", async (name, opening) => {
    const result = await runProgram(place, ["export", "-o", name]);
    expect(result).toMatchObject({ code: 0, stdout: "", stderr: `written to ${name}\n` });
    expect(read(name)).toMatch(opening);
  });

  test("as a page is verified, paragraphs and all", async () => {
    await runProgram(place, ["export", "-o", "page.html"]);
    expect(read("page.html")).toMatch(/<mark>[^<]*night ferry/);
    const result = await runProgram(place, ["verify", "page.html", "--strict", "--json"]);
    const [document] = JSON.parse(result.stdout).documents;
    expect(document.findings.length).toBeGreaterThan(1);
    expect(document.notes).toEqual([]);
    expect(result.code).toBe(0);
    const tampered = read("page.html").replace("<mark>The", "<mark>No");
    expect(tampered).not.toBe(read("page.html"));
    writeFileSync(join(place.folder, "page.html"), tampered);
    expect((await runProgram(place, ["verify", "page.html"])).code).toBe(1);
  });

  test("as JSON is a list of what --json prints, each as the schema has it", async () => {
    const result = await runProgram(place, ["export", "--json"]);
    const answers = JSON.parse(result.stdout);
    const schema = JSON.parse(readFileSync("docs/schemas/answer.schema.json", "utf8"));
    const validate = new Ajv2020({ strict: false }).compile(schema);
    for (const answer of answers)
      expect(validate(answer), JSON.stringify(validate.errors)).toBe(true);
    expect(answers.map(({ kind }: { kind: string }) => kind)).toEqual(["answer", "abstention"]);
    const written = await runProgram(place, ["export", "--format", "json"]);
    expect(JSON.parse(written.stdout)).toEqual(answers);
  });

  test("for Pandoc writes the bibliography beside it, and overwrites neither unasked", async () => {
    const words = ["export", "--format", "pandoc", "-o", "paper.md"];
    expect(await runProgram(place, words)).toMatchObject({
      code: 0,
      stderr: "written to paper.md\nbibliography written to paper.csl.json\n",
    });
    const [{ id }] = JSON.parse(read("paper.csl.json"));
    expect(read("paper.md")).toContain(`[@${id}, line `);
    expect(read("paper.md")).toContain('bibliography: "paper.csl.json"');
    rmSync(join(place.folder, "paper.md"));
    expect((await runProgram(place, words)).stderr).toContain("paper.csl.json exists already");
    expect(existsSync(join(place.folder, "paper.md"))).toBe(false);
    const checked = await runProgram(place, ["export", "--format", "pandoc"]);
    const verified = await runProgram(place, ["verify", "-", "--json"], { input: checked.stdout });
    const [document] = JSON.parse(verified.stdout).documents;
    expect(document.notes).toEqual([]);
    expect(verified.code).toBe(0);
  });

  test("names the formats when there is none of that name", async () => {
    const result = await runProgram(place, ["export", "--format", "doc"]);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain("--format markdown | html | docx | json | pandoc | bibtex");
  });
});

test("ask writes any of them, and the loop by the ending", async () => {
  const asked = await runProgram(place, ["ask", QUESTION, "-o", "asked.html"]);
  expect(asked).toMatchObject({ code: 0, stdout: "" });
  expect(read("asked.html")).toContain("<mark>");
  const cited = await runProgram(place, ["ask", QUESTION, "-o", "-", "--format", "bibtex"]);
  expect(cited.stdout).toMatch(/^@\w+\{/);
  const input = `${QUESTION}\n/export loop.html\n${UNANSWERABLE}\n/export loop.html\n`;
  const looped = await runProgram(place, ["chat"], { input });
  expect(looped.stderr).toContain("written to loop.html");
  expect(read("loop.html").match(/<h2/g)).toHaveLength(2);
});

// Exports to Word and JSON-LD, and proofs beside a document, written and proved by the real program.

import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pandoc, runPandoc } from "../../tools/run-pandoc.ts";
import { MINI_CORPUS, QUESTION } from "../mini-corpus.ts";
import { makePlace, type Place, runProgram } from "../run-program.ts";

let place: Place;
const at = (name: string): string => join(place.folder, name);
const run = (...words: readonly string[]): ReturnType<typeof runProgram> =>
  runProgram(place, words);

beforeAll(async () => {
  place = makePlace(MINI_CORPUS, true);
  await run("ask", QUESTION);
});

afterAll(() => rmSync(join(place.folder, ".."), { recursive: true, force: true }));

test.each([
  ["answer.docx", []],
  ["answer.jsonld", []],
  ["claims.json", ["--format", "claimreview"]],
])("%s is proved, and a change of the article is seen", async (name, flags) => {
  expect((await run("export", "-o", name, ...flags)).code).toBe(0);
  expect((await run("verify", "--strict", name)).code).toBe(0);
  expect((await run("replay", name)).code).toBe(0);
  expect((await run("verify", "--fix", name)).stderr).toContain("is checked, but not rewritten");
  const article = at("corpus/harbour.txt");
  const before = readFileSync(article, "utf8");
  writeFileSync(article, before.replaceAll("April", "August"));
  const changed = await run("verify", name);
  writeFileSync(article, before);
  expect(changed.code).toBe(1);
});

test("a Word document is read from standard input too", async () => {
  const program = await run("export", "--format", "docx", "-o", "piped.docx");
  expect(program.code).toBe(0);
  const input = readFileSync(at("piped.docx"));
  const checked = await runProgram(place, ["verify", "-"], { input: input as unknown as string });
  expect(checked.stdout).toContain("verified");
});

test.skipIf(pandoc === undefined)("Pandoc finds a footnote behind each quote", async () => {
  await run("export", "-o", "paper.docx", "--force");
  const { quotes } = JSON.parse((await run("export", "--last", "--json")).stdout)[0];
  const markdown = runPandoc("", ["-f", "docx", "-t", "plain", "--wrap=none", at("paper.docx")]);
  for (const { text } of quotes) expect(markdown).toContain(text);
  expect(markdown.match(/^\[\d+\] /gm)).toHaveLength(quotes.length);
});

describe("--proof short", () => {
  test.each([
    ["short.md", []],
    ["page.html", []],
    ["paper.md", ["--format", "pandoc"]],
  ])("%s is proved with the file beside it, and by nothing else", async (name, flags) => {
    const beside = at(name.replace(/\.\w+$/, ".proof.json"));
    expect((await run("export", "-o", name, "--proof", "short", ...flags)).code).toBe(0);
    expect((await run("verify", "--strict", name)).code).toBe(0);
    expect((await run("replay", name)).code).toBe(0);
    const whole = readFileSync(beside, "utf8");
    const digits = whole.replace('"start": ', '"start": 1');
    const others = [whole.replace("Port Alder", "Port Elder"), "{", '{"proofs": []}', digits];
    const tampered = name === "short.md" ? [...others, undefined] : [undefined];
    for (const text of tampered) {
      if (text === undefined) renameSync(beside, `${beside}.gone`);
      else writeFileSync(beside, text);
      const { code, stdout } = await run("verify", name);
      expect(code).toBe(1);
      expect(stdout).toContain("unchecked");
      expect(stdout).not.toMatch(/\d verified/);
      expect(stdout).toContain("No quote of this document is proved");
    }
    expect((await run("replay", name)).code).toBe(2);
  });

  test("has the block that the schema publishes, and another document's file proves nothing", async () => {
    await run("export", "-o", "one.md", "--proof", "short");
    const one = readFileSync(at("one.md"), "utf8");
    const block = JSON.parse(/```json\n([\s\S]*?)\n```/.exec(one)?.[1] ?? "");
    const schema = JSON.parse(readFileSync("docs/schemas/short-proof.schema.json", "utf8"));
    expect(new Ajv2020({ strict: false }).validate(schema, block)).toBe(true);
    await run("ask", "Why are lorries banned?", "-o", "two.md", "--proof", "short");
    writeFileSync(at("one.proof.json"), readFileSync(at("two.proof.json")));
    expect((await run("verify", "one.md")).stdout).toContain("belongs to another");
  });

  test("is refused where there can be no file beside, or no block", async () => {
    for (const words of [
      ["-o", "-"],
      ["-o", "no.docx"],
      ["-o", "no.json"],
    ]) {
      const { code, stderr } = await run("export", "--proof", "short", ...words);
      expect({ code, hint: stderr.includes("hint:") }).toEqual({ code: 2, hint: true });
    }
    expect((await run("export", "-o", "no.md", "--proof", "tiny")).code).toBe(2);
    expect(existsSync(at("no.md"))).toBe(false);
  });
});

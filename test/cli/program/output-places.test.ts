import { execFileSync } from "node:child_process";
import { linkSync, lstatSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { MINI_CORPUS, QUESTION } from "../mini-corpus.ts";
import { makePlace, type Place, type ProgramResult, runProgram } from "../run-program.ts";

const ask = (place: Place, ...words: string[]): Promise<ProgramResult> =>
  runProgram(place, ["ask", QUESTION, "--no-history", "-q", ...words]);
const at = (place: Place, name: string): string => join(place.folder, name);

test("a pipe is written in place and stays a pipe; one that nobody reads is an error at once", async () => {
  const place = makePlace(MINI_CORPUS);
  execFileSync("mkfifo", [at(place, "pipe")]);
  const alone = await ask(place, "-o", "pipe");
  expect(alone).toMatchObject({ code: 2, stderr: expect.stringContaining("nobody reads") });
  const through = ["bash", "-c", 'cat pipe > got.md & exec "$@"', "bash"];
  const read = await runProgram(place, ["ask", QUESTION, "--no-history", "-o", "pipe"], {
    through,
  });
  expect(read.code).toBe(0);
  expect(lstatSync(at(place, "pipe")).isFIFO()).toBe(true);
  expect(readFileSync(at(place, "got.md"), "utf8")).toContain("Port Alder");
});

test("devices are written to and stay devices, with and without --force", async () => {
  const place = makePlace(MINI_CORPUS);
  expect((await ask(place, "-o", "/dev/null")).code).toBe(0);
  expect((await ask(place, "-o", "/dev/null", "--force")).code).toBe(0);
  expect(lstatSync("/dev/null").isCharacterDevice()).toBe(true);
  expect(await ask(place, "-o", "/dev/stdout")).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("Port Alder"),
  });
});

test("a file of two names keeps both: they hold the same text afterwards", async () => {
  const place = makePlace({ ...MINI_CORPUS, "one.md": "old" });
  linkSync(at(place, "one.md"), at(place, "two.md"));
  expect((await ask(place, "-o", "one.md")).code).toBe(2);
  expect((await ask(place, "-o", "one.md", "--force")).code).toBe(0);
  expect(readFileSync(at(place, "two.md"), "utf8")).toContain("Port Alder");
});

test("a link is followed, and one to nothing is refused with its target", async () => {
  const place = makePlace(MINI_CORPUS);
  symlinkSync("gone.md", at(place, "dangling.md"));
  for (const words of [[], ["--force"]]) {
    const refused = await ask(place, "-o", "dangling.md", ...words);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining("gone.md") });
  }
  expect(lstatSync(at(place, "dangling.md")).isSymbolicLink()).toBe(true);
  writeFileSync(at(place, "gone.md"), "old");
  expect((await ask(place, "-o", "dangling.md", "--force")).code).toBe(0);
  expect(lstatSync(at(place, "dangling.md")).isSymbolicLink()).toBe(true);
  expect(readFileSync(at(place, "gone.md"), "utf8")).toContain("Port Alder");
});

test.each([
  ["csv", []],
  ["xlsx", []],
  ["tex", []],
  ["docx", ["--format", "markdown"]],
  ["md", ["--format", "docx"]],
  ["qqq", []],
])(
  "no .%s file is written that would be something else: the formats are listed",
  async (ending, words) => {
    const place = makePlace(MINI_CORPUS);
    const { code, stderr } = await ask(place, "-o", `answer.${ending}`, ...words);
    expect(code).toBe(2);
    expect(stderr).toContain("markdown, html, docx, json, pandoc, bibtex");
  },
);

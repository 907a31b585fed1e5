// `--ocr` as a user has it: told before, recognised, quoted, exported and checked again; without network, without the packages, interrupted.

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeScan, readFerryScan } from "../../corpus/formats/make-scan.ts";
import { HARBOUR } from "../mini-corpus.ts";
import { makePlace, type Place, runProgram } from "../run-program.ts";

const SCAN = makeScan([readFerryScan()]);
const FILES = { "corpus/harbour.txt": HARBOUR, "corpus/scan.pdf": SCAN };
const QUESTION = "What does harbour master Ada Roe say about the boat?";
const WORDS = "We have waited long enough for this boat";

/** Loaded before the program, and in its threads: writes down each connection that is begun. */
const WATCHER = `const { appendFileSync } = require("node:fs");
const told = (what) => appendFileSync(process.env.TOLD, what + "\\n");
require("node:net").Socket.prototype.connect = function () { told("connect"); throw new Error("no network"); };
globalThis.fetch = () => { told("fetch"); throw new Error("no network"); };
appendFileSync(process.env.TOLD, "");
`;

test("a scan is told, then recognised without network, quoted as such, and checked against what was recognised", async () => {
  const place = makePlace({ ...FILES, "watch.cjs": WATCHER });
  const told = join(place.folder, "told");
  const before = await runProgram(place, ["index"]);
  expect(before.stderr).toContain("pullquote index --ocr");
  const environment = { NODE_OPTIONS: `--require ${join(place.folder, "watch.cjs")}`, TOLD: told };
  const index = await runProgram(place, ["index", "--ocr"], { environment });
  expect(index.stderr).toContain("recognised from a scan, not verified against the page");
  expect(readFileSync(told, "utf8")).toBe("");
  // Nothing but the index was written: the engine keeps its data nowhere.
  expect(readdirSync(place.folder).sort()).toEqual(["corpus", "index", "told", "watch.cjs"]);
  const answer = await ask(place);
  expect(answer).toContain(WORDS);
  expect(answer).toMatch(/scan\.pdf, page 1, recognised from a scan \(least sure word: \d+ %\)/);
  const [quote] = JSON.parse(await ask(place, "--json")).quotes;
  expect(quote.places[0][0]).toMatchObject({ kind: "page", number: 1 });
  expect(quote.places[0][0].recognised).toBeGreaterThan(50);
});

async function ask(place: Place, ...flags: string[]): Promise<string> {
  const { stdout, stderr } = await runProgram(place, ["ask", QUESTION, ...flags]);
  expect((stdout + stderr).replaceAll("not verified against the page", "")).not.toContain(
    "verified against the page",
  );
  return stdout;
}

test.each(["answer.md", "answer.html"])(
  "%s says what was recognised, and is checked so",
  async (name) => {
    const place = makePlace(FILES);
    await ask(place, "--ocr", "-o", name);
    const file = join(place.folder, name);
    expect(readFileSync(file, "utf8")).toMatch(
      /page 1, recognised from a scan \(least sure word: \d+ %\)/,
    );
    const checked = await runProgram(place, ["verify", name]);
    expect(checked.code).toBe(0);
    expect(checked.stdout).toMatch(/: (\d) quotes?: \1 recognised\n/);
    expect(checked.stdout).toContain("not verified against the page");
    expect((await runProgram(place, ["verify", "--strict", name])).code).toBe(1);
  },
);

test("an export is not checked where the recognised text is gone, nor passes when it is altered", async () => {
  const place = makePlace(FILES);
  const file = join(place.folder, "answer.md");
  await ask(place, "--ocr", "-o", "answer.md");
  await ask(place, "-o", "pandoc.md", "--format", "pandoc");
  expect(readFileSync(join(place.folder, "pandoc.md"), "utf8")).toContain("recognised from a scan");
  rmSync(join(place.folder, "index", "recognised"), { recursive: true });
  const lost = await runProgram(place, ["verify", "answer.md"]);
  expect(lost.code).toBe(1);
  expect(lost.stdout).toContain("1 unchecked");
  expect(lost.stdout).toContain("pullquote index --ocr");
  const again = await runProgram(place, ["verify", "--ocr", "answer.md"]);
  expect(again.stdout).toContain("1 recognised");
  writeFileSync(file, readFileSync(file, "utf8").replaceAll("long", "too long"));
  expect((await runProgram(place, ["verify", "answer.md"])).code).toBe(1);
});

test("where the packages are missing, the command that installs them is named", async () => {
  const resolve = `export const resolve = (name, context, next) => {
  if (name === "tesseract.js") throw new Error("not installed");
  return next(name, context);
};`;
  const register = `import { register } from "node:module"; register("./hook.mjs", import.meta.url);`;
  const place = makePlace({ ...FILES, "hook.mjs": resolve, "register.mjs": register });
  const environment = { NODE_OPTIONS: `--import ${join(place.folder, "register.mjs")}` };
  const { stderr, code } = await runProgram(place, ["index", "--ocr"], { environment });
  expect(code).toBe(0);
  expect(stderr).toMatch(/npm install tesseract\.js@\S+ @tesseract\.js-data\/eng@\S+/);
});

test("Ctrl-C while text is recognised ends at once; pages that were read are not read again", async () => {
  const pages = Array.from({ length: 300 }, () => readFerryScan());
  const place = makePlace({ "corpus/scan.pdf": makeScan(pages) });
  const folder = join(place.folder, "index", "recognised");
  const readLines = (): readonly string[] =>
    existsSync(folder)
      ? readdirSync(folder).flatMap((name) =>
          readFileSync(join(folder, name), "utf8").split("\n").filter(Boolean),
        )
      : [];
  const interrupt = async (least: number): Promise<void> => {
    const { code, stderr } = await runProgram(place, ["index", "--ocr"], {
      during: (child) => {
        const timer = setInterval(() => {
          if (readLines().length < least) return;
          clearInterval(timer);
          child.kill("SIGINT");
        }, 20);
      },
    });
    expect(code).toBe(130);
    expect(stderr).not.toContain("    at ");
  };
  await interrupt(2);
  const first = readLines().slice(0, 2);
  await interrupt(first.length + 3);
  expect(readLines().slice(0, 2)).toEqual(first);
  const numbers = readLines().map((line) => JSON.parse(line.slice(65)).page);
  expect(new Set(numbers).size).toBe(numbers.length);
  const { stderr } = await runProgram(place, ["index"]);
  expect(stderr).toContain("of them are left");
});

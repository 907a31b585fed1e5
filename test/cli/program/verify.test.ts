import { readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makePlace, runProgram } from "../run-program.ts";

const FILES = {
  "corpus/ferry.txt":
    "Harbour reopens\n\nThe ferry to Orlen sails again on Monday, the port said.\n",
  "drafts/good.md": "The port wrote: “The ferry to Orlen sails again on Monday”.\n",
  "drafts/bad.md": "The port wrote: “The ferry to Orlen sails again on Friday”.\n",
};

test("verify exits 0 when every quote stands and needs no index", async () => {
  const { code, stdout } = await runProgram(makePlace(FILES), ["verify", "drafts/good.md"]);

  expect(stdout).toContain("drafts/good.md: 1 quote: 1 verified");
  expect(code).toBe(0);
});

test("verify exits 1 when one does not, and takes patterns", async () => {
  const { code, stdout } = await runProgram(makePlace(FILES), ["verify", "drafts/*.md"]);

  expect(stdout).toContain("drafts/bad.md:1:17: altered");
  expect(stdout).toContain("drafts/good.md: 1 quote: 1 verified");
  expect(code).toBe(1);
});

test("verify reads standard input and prints JSON", async () => {
  const input = FILES["drafts/bad.md"];
  const { code, stdout } = await runProgram(makePlace(FILES), ["verify", "-", "--json"], { input });

  expect(JSON.parse(stdout)).toMatchObject({ passed: false, articles: 1 });
  expect(code).toBe(1);
});

test("verify exits 2 for a file that is not there and for an unknown format", async () => {
  const place = makePlace(FILES);

  expect((await runProgram(place, ["verify", "none.md"])).code).toBe(2);
  expect((await runProgram(place, ["verify", "drafts/good.md", "--format", "csv"])).code).toBe(2);
});

const APOSTROPHE = {
  "corpus/pay.txt": "The crew’s pay wasn’t raised before the strike, said the board.\n",
  "draft.md": "\ufeffThe board: “The crew's pay wasn't raised before the strike”.\r\n",
};

test("verify --fix in a pipe shows the changes and writes nothing without --yes", async () => {
  const place = makePlace(APOSTROPHE);
  const { code, stdout, stderr } = await runProgram(place, ["verify", "--fix", "draft.md"]);

  expect(stderr).toMatch(/^-The board: “The crew's pay/m);
  expect(stderr).toMatch(/^\+The board: “The crew’s pay wasn’t/m);
  expect(stdout).toContain("1 typographic");
  expect(code).toBe(0);
  expect(readFileSync(join(place.folder, "draft.md"), "utf8")).toBe(APOSTROPHE["draft.md"]);
});

test("verify --fix --yes rewrites the file, keeps its byte order mark and line ends, and has nothing to do twice", async () => {
  const place = makePlace(APOSTROPHE);
  const words = ["verify", "--fix", "--yes", "--strict", "draft.md"];
  const { code, stdout } = await runProgram(place, words);

  expect(stdout).toContain("1 verified");
  expect(code).toBe(0);
  const fixed = APOSTROPHE["draft.md"].replace(/'/g, "’");
  expect(readFileSync(join(place.folder, "draft.md"), "utf8")).toBe(fixed);
  expect((await runProgram(place, words)).stderr).toContain("nothing is safe to rewrite");
});

test("verify --fix refuses standard input, and a file that is not UTF-8", async () => {
  const utf16 = Buffer.from(APOSTROPHE["draft.md"], "utf16le");
  const place = makePlace({ ...APOSTROPHE, "draft.md": utf16 });
  const piped = await runProgram(place, ["verify", "--fix", "--yes", "-"], { input: "x" });
  const wide = await runProgram(place, ["verify", "--fix", "--yes", "draft.md"]);

  expect([piped.code, wide.code]).toEqual([2, 2]);
  expect(readFileSync(join(place.folder, "draft.md"))).toEqual(utf16);
});

test("verify --since-saved holds a quote against the newest article of the same address", async () => {
  const { "corpus/ferry.txt": ferry, ...drafts } = FILES;
  const head = "---\nurl: https://orlen.example/ferry\n---\n\n";
  const place = makePlace({
    ...drafts,
    "corpus/then.md": head + ferry,
    "corpus/now.md": head + ferry.replace("Monday", "Friday"),
  });
  utimesSync(join(place.folder, "corpus/now.md"), new Date("2100-01-01"), new Date("2100-01-01"));
  const words = ["verify", "drafts/good.md", "--json"];

  const alone = await runProgram(place, words);
  expect(alone.code).toBe(0);
  const { code, stdout } = await runProgram(place, [...words, "--since-saved"]);
  const [finding] = JSON.parse(stdout).documents[0].findings;
  expect(finding).toMatchObject({ verdict: "altered", place: { articleId: "now.md" } });
  expect(code).toBe(1);
});

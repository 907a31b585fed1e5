import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderMarkdown } from "../../src/export/render-markdown.ts";
import { CASES, loadCase } from "../export/load-case.ts";

const NAMES = ["two-reports", "brief", "scripts", "hostile", "abstention"];
const exported = renderMarkdown(NAMES.map(loadCase));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "check-export-"));
  for (const name of NAMES) {
    const articles = join(CASES, name, "articles");
    for (const id of readdirSync(articles)) copyFileSync(join(articles, id), join(folder, id));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

function check(markdown: string) {
  const file = join(folder, "answer.export");
  writeFileSync(file, markdown);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["bench/check-export.mjs", file, folder],
    { encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

test("a checker that shares no code with the product finds every quote of an export", () => {
  expect(check(exported)).toEqual({
    status: 0,
    stdout: "5 proof blocks, 11 quotes, 1 closest excerpts: 0 faults\n",
    stderr: "",
  });
});

test.each([
  [
    "a quote's words",
    "A single ticket costs **12 crowns**, up from 9.” [",
    "A single ticket costs **13 crowns**, up from 9.” [",
    "[2] reads otherwise",
  ],
  [
    "a proved quote",
    '"exact": "A single',
    '"exact": "A double',
    "[2] does not stand in its article",
  ],
  ["a position", '"start": 178', '"start": 177', "[2] does not stand in its article"],
  [
    "a listed line",
    "line 4, characters 178",
    "line 5, characters 178",
    "[2] is listed at another place than it is proved at",
  ],
  ["a link", "[\\[2\\]](#source-1)", "[\\[2\\]](#source-2)", "[2] links to source 2"],
  ["a digest", '"sha256": "7eec', '"sha256": "8eec', "ferry.txt: the file has changed"],
])("it notices a change of %s", (_what, from, to, fault) => {
  expect(exported).toContain(from);
  const { status, stderr } = check(exported.replace(from, to));
  expect(status).toBe(1);
  expect(stderr).toContain(fault);
});

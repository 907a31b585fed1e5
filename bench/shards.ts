// A folder of invented news → its index by one run and by shards that are adopted: which rows differ, and what each step costs.
// npx tsx bench/shards.ts [--articles 2000] [--parts 16]   (build first: the program of dist/ is what runs)

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { listRowDigests } from "../test/fixtures/row-digests.ts";
import { inventArticle } from "./scale/invent-news.ts";

const PROGRAM = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const METER = new URL("./scale/meter.mjs", import.meta.url).href;
const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "2000" },
    parts: { type: "string", default: "16" },
  },
});
const [articles, parts] = [Number(values.articles), Number(values.parts)];
const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const root = mkdtempSync(join(tmpdir(), "pullquote-shards-"));
process.on("exit", () => rmSync(root, { recursive: true, force: true }));

for (let number = 0; number < articles; number += 1) {
  const { id, file } = inventArticle(number);
  const path = join(root, "corpus", id);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, file);
}

/** @returns seconds of processor, and megabytes at the peak */
function run(words: readonly string[]): { processor: number; megabytes: number } {
  const meter = join(root, "usage.json");
  const child = spawnSync(process.execPath, ["--import", METER, PROGRAM, ...words, "--quiet"], {
    cwd: root,
    env: { ...process.env, PULLQUOTE_METER: meter },
    encoding: "utf8",
  });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(readFileSync(meter, "utf8"));
}

print("| Step | Processor | Peak memory |");
print("|---|---|---|");
const tell = (step: string, { processor, megabytes }: ReturnType<typeof run>): boolean =>
  print(`| ${step} | ${processor.toFixed(1)} s | ${megabytes.toFixed(0)} MB |`);
tell("one run", run(["index", "--index", "whole"]));
const shards = Array.from({ length: parts }, (_, at) => `shards/${at + 1}`);
const made = shards.map((out, at) => run(["shard", "--part", `${at + 1}/${parts}`, "--out", out]));
const longest = made.reduce((one, other) => (other.processor > one.processor ? other : one));
tell(`the longest of ${parts} shards`, longest);
tell("adopting them", run(["index", "--adopt", ...shards]));
tell("adopting them again", run(["index", "--adopt", ...shards]));
tell("index, with nothing to do", run(["index"]));

const whole = await listRowDigests(join(root, "whole"));
const adopted = new Set(await listRowDigests(join(root, "index")));
const same = whole.filter((row) => adopted.has(row)).length;
print(
  `\n${articles} articles, ${whole.length} rows by one run, ${adopted.size} adopted; rows that differ: ${whole.length + adopted.size - 2 * same}`,
);

// Bringing a large index up to date, each step in a cold process of the built program: processor seconds and peak memory.
// npx tsx bench/growth.ts --corpus DIR --index DIR [--remove ID]   (DIRs as bench/scale/make-archive.ts makes them; one file is added to the corpus for a moment, and ID, an article of the first run, stays out of the index)

import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: { corpus: { type: "string" }, index: { type: "string" }, remove: { type: "string" } },
});
const { corpus, index, remove } = values;
if (corpus === undefined || index === undefined) {
  throw new Error("Usage: npx tsx bench/growth.ts --corpus DIR --index DIR");
}
const program = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const usageFile = join(tmpdir(), `pullquote-growth-${process.pid}.json`);
const meter = `data:text/javascript,${encodeURIComponent(
  'import{writeFileSync}from"node:fs";process.on("exit",()=>writeFileSync(process.env.USAGE_FILE,JSON.stringify(process.resourceUsage())))',
)}`;

function measure(what: string, reach: string, args: readonly string[]): void {
  const child = spawnSync(
    process.execPath,
    ["--import", meter, program, ...args, "--corpus", corpus ?? "", "--index", index ?? ""],
    { encoding: "utf8", env: { ...process.env, USAGE_FILE: usageFile } },
  );
  if (child.status !== 0) throw new Error(`${what} ended with ${child.status}: ${child.stderr}`);
  const usage = JSON.parse(readFileSync(usageFile, "utf8")) as NodeJS.ResourceUsage;
  const seconds = (usage.userCPUTime + usage.systemCPUTime) / 1e6;
  process.stdout.write(
    `| ${what} | ${seconds.toFixed(1)} s | ${(usage.maxRSS / 1024).toFixed(0)} MB | ${reach} |\n`,
  );
}

const name = "growth-bench-article.txt";
const file = join(corpus, name);
process.stdout.write("| step | processor | peak memory | reach |\n|---|---|---|---|\n");
try {
  measure("first look", "–", ["index"]);
  measure("unchanged `index`", "2 s", ["index"]);
  measure("`status`", "2 s", ["status"]);
  writeFileSync(
    file,
    `A lantern keeper of Orlen wrote that the harbour lamp had failed ${Date.now()} times.\n`,
  );
  measure("`index` with one article more", "2 s", ["index"]);
  measure("`index --remove` of it", "5 s", ["index", "--remove", name]);
  if (remove !== undefined) {
    measure("`index --remove` of one of the first run", "5 s", ["index", "--remove", remove]);
  }
} finally {
  rmSync(file, { force: true });
  rmSync(usageFile, { force: true });
}

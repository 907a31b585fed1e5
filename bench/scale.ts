// An archive of bench/scale/make-archive.ts → what a cold question costs on it, and how much of the exact result the vector index finds.
// npx tsx bench/scale.ts --archive DIR[,DIR…] [--rounds 5] [--recall]   (build first: the program of dist/ is what runs)

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openLanceStore } from "../src/adapters/lancedb/lance-store.ts";
import { inventArticle } from "./scale/invent-news.ts";
import { measureRecall } from "./scale/measure-recall.ts";

const PROGRAM = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const METER = new URL("./scale/meter.mjs", import.meta.url).href;

const { values } = parseArgs({
  options: {
    archive: { type: "string" },
    rounds: { type: "string", default: "5" },
    recall: { type: "boolean", default: false },
  },
});
if (values.archive === undefined) {
  throw new Error("Usage: npx tsx bench/scale.ts --archive DIR[,DIR…] [--rounds 5] [--recall]");
}
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

interface Cost {
  readonly processor: number;
  readonly wall: number;
  readonly megabytes: number;
}

/** Questions of articles that are in every archive, so that archives can be compared. */
const questions = Array.from({ length: Number(values.rounds) }, (_, at) => {
  const { file } = inventArticle(37 * at + 5);
  const [, place, noun] = /^title: (.+) (\w+) \w+ in \w+$/m.exec(file) ?? [];
  return `What was said about the ${noun} in ${place}?`;
});

function runCold(folder: string, command: readonly string[]): Cost {
  const place = mkdtempSync(join(tmpdir(), "pullquote-scale-"));
  const meter = join(place, "usage.json");
  const where = ["--corpus", join(folder, "corpus"), "--index", join(folder, "index")];
  const began = performance.now();
  const child = spawnSync(process.execPath, ["--import", METER, PROGRAM, ...command, ...where], {
    env: { ...process.env, PULLQUOTE_METER: meter },
    encoding: "utf8",
  });
  const wall = (performance.now() - began) / 1000;
  if (child.status !== 0 && child.status !== 1) throw new Error(child.stderr);
  const usage = JSON.parse(readFileSync(meter, "utf8")) as Omit<Cost, "wall">;
  rmSync(place, { recursive: true });
  return { ...usage, wall };
}

const middle = (numbers: readonly number[]): number =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

function measureCommand(folder: string, name: string, flags: readonly string[]): string {
  // The first run of all warms the disk's cache, which is not what is measured.
  runCold(folder, [name, questions[0] ?? "", ...flags]);
  const costs = questions.map((question) => runCold(folder, [name, question, ...flags]));
  const processor = middle(costs.map((cost) => cost.processor));
  const wall = middle(costs.map((cost) => cost.wall));
  const megabytes = Math.max(...costs.map((cost) => cost.megabytes));
  return `${processor.toFixed(2)} s | ${wall.toFixed(2)} s | ${megabytes.toFixed(0)} MB`;
}

print("| Articles | Passages | Command | Processor | Wall | Peak memory |");
print("|---|---|---|---|---|---|");
for (const folder of values.archive.split(",").map((name) => resolve(name))) {
  const size = await countRows(folder);
  print(`| ${size} | \`search\` | ${measureCommand(folder, "search", ["--no-refresh"])} |`);
  print(`| ${size} | \`ask\` | ${measureCommand(folder, "ask", ["--no-refresh"])} |`);
}
if (values.recall) {
  print("\n| Vectors | Index | Searched | Of the exact top 100 | Milliseconds of processor |");
  print("|---|---|---|---|---|");
  for (const folder of values.archive.split(",")) {
    for await (const line of measureRecall(join(folder, "index"))) print(line);
  }
}

async function countRows(folder: string): Promise<string> {
  const store = openLanceStore(join(folder, "index"));
  const { articles, passages } = await store.totals();
  await store.close();
  return `${articles.toLocaleString("en")} | ${passages.toLocaleString("en")}`;
}

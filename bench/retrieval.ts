// The public sets → docs/evaluation.md and the README's comparison: rankings, rivals, limits, answers.
// npx tsx bench/retrieval.ts --data DIR [--work DIR] [--sets NAME,NAME] [--no-langchain NAME,NAME] [--print]

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createBuiltinEmbedder } from "../src/adapters/builtin/builtin-embedder.ts";
import { openTokenModel } from "../src/adapters/builtin/token-model.ts";
import { readRecords } from "../test/contracts/read-records.ts";
import { type MeasuredSet, writeComparison, writeEvaluation } from "./report/write-evaluation.ts";
import { measureSet } from "./retrieval/measure-set.ts";
import { digestFolders, openSet } from "./retrieval/open-set.ts";
import { PUBLIC_SETS } from "./retrieval/public-sets.ts";
import { rememberVectors } from "./retrieval/remember-vectors.ts";
import { openResults } from "./retrieval/result-cache.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    work: { type: "string", default: join(tmpdir(), "pullquote-bench-retrieval") },
    sets: { type: "string" },
    "no-langchain": { type: "string", default: "" },
    print: { type: "boolean", default: false },
  },
});
if (values.data === undefined) throw new Error("Usage: npx tsx bench/retrieval.ts --data DIR");
const { data, work } = values;
const root = fileURLToPath(new URL("..", import.meta.url));
const report = (line: string): boolean => process.stderr.write(`${line}\n`);

const wanted = values.sets?.split(",") ?? PUBLIC_SETS.map(({ name }) => name);
const sets = PUBLIC_SETS.filter(({ name }) => wanted.includes(name));
await mkdir(work, { recursive: true });
const model = openTokenModel();
const builtin = createBuiltinEmbedder(model);
const vectors = join(work, `vectors-${builtin.identity.digest.slice(0, 16)}.f32`);
const embedder = await rememberVectors(builtin, vectors);
const version = await digestFolders([join(root, "src"), join(root, "bench", "retrieval")]);
const bench = { results: openResults(join(work, "results"), version), work, report };

const measured: MeasuredSet[] = [];
for (const set of sets) {
  const open = await openSet(set, { data, work, root }, model, embedder, report);
  const withPlain = !values["no-langchain"].split(",").includes(set.name);
  const scores = await measureSet(open, withPlain, bench);
  const indexed = { articles: 0, passages: 0 };
  for (const { passages } of await readRecords(open.ports.store)) {
    indexed.articles += 1;
    indexed.passages += passages;
  }
  measured.push({ ...scores, ...indexed, set, digest: open.digest, questions: open.questions });
  await open.ports.store.close();
}

const left = PUBLIC_SETS.filter((set) => !sets.includes(set));
const page = writeEvaluation(measured, left);
if (values.print) process.stdout.write(page);
else {
  await writeFile(join(root, "docs", "evaluation.md"), page);
  const readme = join(root, "README.md");
  const [begin, end] = ["<!-- measured: comparison -->", "<!-- end of comparison -->"];
  const text = await readFile(readme, "utf8");
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from >= 0 && to >= 0) {
    const table = writeComparison(measured);
    await writeFile(readme, `${text.slice(0, from)}${begin}\n\n${table}\n\n${text.slice(to)}`);
  }
}
await model.close();

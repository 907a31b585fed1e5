// What speakers, copies, time and comparisons add to an answer: the share of its processor time.
// npx tsx bench/added-time.ts --corpus DIR --index DIR --questions FILE [--every 2]
// FILE has one JSON object a line with `question` (docs/eval-format.md); DIR is indexed already.

import { readFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { parseArgs } from "node:util";
import { createBuiltinEmbedder } from "../src/adapters/builtin/builtin-embedder.ts";
import { createPassageReader } from "../src/adapters/builtin/passage-reader.ts";
import { openTokenModel } from "../src/adapters/builtin/token-model.ts";
import { openCorpusFolder } from "../src/adapters/files/corpus-folder.ts";
import { openLanceStore } from "../src/adapters/lancedb/lance-store.ts";
import { type AnswerPorts, answerQuestion } from "../src/answer/answer-question.ts";
import { createExtractiveWriter } from "../src/answer/extractive/extractive-writer.ts";
import { compareBesideAnswer } from "../src/compare/compare-evidence.ts";
import type { AnswerOutcome } from "../src/core/answer.ts";
import { MIN_CONFIDENCE } from "../src/search/mixture.ts";

const { values } = parseArgs({
  options: {
    corpus: { type: "string" },
    index: { type: "string" },
    questions: { type: "string" },
    every: { type: "string", default: "1" },
  },
});
if (values.corpus === undefined || values.index === undefined || values.questions === undefined)
  throw new Error("Usage: npx tsx bench/added-time.ts --corpus DIR --index DIR --questions FILE");

/** Work below a frame of these files is what is added; forward passes are counted by the reader's clock. */
const ADDED =
  /\/src\/(?:compare|timeline|corpus\/copies|english\/(?:speech|times)|search\/time|search\/(?:attribute-sentences|filter-by-speaker|search-in-time-range)|quote\/(?:attribute-quotes|expand-)|corpus\/trace-sources|answer\/(?:count-voices|conclude-in-time)|question\/read-question-time)/u;
const PASSES = /\/src\/adapters\/builtin\//u;

interface Node {
  readonly id: number;
  readonly callFrame: { readonly url: string };
  readonly children?: readonly number[] | undefined;
}

/** Milliseconds of the profile spent below frames of the files that are added. */
function sumAdded({
  nodes,
  samples = [],
  timeDeltas = [],
}: {
  readonly nodes: readonly Node[];
  readonly samples?: readonly number[] | undefined;
  readonly timeDeltas?: readonly number[] | undefined;
}): number {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const kinds = new Map<number, "added" | "passes" | undefined>();
  const visit = (id: number, above: "added" | "passes" | undefined): void => {
    const node = known.get(id);
    const url = node?.callFrame.url ?? "";
    const kind = PASSES.test(url) ? "passes" : (above ?? (ADDED.test(url) ? "added" : undefined));
    kinds.set(id, kind);
    for (const child of node?.children ?? []) visit(child, kind);
  };
  const [root] = nodes;
  if (root !== undefined) visit(root.id, undefined);
  const micros = samples.map((id, at) => (kinds.get(id) === "added" ? (timeDeltas[at] ?? 0) : 0));
  return micros.reduce((sum, one) => sum + one, 0) / 1000;
}

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const model = openTokenModel();
const reader = createPassageReader(model);
/** What was read for this question: reading it again is added. */
const known = new Set<string>();
let passes = 0;
const ports: AnswerPorts = {
  source: openCorpusFolder(values.corpus),
  store: openLanceStore(values.index),
  embedder: createBuiltinEmbedder(model),
  writer: createExtractiveWriter(MIN_CONFIDENCE),
  compare: compareBesideAnswer,
  reader: {
    async read(question, passage, signal) {
      const key = `${question} ${passage.text}`;
      const begun = cpu();
      const readings = await reader.read(question, passage, signal);
      if (known.has(key)) passes += cpu() - begun;
      known.add(key);
      return readings;
    },
    close: () => reader.close(),
  },
};
const session = new Session();
session.connect();
await session.post("Profiler.enable");

async function measure(
  text: string,
): Promise<{ added: number; total: number; isCompared: boolean }> {
  passes = 0;
  known.clear();
  await session.post("Profiler.start");
  const begun = cpu();
  let outcome: AnswerOutcome | undefined;
  const asked = { text, filters: {}, conversation: [], today: "2026-01-01" };
  for await (const event of answerQuestion(asked, ports)) {
    if (event.kind === "outcome") outcome = event.outcome;
  }
  const total = cpu() - begun;
  const { profile } = await session.post("Profiler.stop");
  const isCompared = outcome?.kind === "answer" && outcome.comparison !== undefined;
  return { added: sumAdded(profile) + passes, total, isCompared };
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

const questions = readFileSync(values.questions, "utf8")
  .split("\n")
  .filter((line) => line.trim() !== "")
  .filter((_, place) => place % Number(values.every) === 0)
  .map((line) => String(JSON.parse(line).question));
await measure(questions[0] ?? "Who resigned?");
const measured = [];
for (const question of questions) measured.push(await measure(question));
for (const isCompared of [false, true]) {
  const own = measured.filter((one) => one.isCompared === isCompared);
  const share = median(own.map(({ added, total }) => added / (total - added)));
  const name = isCompared ? "with a comparison" : "without";
  process.stdout.write(
    `${name}: ${own.length} answers, median ${median(own.map(({ total }) => total)).toFixed(0)} ms of processor time, ${(100 * share).toFixed(1)} % of it added\n`,
  );
}
await ports.store.close();
await Promise.all([model.close(), reader.close()]);

// Questions with gold → the weights of src/search/mixture.ts, and what they are worth on sets that they were not fitted on.
// npx tsx bench/fit-mixture.ts --data DIR [--work DIR] [--test NEWSROOM_FOLDER]... [--plain]

import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import type { SentenceSignals } from "../src/core/evidence.ts";
import type { ConfidenceSignals } from "../src/search/mixture.ts";
import { type CollectedQuestion, collectSignals } from "./mixture/collect-signals.ts";
import { applyLogistic, fitLogistic, type LogisticModel } from "./mixture/fit-logistic.ts";
import {
  type GoldSet,
  openNewsroomSet,
  openPublicSet,
  openReaderDev,
} from "./mixture/gold-sets.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    work: { type: "string", default: join(tmpdir(), "pullquote-bench-mixture") },
    test: { type: "string", multiple: true, default: [] },
    plain: { type: "boolean", default: false },
  },
});
const { data, work, plain } = values;
if (data === undefined) throw new Error("Usage: npx tsx bench/fit-mixture.ts --data DIR");
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

/** Questions of the public sets that take part: enough beside those on news. */
const PUBLIC_QUESTIONS = 160;
/** Wrong refusals of answerable questions at which refusals are counted. */
const WRONG_REFUSALS = 0.08;

/** What another embedder's cosines are worth is not known: they have a scale of their own. */
const SIGNALS = plain
  ? (["answers", "margin", "coverage"] as const)
  : (["similarity", "answers", "margin", "coverage", "fused"] as const);
const CONFIDENCE = ["margin", "answers", "coverage"] as const;

async function collect(name: string, open: () => Promise<GoldSet>, most?: number) {
  const cache = join(work, `${name}${plain ? "-plain" : ""}.json`);
  if (existsSync(cache)) {
    return JSON.parse(await readFile(cache, "utf8")) as readonly CollectedQuestion[];
  }
  const { corpus, questions } = await open();
  const step = most === undefined ? 1 : Math.max(1, Math.floor(questions.length / most));
  const some = questions.filter((_, place) => place % step === 0);
  const index = join(work, `index-${name}${plain ? "-plain" : ""}`);
  const collected = await collectSignals(corpus, index, some, { plain });
  await writeFile(cache, JSON.stringify(collected));
  return collected;
}

const list = (signals: SentenceSignals): readonly number[] => SIGNALS.map((name) => signals[name]);

function rankSentences(question: CollectedQuestion, model: LogisticModel) {
  return question.sentences
    .map((sentence) => ({ ...sentence, logit: applyLogistic(model, list(sentence.signals)) }))
    .sort((one, other) => other.logit - one.logit);
}

function listConfidence({ confidence }: CollectedQuestion): readonly number[] {
  const nothing: ConfidenceSignals = { margin: -20, answers: -20, coverage: 0 };
  return CONFIDENCE.map((name) => (confidence ?? nothing)[name]);
}

function describe(
  name: string,
  questions: readonly CollectedQuestion[],
  sentences: LogisticModel,
  confidence: LogisticModel,
): void {
  const answerable = questions.filter(({ groups }) => groups > 0);
  const ranks = answerable.map((question) => {
    const place = rankSentences(question, sentences).findIndex(({ gold }) => gold > 0);
    return place < 0 ? Number.POSITIVE_INFINITY : place + 1;
  });
  const share = (most: number): string =>
    (ranks.filter((rank) => rank <= most).length / ranks.length).toFixed(3);
  const mrr = ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length;
  const whole = [1, 2, 3, 4].map((most) => {
    const full = answerable.filter((question) => {
      const top = rankSentences(question, sentences).slice(0, most);
      return top.reduce((bits, { gold }) => bits | gold, 0) === 2 ** question.groups - 1;
    });
    return (full.length / answerable.length).toFixed(3);
  });
  print(
    `${name.padEnd(12)} MRR ${mrr.toFixed(3)} first ${share(1)} among 3 ${share(3)} among 5 ${share(5)} read ${share(1e9)}; all parts in 1 to 4: ${whole.join(" ")}`,
  );
  const scores = questions.map((question) => ({
    isAnswerable: question.groups > 0,
    score: applyLogistic(confidence, listConfidence(question)),
  }));
  const [yes, no] = [true, false].map((wanted) =>
    scores.filter(({ isAnswerable }) => isAnswerable === wanted).map(({ score }) => score),
  );
  if (yes === undefined || no === undefined || no.length === 0) return;
  const pairs = yes.flatMap((one) =>
    no.map((other) => (one > other ? 1 : one === other ? 0.5 : 0)),
  );
  const auroc = pairs.reduce<number>((sum, value) => sum + value, 0) / pairs.length;
  const cut =
    yes.toSorted((one, other) => one - other)[Math.floor(yes.length * WRONG_REFUSALS)] ?? 0;
  const refused = no.filter((score) => score < cut).length / no.length;
  const chance = 1 / (1 + Math.exp(-cut));
  print(
    `${"".padEnd(12)} answerable: AUROC ${auroc.toFixed(3)}, refused ${refused.toFixed(3)} where ${WRONG_REFUSALS} are refused wrongly (below ${chance.toFixed(3)}); ${yes.length} and ${no.length} questions`,
  );
}

function printWeights(name: string, keys: readonly string[], model: LogisticModel): void {
  const fields = keys.map((key, place) => `${key}: ${(model.weights[place] ?? 0).toFixed(4)}`);
  print(`${name}: { bias: ${model.bias.toFixed(4)}, ${fields.join(", ")} }`);
}

await mkdir(work, { recursive: true });
const fitting = [
  ["reader-dev", await collect("reader-dev", () => openReaderDev(data, work))],
  ["squad2", await collect("squad2", () => openPublicSet("squad2", data, work), PUBLIC_QUESTIONS)],
  ["clapnq", await collect("clapnq", () => openPublicSet("clapnq", data, work))],
] as const;
const rows = (questions: readonly CollectedQuestion[]) =>
  questions
    .filter(({ groups }) => groups > 0)
    .flatMap(({ sentences }) =>
      sentences.map(({ signals, gold }) => ({ values: list(signals), isTrue: gold > 0 })),
    );
const sentences = fitLogistic(rows(fitting[0][1]));
const confidence = fitLogistic(
  fitting.flatMap(([, questions]) =>
    questions.map((question) => ({
      values: listConfidence(question),
      isTrue: question.groups > 0,
    })),
  ),
  1e-2,
);
printWeights(plain ? "plain" : "vectors", SIGNALS, sentences);
printWeights("confidence", CONFIDENCE, confidence);
for (const [name, questions] of fitting) describe(name, questions, sentences, confidence);
for (const folder of values.test) {
  const name = basename(folder);
  describe(name, await collect(name, () => openNewsroomSet(folder)), sentences, confidence);
}

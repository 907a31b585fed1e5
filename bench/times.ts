// Times in sentences and in questions, labelled by hand → how many are read as labelled.
// npx tsx bench/times.ts [--faults]
// --faults lists what was read otherwise.

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { findTimes } from "../src/english/times/find-times.ts";
import { readAskedTime } from "../src/question/read-asked-time.ts";

/** A sentence of an article of that day; a time without days is to be shown as written. */
interface Sentence {
  readonly text: string;
  readonly published: string | null;
  readonly times: readonly LabelledTime[];
}

interface LabelledTime {
  readonly words: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** Of a question that asks nothing of time. */
const NONE = { kind: "none", words: null, from: null, to: null, relation: null, event: null };

const { values } = parseArgs({ options: { faults: { type: "boolean", default: false } } });
const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const readLines = <T>(name: string): T[] =>
  readFileSync(new URL(`times/${name}`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
const share = (part: number, whole: number): string =>
  `${part} of ${whole} = ${(part / whole).toFixed(3)}`;
const name = ({ words, from, to }: LabelledTime): string => `${words} ${from ?? "?"}/${to ?? "?"}`;

const sentences = readLines<Sentence>("expressions.jsonl").map((labelled) => {
  const { text, published } = labelled;
  const read = findTimes(text, published ?? undefined).map(({ start, end, days }) => ({
    words: text.slice(start, end),
    from: days?.from ?? null,
    to: days?.to ?? null,
  }));
  return { labelled, wanted: labelled.times.map(name), read: read.map(name) };
});
for (const { labelled, wanted, read } of sentences) {
  if (!values.faults || wanted.join() === read.join()) continue;
  print(
    `${labelled.text} (${labelled.published ?? "no day"})\n  wanted ${wanted.join("; ")}\n  read   ${read.join("; ")}`,
  );
}
const wanted = sentences.flatMap((sentence) => sentence.wanted).length;
const read = sentences.flatMap((sentence) => sentence.read).length;
const right = sentences.flatMap((sentence) =>
  sentence.wanted.filter((time) => sentence.read.includes(time)),
).length;
print(
  `times: found and read as labelled ${share(right, wanted)}, of those found ${share(right, read)}`,
);
print(
  `sentences right as a whole ${share(sentences.filter((one) => one.wanted.join() === one.read.join()).length, sentences.length)}`,
);

interface Question {
  readonly question: string;
  readonly today: string;
  readonly kind: string;
  readonly words: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly relation: string | null;
  readonly event: string | null;
}

const asked = readLines<Question>("questions.jsonl").map(({ question, today, ...labelled }) => {
  const { kind, words, from, to, relation, event } = readAskedTime(question, today) ?? NONE;
  const fields = { kind, words, from, to, relation, event };
  const shown = Object.entries(fields).map(([field, value]) => [field, value ?? null]);
  return { question, wanted: labelled, read: Object.fromEntries(shown) as typeof labelled };
});
const isRight = ({ wanted: one, read: other }: (typeof asked)[number]): boolean =>
  (Object.keys(one) as (keyof typeof one)[]).every((field) => one[field] === other[field]);
for (const one of asked.filter((question) => values.faults && !isRight(question))) {
  print(
    `${one.question}\n  wanted ${JSON.stringify(one.wanted)}\n  read   ${JSON.stringify(one.read)}`,
  );
}
print(`questions read as labelled ${share(asked.filter(isRight).length, asked.length)}`);

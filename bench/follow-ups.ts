// Dialogues → whether each later question is told to lean on what was asked before, and what it is completed to.
// npx tsx bench/follow-ups.ts [--half development|final] [--show] [--alone FILE]
// FILE: questions that are asked alone, one JSON object with `question` a line; each is asked after a dialogue on
// something else and must be left as it is.

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Turn } from "../src/core/question.ts";
import { listContentStems } from "../src/english/stems.ts";
import { completeFollowUp } from "../src/question/complete-follow-up.ts";

interface AskedTurn {
  readonly question: string;
  /** Absent on the first turn of a dialogue, as is all that follows but `gold`. */
  readonly form?: string;
  readonly depends?: boolean;
  readonly expected?: readonly string[];
  /** Words of which the completed question must hold one of each list, and words that it must not hold. */
  readonly carries?: readonly (readonly string[])[];
  readonly drops?: readonly string[];
}

interface Dialogue {
  readonly id: string;
  readonly half: string;
  readonly turns: readonly AskedTurn[];
}

const { values } = parseArgs({
  options: {
    half: { type: "string" },
    show: { type: "boolean", default: false },
    alone: { type: "string" },
  },
});
const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const readLines = <T>(file: string | URL): T[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
const dialogues = readLines<Dialogue>(
  new URL("follow-ups/dialogues.jsonl", import.meta.url),
).filter(({ half }) => values.half === undefined || half === values.half);

const scores = new Map<string, number[]>();
const score = (name: string, value: boolean | number): void => {
  scores.set(name, [...(scores.get(name) ?? []), Number(value)]);
};

/** How much the content words of two questions have in common: F1 of their stems. */
function agree(one: string, other: string): number {
  const [first, second] = [new Set(listContentStems(one)), new Set(listContentStems(other))];
  const common = [...first].filter((stem) => second.has(stem)).length;
  return first.size + second.size === 0 ? 0 : (2 * common) / (first.size + second.size);
}

const holds = (stems: ReadonlySet<string>, word: string): boolean =>
  listContentStems(word).every((stem) => stems.has(stem));

const told = { rightly: 0, wrongly: 0, missed: 0 };

function judge(id: string, asked: AskedTurn, completed: string | undefined): void {
  const fault =
    asked.depends === true ? judgeLeaning(asked, completed) : judgeAlone(asked, completed);
  if (values.show && fault !== undefined) {
    print(`${fault}\t${id}\t${asked.question}\t→ ${completed ?? "–"}`);
  }
}

function judgeAlone({ form = "" }: AskedTurn, completed: string | undefined): string | undefined {
  score(`${form}: left alone`, completed === undefined);
  if (completed === undefined) return undefined;
  told.wrongly += 1;
  return "changed";
}

/** What is wrong with it, if anything is. */
function judgeLeaning(asked: AskedTurn, completed: string | undefined): string | undefined {
  const { question, form = "", expected = [], carries = [], drops = [] } = asked;
  told[completed === undefined ? "missed" : "rightly"] += 1;
  const text = completed ?? question;
  const stems = new Set(listContentStems(text));
  const carried = carries.every((words) => words.some((word) => holds(stems, word)));
  const dropped = !drops.some((word) => holds(stems, word));
  const best = Math.max(...expected.map((wanted) => agree(text, wanted)));
  for (const name of [form, "all"]) {
    score(`${name}: completed`, completed !== undefined);
    score(`${name}: subject carried over`, carried);
    if (drops.length > 0) score(`${name}: what is replaced is gone`, dropped);
    score(`${name}: agreement with the best wording`, best);
  }
  if (completed === undefined) return "missed";
  if (!carried || !dropped) return carried ? "kept" : "lost";
  return best < 1 ? best.toFixed(2) : undefined;
}

const contexts: (readonly Turn[])[] = [];
for (const { id, turns } of dialogues) {
  const conversation: Turn[] = [];
  for (const [place, asked] of turns.entries()) {
    const completed = completeFollowUp(asked.question, conversation);
    if (place > 0) judge(`${id}.${place + 1}`, asked, completed);
    conversation.push({
      question: asked.question,
      ...(completed !== undefined && { understood: completed }),
      articleIds: [],
    });
  }
  contexts.push(conversation);
}
/** The opening question of each dialogue, asked after the one before it, is a new topic too. */
for (const [place, { id, turns }] of dialogues.entries()) {
  const question = turns[0]?.question ?? "";
  const before = contexts.at(place - 1) ?? [];
  judge(id, { question, form: "another opening" }, completeFollowUp(question, before));
}
const alone = values.alone === undefined ? [] : readLines<{ question: string }>(values.alone);
for (const [place, { question }] of alone.entries()) {
  const before = contexts[place % contexts.length] ?? [];
  const completed = completeFollowUp(question, before);
  score("asked alone: left alone", completed === undefined);
  if (completed !== undefined && values.show) print(`changed\t${question}\t→ ${completed}`);
}

for (const [name, given] of [...scores].sort(([one], [other]) => one.localeCompare(other))) {
  const mean = given.reduce((sum, value) => sum + value, 0) / given.length;
  print(`${name.padEnd(48)}${mean.toFixed(3)}  (${given.length})`);
}
const { rightly, wrongly, missed } = told;
print(`leaning told: precision ${(rightly / (rightly + wrongly)).toFixed(3)}`);
print(`leaning told: recall ${(rightly / (rightly + missed)).toFixed(3)}`);

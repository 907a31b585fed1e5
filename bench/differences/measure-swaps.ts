// Passages with a true and a swapped answer → how often the difference is told, and where there is none.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AnswerOutcome } from "../../src/core/answer.ts";
import type { Bench } from "./ask-bench.ts";

interface SwapQuestion {
  readonly id: number;
  readonly query: string;
  readonly positive: readonly string[];
  readonly positive_wrong: readonly string[];
}

/**
 * By question: all its passages as they are in one article, all swapped in another; by passage: one
 * pair a corpus, where the swap changed the passage at all.
 */
export async function measureSwaps(
  data: string,
  bench: Bench,
  note: (line: string) => unknown,
): Promise<string> {
  const questions = readFileSync(join(data, "rgb-fact", "questions.jsonl"), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as SwapQuestion);
  const tally = { together: 0, twice: 0, passages: 0, swapped: 0, again: 0 };
  for (const { id, query, positive, positive_wrong: wrong } of questions) {
    const [one, other] = [positive.join("\n\n"), wrong.join("\n\n")];
    const told = await tellsDifference(bench, query, [one, other]);
    if (!told) note(`  rgb ${id} not told: ${query}`);
    tally.together += Number(told);
    tally.twice += Number(await tellsDifference(bench, query, [one, one]));
    const changed = positive.filter((passage, place) => (wrong[place] ?? passage) !== passage);
    for (const passage of changed) {
      const swapped = wrong[positive.indexOf(passage)] ?? "";
      const isTold = await tellsDifference(bench, query, [passage, swapped]);
      if (!isTold) note(`  rgb ${id} passage not told: ${passage.slice(0, 110)}`);
      tally.passages += 1;
      tally.swapped += Number(isTold);
      tally.again += Number(await tellsDifference(bench, query, [passage, passage]));
    }
  }
  const { together, twice, passages, swapped, again } = tally;
  return [
    `rgb-fact: true and swapped together ${together} of ${questions.length}, the same twice ${twice}`,
    `  passage by passage: ${swapped} of ${passages}, the same twice ${again}`,
  ].join("\n");
}

async function tellsDifference(
  bench: Bench,
  question: string,
  texts: readonly string[],
): Promise<boolean> {
  return verdictOf(await bench.compare(question, texts)) === "differ";
}

function verdictOf(outcome: AnswerOutcome): string | undefined {
  return outcome.kind === "answer" ? outcome.comparison?.verdict : undefined;
}

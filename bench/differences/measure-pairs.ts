// Pairs of statements with a verdict each → how often the comparison gives that verdict.

import { readFileSync } from "node:fs";
import type { AnswerOutcome } from "../../src/core/answer.ts";
import type { Bench } from "./ask-bench.ts";

/**
 * Lines of `pairs.txt` and `reasons.txt`: verdict | question | one statement | the other. In the second
 * file the verdict is the reason of a difference: another time, place or group is none at one time.
 */
export async function measurePairs(
  file: "pairs.txt" | "reasons.txt",
  bench: Bench,
  note: (line: string) => unknown,
): Promise<string> {
  const lines = readFileSync(new URL(file, import.meta.url), "utf8").split("\n");
  const right = { same: 0, differ: 0 };
  const all = { same: 0, differ: 0 };
  for (const line of lines) {
    const [told = "", question = "", ...texts] = line.startsWith("#") ? [] : line.split(" | ");
    if (texts.length !== 2) continue;
    const verdict = told === "same" ? "same" : "differ";
    const compared = await bench.compare(question, texts);
    const positions = listValues(compared);
    all[verdict] += 1;
    if (positions.length > 1 === (verdict === "differ")) right[verdict] += 1;
    else note(`  pair ${line} → ${positions.join(" // ")}`);
  }
  const share = (right.same + right.differ) / (all.same + all.differ);
  return `${file}: told apart ${right.differ} of ${all.differ}, told together ${right.same} of ${all.same} that only look different: ${share.toFixed(3)}`;
}

function listValues(outcome: AnswerOutcome): readonly string[] {
  if (outcome.kind !== "answer") return [];
  return (outcome.comparison?.positions ?? []).map(({ value }) => value);
}

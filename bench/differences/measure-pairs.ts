// Pairs of statements with a verdict each → how often the comparison gives that verdict.

import { readFileSync } from "node:fs";
import { compareTexts } from "./compare-texts.ts";

/** Lines of `pairs.txt`: verdict | question | one statement | the other. */
export function measurePairs(note: (line: string) => unknown): string {
  const lines = readFileSync(new URL("pairs.txt", import.meta.url), "utf8").split("\n");
  const right = { same: 0, differ: 0 };
  const all = { same: 0, differ: 0 };
  for (const line of lines) {
    const [verdict, question = "", ...texts] = line.split(" | ");
    if (verdict !== "same" && verdict !== "differ") continue;
    const compared = compareTexts(question, texts);
    all[verdict] += 1;
    if ((compared?.verdict === "differ") === (verdict === "differ")) right[verdict] += 1;
    else note(`  pair ${line} → ${compared?.positions.map(({ value }) => value).join(" // ")}`);
  }
  const share = (right.same + right.differ) / (all.same + all.differ);
  return `pairs: ${right.differ} of ${all.differ} differing, ${right.same} of ${all.same} only looking so: ${share.toFixed(3)}`;
}

// Statements, swapped passages and documents that disagree → how often a difference is told, and rightly.
// npx tsx bench/differences.ts --data DIR [--only pairs,reasons,rgb,ramdocs] [--show]
// DIR holds ramdocs/questions.jsonl and rgb-fact/questions.jsonl; the pairs lie in bench/differences.

import { parseArgs } from "node:util";
import { openBench } from "./differences/ask-bench.ts";
import { measurePairs } from "./differences/measure-pairs.ts";
import { measureRamdocs } from "./differences/measure-ramdocs.ts";
import { measureSwaps } from "./differences/measure-swaps.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    only: { type: "string", default: "pairs,reasons,rgb,ramdocs" },
    show: { type: "boolean", default: false },
  },
});
const { data, show } = values;
if (data === undefined) throw new Error("Usage: npx tsx bench/differences.ts --data DIR");
const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const wanted = new Set(values.only.split(","));

const bench = openBench();
const notes = show ? print : () => true;
if (wanted.has("pairs")) print(await measurePairs("pairs.txt", bench, notes));
if (wanted.has("reasons")) print(await measurePairs("reasons.txt", bench, notes));
if (wanted.has("rgb")) print(await measureSwaps(data, bench, notes));
if (wanted.has("ramdocs")) print(await measureRamdocs(data, bench, notes));
await bench.close();

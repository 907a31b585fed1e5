// Nothing → how long `pullquote --help` takes, beside `node -e 0`, in one run.
// With a corpus and its index (`--corpus DIR --index DIR --question TEXT`): a cold `ask` and the warm loop too.

import { spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const PROGRAM = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "21" },
    corpus: { type: "string" },
    index: { type: "string" },
    question: { type: "string", multiple: true, default: ["What happened?"] },
  },
});
const rounds = Number(values.rounds);

/** Milliseconds of each run; the two kinds take turns, so that a busy moment hits both. */
function timeInTurns(kinds: readonly (readonly string[])[], times: number): number[][] {
  const results: number[][] = kinds.map(() => []);
  for (let round = 0; round < times; round += 1) {
    kinds.forEach((words, kind) => {
      const started = performance.now();
      spawnSync(process.execPath, words, { stdio: "ignore" });
      results[kind]?.push(performance.now() - started);
    });
  }
  return results;
}

function findMedian(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Milliseconds from each question to its JSON line, in one running loop. */
async function timeLoop(flags: readonly string[], questions: readonly string[]): Promise<number[]> {
  const child = spawn(process.execPath, [PROGRAM, "chat", "--json", "--no-history", ...flags], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const times: number[] = [];
  for (const question of questions) {
    const started = performance.now();
    child.stdin.write(`${question}\n`);
    await answers.next();
    times.push(performance.now() - started);
  }
  child.stdin.end();
  return times;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const [bare = [], help = []] = timeInTurns(
  [
    ["-e", "0"],
    [PROGRAM, "--help"],
  ],
  rounds,
);
const ratio = findMedian(help) / findMedian(bare);
say(
  `pullquote --help ${findMedian(help).toFixed(0)} ms ÷ node -e 0 ${findMedian(bare).toFixed(0)} ms = ${ratio.toFixed(2)} (reach ≤ 1.7; median of ${rounds})`,
);

if (values.corpus !== undefined) {
  const place = ["--corpus", values.corpus, ...(values.index ? ["--index", values.index] : [])];
  const flags = [...place, "--no-refresh"];
  const ask = [PROGRAM, "ask", values.question[0] ?? "", "--no-history", ...flags];
  const [cold = []] = timeInTurns([ask], Math.min(rounds, 7));
  say(`cold ask ${findMedian(cold).toFixed(0)} ms (reach ≤ 800; median of ${cold.length})`);
  const asked = Array.from({ length: rounds }, () => values.question).flat();
  // The first answer loads index and model: that is the cold one.
  const warm = (await timeLoop(flags, asked)).slice(1);
  say(`warm loop ${findMedian(warm).toFixed(0)} ms (reach ≤ 250; median of ${warm.length})`);
}

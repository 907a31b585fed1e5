// An article of 5 MB in one line: what it costs beside an article of one sentence.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makePlace, type Place, type ProgramResult, runProgram } from "../run-program.ts";

const SENTENCE = "The harbour council of Holm closed nine gates near the quay on Monday. ";
const ANSWER = "Keeper Dora Quill resigned on 14 May 2019 after forty years.";
const QUESTION = "When did keeper Dora Quill resign?";
/** Writes the most memory that the program ever had, in KB, where it is told to. */
const MEASURE = `process.on("exit", () => require("node:fs").writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS)));`;

async function measure(
  place: Place,
  words: readonly string[],
): Promise<ProgramResult & { readonly megabytes: number }> {
  const peak = join(place.folder, "peak");
  const environment = {
    NODE_OPTIONS: `--require ${JSON.stringify(join(place.folder, "measure.cjs"))}`,
    PEAK_FILE: peak,
  };
  const result = await runProgram(place, words, { environment });
  return { ...result, megabytes: Number(readFileSync(peak, "utf8")) / 1024 };
}

test("it is indexed once for all that it repeats, and asked and verified in little more memory", async () => {
  const long = SENTENCE.repeat(5_000_000 / SENTENCE.length) + ANSWER;
  const draft = { "draft.md": `He wrote: “${ANSWER}”\n`, "measure.cjs": MEASURE };
  const [small, large] = [
    makePlace({ "corpus/a.txt": ANSWER, ...draft }),
    makePlace({ "corpus/a.txt": long, ...draft }),
  ];
  for (const place of [small, large]) expect((await runProgram(place, ["index"])).code).toBe(0);
  for (const [words, more] of [
    [["ask", QUESTION], 60],
    [["verify", "draft.md"], 260],
  ] as const) {
    const [least, most] = [await measure(small, words), await measure(large, words)];
    expect(most.stdout).toContain(words[0] === "ask" ? "14 May 2019" : "1 quote");
    expect({ words, code: most.code }).toEqual({ words, code: 0 });
    expect(most.megabytes - least.megabytes).toBeLessThan(more);
  }
});

// Sentence boundaries: golden rules passed and boundary F1 on news, ours beside bare Intl.Segmenter.
// npx tsx bench/sentences.ts --data DIR [--misses]   (DIR holds golden-rules-en.json and gum-news.json)

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readLayout } from "../src/corpus/read/read-layout.ts";
import { splitSentences } from "../src/english/split-sentences.ts";

interface GoldenRule {
  readonly n: number;
  readonly name: string;
  readonly input: string;
  readonly expected: readonly string[];
}
type Splitter = (text: string) => string[];
type Counts = { hit: number; guessed: number; gold: number };

const { values } = parseArgs({
  options: { data: { type: "string" }, misses: { type: "boolean" } },
});
if (values.data === undefined) throw new Error("Usage: npx tsx bench/sentences.ts --data DIR");
const folder = values.data;
const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), "utf8")) as T;
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

const ours: Splitter = (text) =>
  readLayout(text, 0, false)
    .flatMap((paragraph) => splitSentences(text, paragraph))
    .map(({ start, end }) => text.slice(start, end));
const bare: Splitter = (text) =>
  Array.from(new Intl.Segmenter("en", { granularity: "sentence" }).segment(text), (part) =>
    part.segment.trim(),
  ).filter((sentence) => sentence !== "");

const flat = (sentence: string): string => sentence.replace(/\s+/g, " ").trim();
const boundaries = (sentences: readonly string[]): Set<number> => {
  let length = 0;
  const ends = sentences.map((sentence) => {
    length += sentence.replace(/\s/g, "").length;
    return length;
  });
  return new Set(ends.slice(0, -1));
};

function countRules(split: Splitter): readonly number[] {
  return read<GoldenRule[]>("golden-rules-en.json")
    .filter(({ input, expected }) => {
      const got = split(input).map(flat);
      return (
        got.length === expected.length && got.every((part, at) => part === flat(expected[at] ?? ""))
      );
    })
    .map(({ n }) => n);
}

/** Boundaries inside paragraphs; a paragraph's own end is given and not counted. */
function scoreNews(split: Splitter, misses: string[]): number {
  const counts: Counts = { hit: 0, guessed: 0, gold: 0 };
  for (const { pars } of read<{ pars: string[][] }[]>("gum-news.json")) {
    for (const sentences of pars) {
      const text = sentences.join(" ");
      const gold = boundaries(sentences);
      const guess = boundaries(split(text));
      const hits = [...guess].filter((at) => gold.has(at)).length;
      if (hits !== gold.size || hits !== guess.size) misses.push(split(text).join(" ‖ "));
      counts.hit += hits;
      counts.gold += gold.size;
      counts.guessed += guess.size;
    }
  }
  return (2 * counts.hit) / (counts.gold + counts.guessed);
}

const oneLine = "The convoy left the port at dawn on Jan. 3. It was late! ".repeat(18_000);
const time = (split: Splitter, text: string): number => {
  const begun = performance.now();
  split(text);
  return performance.now() - begun;
};
for (const [name, split] of [
  ["pullquote", ours],
  ["Intl.Segmenter", bare],
] as const) {
  const misses: string[] = [];
  const passed = countRules(split);
  const failed = Array.from({ length: 52 }, (_, at) => at + 1).filter((n) => !passed.includes(n));
  print(`${name}: golden rules ${passed.length} of 52 (not: ${failed.join(" ")})`);
  print(`${name}: boundary F1 on GUM news ${scoreNews(split, misses).toFixed(4)}`);
  if (values.misses) for (const miss of misses) print(`  ${miss}`);
  const sizes = name === "pullquote" ? [1, 4] : [0.1];
  for (const share of sizes) {
    const text = share < 1 ? oneLine.slice(0, oneLine.length * share) : oneLine.repeat(share);
    print(
      `${name}: one line of ${(text.length / 1e6).toFixed(1)} MB: ${time(split, text).toFixed(0)} ms`,
    );
  }
}

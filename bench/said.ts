// What speakers said, labelled by hand → how much of it `quotes --speaker` lists, and how much of the list is theirs.
// npx tsx bench/said.ts --data DIR [--faults]
// Of `dev` and `test` the misses were looked at while the rules were written; `fresh` were labelled and judged after.
// DIR holds newsroom/corpus; --faults lists what was missed or wrongly listed, but for those of the fresh ones.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openCorpusFolder } from "../src/adapters/files/corpus-folder.ts";
import { listQuotes } from "../src/lists/list-quotes.ts";
import { readCorrections } from "../src/lists/read-corrections.ts";

interface Labelled {
  readonly article: string;
  readonly sha256: string;
  readonly start: number;
  readonly end: number;
  /** Whether it is theirs can be argued: counts neither way. */
  readonly open?: true;
}

/** One speaker; `name` is where an article has the name that is asked for. */
interface Label {
  readonly set: "dev" | "test" | "fresh";
  readonly name: { readonly article: string; readonly start: number; readonly end: number };
  readonly said: readonly Labelled[];
}

const { values } = parseArgs({
  options: { data: { type: "string" }, faults: { type: "boolean", default: false } },
});
if (values.data === undefined) throw new Error("needs --data DIR");
const folder = join(values.data, "newsroom", "corpus");
const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const read = (id: string): string => readFileSync(join(folder, id), "utf8");
const labels = readFileSync(new URL("said/labels.jsonl", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as Label);
const source = openCorpusFolder(folder);
const corrections = readCorrections("", "");

for (const set of ["dev", "test", "fresh"] as const) {
  const total = { right: 0, listed: 0, wanted: 0, found: 0 };
  for (const { name, said } of labels.filter((label) => label.set === set)) {
    const speaker = read(name.article).slice(name.start, name.end);
    for (const { article, sha256 } of said) {
      const digest = createHash("sha256").update(read(article)).digest("hex");
      if (digest !== sha256) throw new Error(`${article} was labelled otherwise`);
    }
    const list = await listQuotes({ speaker, filters: {}, corrections }, source);
    const spans = list.said.flatMap(({ excerpt, copies }) => [excerpt, ...copies]);
    const holds = (one: Labelled, id: string, start: number, end: number): boolean =>
      one.article === id && one.start < end && start < one.end;
    const counted = spans
      .map((span) => ({
        span,
        label: said.find((one) => holds(one, span.articleId, span.start, span.end)),
      }))
      .filter(({ label }) => label?.open !== true);
    const must = said.filter(({ open }) => open !== true);
    const missed = must.filter(
      (one) => !spans.some((span) => holds(one, span.articleId, span.start, span.end)),
    );
    total.listed += counted.length;
    total.right += counted.filter(({ label }) => label !== undefined).length;
    total.wanted += must.length;
    total.found += must.length - missed.length;
    if (!values.faults || set === "fresh") continue;
    if (list.ambiguous.length > 0) print(`ambiguous ${speaker}: ${list.ambiguous.join(", ")}`);
    for (const { article, start, end } of missed)
      print(`missed ${speaker}: ${read(article).slice(start, end)}`);
    for (const { span, label } of counted) {
      if (label === undefined)
        print(`wrong ${speaker}: ${read(span.articleId).slice(span.start, span.end)}`);
    }
  }
  const share = (part: number, whole: number): string =>
    `${part} of ${whole} = ${(part / whole).toFixed(3)}`;
  print(`${set}: ${labels.filter((label) => label.set === set).length} speakers`);
  print(`  theirs, of what is listed   ${share(total.right, total.listed)}   (floor .98)`);
  print(`  listed, of what is theirs   ${share(total.found, total.wanted)}   (floor .90)`);
}

// Questions in other words than the articles' → how often the answer's quotes cover the words that answer.
// npx tsx bench/paraphrased.ts --data DIR [--misses]   (DIR holds the five articles)
//
// The labels in bench/questions/paraphrased.jsonl are offsets; each is checked against the article's text.

import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type AnswerOutcome, openAssistant, type Quote } from "../src/index.ts";

interface Place {
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly sha256: string;
}

interface Labelled {
  readonly id: string;
  readonly kind: string;
  readonly question: string;
  /** Places any of which answers. */
  readonly gold: readonly Place[];
}

type Verdict = "first" | "later" | "wrong" | "refused";

const { values } = parseArgs({
  options: { data: { type: "string" }, misses: { type: "boolean", default: false } },
});
if (values.data === undefined) throw new Error("Usage: npx tsx bench/paraphrased.ts --data DIR");
const corpus = values.data;
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

const labels = new URL("questions/paraphrased.jsonl", import.meta.url);
const questions = readFileSync(labels, "utf8")
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => JSON.parse(line) as Labelled);
for (const { id, gold } of questions) for (const place of gold) checkPlace(id, place);

const folder = mkdtempSync(join(tmpdir(), "pullquote-bench-"));
const assistant = await openAssistant({ corpus, index: join(folder, "index") });
try {
  for await (const _ of assistant.index()) {
    // The events of the index are not needed.
  }
  const verdicts = new Map<Labelled, Verdict>();
  for (const labelled of questions) {
    verdicts.set(labelled, judge(labelled, await assistant.ask(labelled.question)));
  }
  report(verdicts);
} finally {
  await assistant.close();
  rmSync(folder, { recursive: true, force: true });
}

/** An article that has changed would be measured against words that are not meant. */
function checkPlace(id: string, { article, start, end, sha256 }: Place): void {
  const text = readFileSync(join(corpus, article), "utf8").slice(start, end);
  const found = createHash("sha256").update(text).digest("hex");
  if (found !== sha256) throw new Error(`${id}: ${article} has other words at ${start}-${end}`);
}

function judge({ gold }: Labelled, outcome: AnswerOutcome): Verdict {
  if (outcome.kind === "abstention") return "refused";
  const cited = new Set(outcome.claims.flatMap(({ citations }) => citations));
  const quotes = outcome.quotes.filter(({ number }) => cited.has(number));
  const place = quotes.findIndex((quote) => gold.some((wanted) => covers(quote, wanted)));
  if (place < 0) return quotes.length === 0 ? "refused" : "wrong";
  return place === 0 ? "first" : "later";
}

function covers(quote: Quote, { article, start, end }: Place): boolean {
  return quote.articleId === article && quote.start <= start && end <= quote.end;
}

function report(verdicts: ReadonlyMap<Labelled, Verdict>): void {
  const rows = [...verdicts];
  const kinds = [...new Set(questions.map(({ kind }) => kind))].sort();
  for (const kind of ["all", ...kinds]) {
    const these = rows.filter(([labelled]) => kind === "all" || labelled.kind === kind);
    const share = (...wanted: Verdict[]): string =>
      (these.filter(([, verdict]) => wanted.includes(verdict)).length / these.length).toFixed(3);
    print(
      `${kind.padEnd(9)} covered ${share("first", "later")}  first ${share("first")}  ` +
        `refused ${share("refused")}  (${these.length})`,
    );
  }
  if (!values.misses) return;
  for (const [{ id, question }, verdict] of rows) {
    if (verdict === "wrong" || verdict === "refused")
      print(`${verdict.padEnd(7)} ${id} ${question}`);
  }
}

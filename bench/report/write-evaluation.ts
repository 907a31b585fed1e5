// What was measured on each set → docs/evaluation.md, and the README's comparison.

import {
  type EvaluationQuestion,
  MEASURE_TABLE,
  type ScoredQuestion,
} from "../../src/core/evaluation.ts";
import { comparePaired } from "../../src/evaluate/estimate-measures.ts";
import { reportEvaluation, type SettingScores } from "../../src/evaluate/evaluate-settings.ts";
import { writeMeasure } from "../../src/export/render-evaluation.ts";
import type { SetScores } from "../retrieval/measure-set.ts";
import type { PublicSet } from "../retrieval/public-sets.ts";

export interface MeasuredSet extends SetScores {
  readonly set: PublicSet;
  readonly digest: string;
  readonly questions: readonly EvaluationQuestion[];
  readonly articles: number;
  readonly passages: number;
}

const TITLES: Readonly<Record<string, string>> = {
  "full-text": "full-text search (BM25)",
  dense: "dense retrieval",
  fused: "both, fused",
  hybrid: "pullquote (`hybrid`: fused, then read)",
  langchain: "plain LangChain pipeline",
};
const titleOf = (name: string): string => TITLES[name] ?? name;

const searchMeasures = ["recall@2000w", "hits@10", "hits@4", "mrr@10", "ndcg@10"] as const;
const sentenceMeasures = ["sentence-mrr", "sentence-hits@1", "sentence-hits@3"] as const;

const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const writeTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), `|---${"|---:".repeat(head.length - 1)}|`, ...rows.map(line)].join("\n");

const writeFigure = (value: number): string => value.toFixed(3).replace(/^(-?)0\./u, "$1.");

/** One row a setting, with its interval; the best of each column is bold. */
function tabulate(
  subject: "retrieval" | "answers",
  settings: readonly SettingScores[],
  names: readonly string[],
): string {
  const { settings: evaluated } = reportEvaluation(subject, [], settings, []);
  const columns = MEASURE_TABLE.filter(({ name }) => names.includes(name));
  const rows = evaluated.map((setting) => [
    titleOf(setting.name),
    ...columns.map(({ name, kind }) => {
      const measure = setting.measures.find((one) => one.name === name);
      if (measure === undefined) return "–";
      const best = Math.max(
        ...evaluated.flatMap(({ measures }) =>
          measures.filter((one) => one.name === name).map(({ mean }) => mean),
        ),
      );
      const text = writeMeasure(measure, kind);
      return subject === "retrieval" && measure.mean === best ? `**${text}**` : text;
    }),
  ]);
  return writeTable(["", ...columns.map(({ title }) => title)], rows);
}

/** Each ranking against the one before it, in one measure. */
function tabulateGains(settings: readonly SettingScores[], name: string): string {
  const rows = settings.slice(1).flatMap((setting, index) => {
    const before = settings[index];
    if (before === undefined || setting.name === "langchain") return [];
    const gain = comparePaired(before.scored, setting.scored).find((one) => one.name === name);
    if (gain === undefined) return [];
    const interval = `[${writeFigure(gain.low)}, ${writeFigure(gain.high)}]`;
    const p = gain.p < 0.001 ? "<.001" : writeFigure(gain.p);
    return [[`${setting.name} − ${before.name}`, `${writeFigure(gain.difference)} ${interval}`, p]];
  });
  return writeTable(
    [`Gain in ${MEASURE_TABLE.find((row) => row.name === name)?.title ?? name}`, "difference", "p"],
    rows,
  );
}

const meanOf = (scored: readonly ScoredQuestion[], name: string): number | undefined => {
  const values = scored.flatMap(({ scores }) => scores[name] ?? []);
  if (values.length === 0) return undefined;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
};

function tabulateLimits(limits: readonly ScoredQuestion[]): string {
  const names = [...new Set(limits.flatMap(({ scores }) => Object.keys(scores)))];
  const rows = names.map((name) => {
    const mean = meanOf(limits, name);
    return [name, mean === undefined ? "–" : writeFigure(mean)];
  });
  return writeTable(["If this were perfect, or all there is", "reached"], rows);
}

/** Where something simpler has the better mean than what ships, said in words. */
function listLosses(
  title: string,
  settings: readonly SettingScores[],
  names: readonly string[],
): readonly string[] {
  const ours = settings.find(({ name }) => name === "hybrid");
  if (ours === undefined) return [];
  return settings.flatMap(({ name: rival, scored }) =>
    comparePaired(ours.scored, scored)
      .filter(({ name, difference }) => names.includes(name) && difference > 0)
      .map(({ name, difference, p }) => {
        const measure = MEASURE_TABLE.find((row) => row.name === name)?.title ?? name;
        return `- ${title}, ${measure}: ${titleOf(rival)} is ahead by ${writeFigure(difference)} (p ${p < 0.001 ? "<.001" : writeFigure(p)}).`;
      }),
  );
}

function writeRankings({ set, rankings, hundredWords }: MeasuredSet): string[] {
  const names = set.isReading ? sentenceMeasures : searchMeasures;
  const main = set.isReading ? "sentence-mrr" : set.name === "scifact" ? "ndcg@10" : "recall@2000w";
  return [
    set.isReading ? "### Sentences" : "### Passages as they ship",
    tabulate("retrieval", rankings, names),
    ...(rankings.length > 1 ? [tabulateGains(rankings, main)] : []),
    ...(hundredWords.length > 0
      ? [
          "### Passages cut at 100 words",
          "Whole sentences packed up to 100 words, the length of published figures; title with each passage.",
          tabulate("retrieval", hundredWords, searchMeasures),
          tabulateGains(hundredWords, "hits@10"),
        ]
      : []),
  ];
}

function writeAnswers({ answers, limits }: MeasuredSet): string[] {
  const shares = MEASURE_TABLE.map(({ name }) => name).slice(
    MEASURE_TABLE.findIndex(({ name }) => name === "evidence-precision"),
  );
  const quoted = shares.filter((name) => /^evidence|^gold/u.test(name));
  const rest = shares.filter((name) => !quoted.includes(name));
  const ours = answers.slice(0, 1);
  return [
    ...(answers.length > 0
      ? [
          "### Answers of the built-in writer",
          tabulate("answers", ours, quoted),
          tabulate("answers", answers, rest),
        ]
      : []),
    ...(limits.length > 0 ? ["### Limits", tabulateLimits(limits)] : []),
  ];
}

function writeSet(measured: MeasuredSet): string[] {
  const { set, digest, questions, articles, passages } = measured;
  const unanswerable = questions.filter((question) => question.unanswerable).length;
  return [
    `## ${set.title}`,
    `${set.origin}. ${articles} articles in ${passages} passages; ${questions.length - unanswerable} answerable and ${unanswerable} unanswerable questions. SHA-256 of the files used, in the order read: \`${digest}\`.`,
    ...writeRankings(measured),
    ...writeAnswers(measured),
  ];
}

/** The whole page. `left` are sets that this run left out. */
export function writeEvaluation(
  measured: readonly MeasuredSet[],
  left: readonly PublicSet[],
): string {
  const losses = measured.flatMap(({ set, rankings, hundredWords }) => [
    ...listLosses(set.title, rankings, set.isReading ? sentenceMeasures : searchMeasures),
    ...listLosses(`${set.title} at 100 words`, hundredWords, searchMeasures),
  ]);
  const parts = [
    "# Evaluation",
    "Written by `npx tsx bench/retrieval.ts --data DIR`; every figure comes from that command. [eval-format.md](eval-format.md) defines the measures. Means with 95 % bootstrap intervals; p-values of paired sign-flip tests, not corrected for their number. One set of settings for all sets. Every ranking here uses the built-in embedder (all-MiniLM-L6-v2, 8-bit), the LangChain pipeline too: `RecursiveCharacterTextSplitter` 1000/200 and the exact nearest vectors in memory.",
    ...(left.length > 0 ? [`Not in this run: ${left.map(({ title }) => title).join(", ")}.`] : []),
    ...measured.flatMap(writeSet),
    "## Where a simpler method is ahead",
    losses.length > 0 ? losses.join("\n") : "Nowhere in the tables above.",
    "## What the limits say",
    "*Perfect search*: facts that lie whole in one passage, so that a perfect search could find them. *Perfect ranking*: facts in any passage that the search legs found. *Best sentences*: evidence F1 when the best-ranked one, two or three sentences are quoted and nothing is refused. *Perfect passages*: evidence F1 of the writer when it reads only passages that hold a judged sentence. *Perfect sentences*: evidence F1 of quoting every judged sentence that stands in the passages it reads. *Best score alone* is the refusal AUROC of the best sentence's late-interaction score.",
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The README's table: pullquote beside full-text search, dense retrieval and the plain pipeline. */
export function writeComparison(measured: readonly MeasuredSet[]): string {
  const sets = measured.filter(({ set }) => !set.isReading);
  const head = sets.map(({ set }) =>
    set.name === "scifact" ? "SciFact, nDCG@10" : `${set.title}, evidence recall in 2,000 words`,
  );
  const rows = ["full-text", "dense", "langchain", "hybrid"].map((name) => [
    titleOf(name),
    ...sets.map(({ set, rankings }) => {
      const measure = set.name === "scifact" ? "ndcg@10" : "recall@2000w";
      const found = reportEvaluation("retrieval", [], rankings, []).settings.find(
        (one) => one.name === name,
      );
      const value = found?.measures.find((one) => one.name === measure);
      return value ? writeMeasure(value, "share") : "–";
    }),
  ]);
  return writeTable(["", ...head], rows);
}

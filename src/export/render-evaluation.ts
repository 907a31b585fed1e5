// An evaluation's report → tables for a terminal, Markdown, or the plain object that --json prints.

import {
  type EvaluationReport,
  MEASURE_TABLE,
  type Measure,
  type MeasureRow,
  type PairedComparison,
} from "../core/evaluation.ts";
import type { Json } from "./project-json.ts";

type Row = readonly [title: string, ...cells: string[]];
interface Table {
  readonly head: Row;
  readonly rows: readonly Row[];
}

/** `.612`, `1.00`, `-.034`: a share to three figures, as the field writes them. */
const writeShare = (value: number): string =>
  value.toFixed(Math.abs(value) < 0.9995 ? 3 : 2).replace(/^(-?)0\./u, "$1.");

const writeValue = (value: number, kind: MeasureRow["kind"]): string => {
  if (kind === "share") return writeShare(value);
  return value.toFixed(value < 10 ? 1 : 0);
};

/** The value with its 95 % interval; a total has none. */
export function writeMeasure(
  { mean, low, high, count }: Measure,
  kind: MeasureRow["kind"],
): string {
  if (kind === "total") return Math.round(mean * count).toString();
  return `${writeValue(mean, kind)} [${writeValue(low, kind)}–${writeValue(high, kind)}]`;
}

const sign = (text: string): string => (text.startsWith("-") ? text.replace("-", "−") : `+${text}`);

/** The difference, its 95 % interval and the p-value. */
function writeComparison(compared: PairedComparison, kind: MeasureRow["kind"]): [string, string] {
  const [difference, low, high] = [compared.difference, compared.low, compared.high].map((value) =>
    sign(writeValue(value, kind)),
  );
  const p = compared.p < 0.001 ? "<.001" : writeShare(compared.p);
  return [`${difference} [${low}, ${high}]`, p];
}

function tabulateMeasures(settings: EvaluationReport["settings"]): Table {
  const rows = MEASURE_TABLE.flatMap(({ name, title, kind }): Row[] => {
    const measures = settings.map((setting) => setting.measures.find((one) => one.name === name));
    if (measures.every((measure) => measure === undefined)) return [];
    return [[title, ...measures.map((measure) => (measure ? writeMeasure(measure, kind) : "–"))]];
  });
  return { head: ["", ...settings.map(({ name }) => name)], rows };
}

function tabulateComparison({
  first,
  second,
  measures,
}: EvaluationReport["comparisons"][number]): Table {
  const rows = MEASURE_TABLE.flatMap(({ name, title, kind }): Row[] => {
    if (kind === "total") return [];
    const compared = measures.find((measure) => measure.name === name);
    return compared ? [[title, ...writeComparison(compared, kind)]] : [];
  });
  return { head: [`${second} − ${first}`, "difference", "p"], rows };
}

/** Columns of the widest title, and of a setting's cell with the space before it. */
const titleWidth = 21;
const settingWidth = 19;

/** Tables of as many settings as fit beside each other, then the comparisons. */
function tabulate(report: EvaluationReport, width: number): readonly Table[] {
  const beside = Math.max(1, Math.floor((width - titleWidth) / settingWidth));
  const tables: Table[] = [];
  for (let at = 0; at < report.settings.length; at += beside) {
    tables.push(tabulateMeasures(report.settings.slice(at, at + beside)));
  }
  return [...tables, ...report.comparisons.map(tabulateComparison)];
}

function alignTable({ head, rows }: Table): string {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function describeQuestions({ questions, subject }: EvaluationReport): string {
  const { answerable, unanswerable } = questions;
  const counts = subject === "answers" ? `, ${unanswerable} unanswerable` : "";
  return `Questions: ${answerable} answerable${counts}; mean with 95 % interval`;
}

/** Fits 80 columns, and narrower terminals down to 40 but for the comparisons. */
export function renderEvaluation(report: EvaluationReport, width: number): string {
  return [describeQuestions(report), ...tabulate(report, width).map(alignTable)].join("\n\n");
}

/** The same as GitHub-flavoured Markdown, all settings in one table. */
export function renderEvaluationMarkdown(report: EvaluationReport): string {
  const tables = tabulate(report, Number.POSITIVE_INFINITY).map(({ head, rows }) => {
    const line = (row: Row): string => `| ${row.join(" | ")} |`;
    return [line(head), `|---${"|---:".repeat(head.length - 1)}|`, ...rows.map(line)].join("\n");
  });
  return `${[`${describeQuestions(report)}.`, ...tables].join("\n\n")}\n`;
}

/** The object of `docs/schemas/evaluation.schema.json`: the report as it is. */
export function projectEvaluation(report: EvaluationReport): Json {
  return { kind: "evaluation", ...(report as unknown as { readonly [key: string]: Json }) };
}

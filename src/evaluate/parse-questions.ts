// A questions file's text → questions, or every fault with its line.

import type { EvaluationQuestion, Judgment } from "../core/evaluation.ts";
import type { Filters } from "../core/question.ts";

export interface QuestionFault {
  /** From 1. */
  readonly line: number;
  readonly fault: string;
}

export interface ParsedQuestions {
  readonly questions: readonly EvaluationQuestion[];
  readonly faults: readonly QuestionFault[];
}

type Fields = Readonly<Record<string, unknown>>;

class Fault extends Error {}

function need(holds: boolean, fault: string): asserts holds {
  if (!holds) throw new Fault(fault);
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const readString = (fields: Fields, name: string): string => {
  const value = fields[name];
  need(
    typeof value === "string" && value.trim() !== "",
    `"${name}" must be a text that is not empty`,
  );
  return value;
};

const readStrings = (fields: Fields, name: string): readonly string[] => {
  const value = fields[name] ?? [];
  const isList = Array.isArray(value) && value.every((entry) => typeof entry === "string");
  need(isList, `"${name}" must be a list of texts`);
  return value;
};

const readPlace = (fields: unknown): Judgment => {
  need(isFields(fields), `each of "evidence" must be an object`);
  const article = readString(fields, "article");
  const { grade = 1, text, start, end } = fields;
  need(typeof grade === "number" && grade > 0, `"grade" must be above 0`);
  if (text !== undefined) return { kind: "text", article, grade, text: readString(fields, "text") };
  if (start === undefined && end === undefined) return { kind: "article", article, grade };
  const isSpan = Number.isInteger(start) && Number.isInteger(end) && Number(start) < Number(end);
  need(isSpan, `"start" and "end" must be whole numbers, start before end`);
  const sha256 = readString(fields, "sha256");
  return { kind: "span", article, grade, start: Number(start), end: Number(end), sha256 };
};

const readFilters = ({ filters = {} }: Fields): Filters => {
  need(isFields(filters), `"filters" must be an object`);
  const articles = readStrings(filters, "articles");
  const publishers = readStrings(filters, "publishers");
  const authors = readStrings(filters, "authors");
  return {
    ...(articles.length > 0 && { articles }),
    ...(publishers.length > 0 && { publishers }),
    ...(authors.length > 0 && { authors }),
    ...(filters["since"] !== undefined && { since: readString(filters, "since") }),
    ...(filters["until"] !== undefined && { until: readString(filters, "until") }),
  };
};

const readLine = (text: string, line: number): EvaluationQuestion => {
  let fields: unknown;
  try {
    fields = JSON.parse(text);
  } catch (cause) {
    throw new Fault(`not JSON (${cause instanceof Error ? cause.message : String(cause)})`);
  }
  need(isFields(fields), "not a JSON object");
  const { evidence: places = [] } = fields;
  need(Array.isArray(places), `"evidence" must be a list`);
  const evidence = places.map(readPlace);
  const unanswerable = fields["unanswerable"] === true;
  const isKnown = unanswerable || evidence.length > 0;
  need(!unanswerable || evidence.length === 0, `"unanswerable" and "evidence" exclude each other`);
  need(isKnown, `needs "evidence", or "unanswerable": true`);
  const question = readString(fields, "question");
  const answers = readStrings(fields, "answers");
  return { line, question, evidence, unanswerable, filters: readFilters(fields), answers };
};

/** JSON Lines; blank lines are passed over. A line is either a question or a fault, never both. */
export function parseQuestions(text: string): ParsedQuestions {
  const questions: EvaluationQuestion[] = [];
  const faults: QuestionFault[] = [];
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  for (const [index, content] of lines.entries()) {
    if (content.trim() === "") continue;
    try {
      questions.push(readLine(content, index + 1));
    } catch (cause) {
      if (!(cause instanceof Fault)) throw cause;
      faults.push({ line: index + 1, fault: cause.message });
    }
  }
  return { questions, faults };
}

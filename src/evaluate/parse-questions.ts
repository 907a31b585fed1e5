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

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const readString = (fields: Fields, name: string): string => {
  const value = fields[name];
  if (typeof value !== "string" || value.trim() === "") {
    throw new Fault(`"${name}" must be a text that is not empty`);
  }
  return value;
};

const readStrings = (fields: Fields, name: string): readonly string[] => {
  const value = fields[name] ?? [];
  if (!Array.isArray(value) || value.some((entry) => typeof entry !== "string")) {
    throw new Fault(`"${name}" must be a list of texts`);
  }
  return value;
};

const readPlace = (fields: Fields): Judgment => {
  const article = readString(fields, "article");
  const grade = fields["grade"] ?? 1;
  if (typeof grade !== "number" || !(grade > 0)) throw new Fault(`"grade" must be above 0`);
  if (fields["text"] !== undefined) {
    return { kind: "text", article, grade, text: readString(fields, "text") };
  }
  const { start, end } = fields;
  if (start === undefined && end === undefined) return { kind: "article", article, grade };
  if (!Number.isInteger(start) || !Number.isInteger(end) || Number(start) >= Number(end)) {
    throw new Fault(`"start" and "end" must be whole numbers, start before end`);
  }
  const sha256 = readString(fields, "sha256");
  return { kind: "span", article, grade, start: Number(start), end: Number(end), sha256 };
};

const readEvidence = (fields: Fields): readonly Judgment[] => {
  const value = fields["evidence"] ?? [];
  if (!Array.isArray(value)) throw new Fault(`"evidence" must be a list`);
  return value.map((entry) => {
    if (!isFields(entry)) throw new Fault(`each of "evidence" must be an object`);
    return readPlace(entry);
  });
};

const readFilters = (fields: Fields): Filters => {
  const value = fields["filters"] ?? {};
  if (!isFields(value)) throw new Fault(`"filters" must be an object`);
  const articles = readStrings(value, "articles");
  const publishers = readStrings(value, "publishers");
  const authors = readStrings(value, "authors");
  return {
    ...(articles.length > 0 && { articles }),
    ...(publishers.length > 0 && { publishers }),
    ...(authors.length > 0 && { authors }),
    ...(value["since"] !== undefined && { since: readString(value, "since") }),
    ...(value["until"] !== undefined && { until: readString(value, "until") }),
  };
};

const readLine = (text: string, line: number): EvaluationQuestion => {
  let fields: unknown;
  try {
    fields = JSON.parse(text);
  } catch (cause) {
    throw new Fault(`not JSON (${cause instanceof Error ? cause.message : String(cause)})`);
  }
  if (!isFields(fields)) throw new Fault("not a JSON object");
  const evidence = readEvidence(fields);
  const unanswerable = fields["unanswerable"] === true;
  if (unanswerable && evidence.length > 0) {
    throw new Fault(`"unanswerable" and "evidence" exclude each other`);
  }
  if (!unanswerable && evidence.length === 0) {
    throw new Fault(`needs "evidence", or "unanswerable": true`);
  }
  const question = readString(fields, "question");
  const answers = readStrings(fields, "answers");
  return { line, question, evidence, unanswerable, filters: readFilters(fields), answers };
};

/** JSON Lines; blank lines are passed over. A line is either a question or a fault, never both. */
export function parseQuestions(text: string): ParsedQuestions {
  const questions: EvaluationQuestion[] = [];
  const faults: QuestionFault[] = [];
  for (const [index, content] of text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
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

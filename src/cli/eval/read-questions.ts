// A questions file → its questions, or one error that lists the faulty lines.

import { readFile } from "node:fs/promises";
import { type EvaluationQuestion, PullquoteError, parseQuestions } from "../../index.ts";

const MOST_FAULTS_SHOWN = 10;
const hint = "docs/eval-format.md describes a line of the file.";

/** @throws PullquoteError `bad-questions` */
export async function readQuestions(file: string): Promise<readonly EvaluationQuestion[]> {
  const { questions, faults } = parseQuestions(await read(file));
  if (faults.length > 0) {
    const shown = faults
      .slice(0, MOST_FAULTS_SHOWN)
      .map(({ line, fault }) => `line ${line}: ${fault}`);
    const rest = faults.length - shown.length;
    const lines = [`${file} has faults:`, ...shown, ...(rest > 0 ? [`… and ${rest} more`] : [])];
    throw new PullquoteError({ code: "bad-questions", message: lines.join("\n  "), hint });
  }
  if (questions.length === 0) {
    throw new PullquoteError({ code: "bad-questions", message: `${file} has no questions.`, hint });
  }
  return questions;
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "unknown";
    const what = code === "ENOENT" ? "does not exist" : `cannot be read (${code})`;
    throw new PullquoteError({ code: "bad-questions", message: `${file} ${what}.`, hint, cause });
  }
}

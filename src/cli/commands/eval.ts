// A file of questions with known answers → measures of rankings or answers on this corpus.

import {
  type EvaluationSubject,
  PullquoteError,
  projectEvaluation,
  renderEvaluation,
  renderEvaluationMarkdown,
} from "../../index.ts";
import { followEvaluation } from "../eval/follow-evaluation.ts";
import { readQuestions } from "../eval/read-questions.ts";
import { readRankings } from "../eval/read-rankings.ts";
import { EXIT } from "../exit-codes.ts";
import type { Invocation, RunCommand } from "../invocation.ts";
import { useFreshCorpus } from "../open-corpus.ts";
import { checkTarget, writeExport } from "../write-export.ts";

const readSubject = (word: string | undefined): EvaluationSubject => {
  if (word === "retrieval" || word === "answers") return word;
  throw new PullquoteError({
    code: "bad-setting",
    message: `What can be evaluated is retrieval or answers, not ${JSON.stringify(word ?? "")}.`,
    hint: "pullquote eval retrieval QUESTIONS.jsonl",
  });
};

/** Exits 1 when evidence is not in the corpus: the figures then say less than they seem to. */
/** Tables stay within what a reader sees at once, where nothing says how wide that is. */
const WIDEST_TABLE = 80;

export const run: RunCommand = async (invocation) => {
  const { words, flags, settings, screen, signal } = invocation;
  const subject = readSubject(words[0]);
  const target = readTarget(flags);
  const rankings = readRankings(flags["compare"]);
  refuseTwoFormats(invocation);
  const questions = await readQuestions(words[1] ?? "");
  return useFreshCorpus({ settings, screen, signal }, async (corpus) => {
    const events = corpus.assistant.evaluate(subject, questions, { rankings, signal });
    const { report, lines } = await followEvaluation(events, screen);
    if (target !== undefined) {
      await writeExport(target.file, lines.map((line) => `${line}\n`).join(""), target.existing);
      screen.note(`written to ${target.file}`);
    }
    if (settings.values.json) screen.print(JSON.stringify(projectEvaluation(report)));
    else if (flags["markdown"]) screen.print(renderEvaluationMarkdown(report).trimEnd());
    else screen.print(renderEvaluation(report, Math.min(screen.width, WIDEST_TABLE)));
    return report.missing.length > 0 ? EXIT.nothingFound : EXIT.answered;
  });
};

/** Checked before an hour of work is done for a file that cannot be written. */
function readTarget(flags: Invocation["flags"]) {
  const file = flags["perQuestion"];
  if (typeof file !== "string") return undefined;
  const existing = flags["force"] === true ? "replace" : "refuse";
  checkTarget(file, existing);
  return { file, existing } as const;
}

function refuseTwoFormats({ flags, settings }: Invocation): void {
  if (!settings.values.json || !flags["markdown"]) return;
  throw new PullquoteError({
    code: "bad-setting",
    message: "--json and --markdown exclude each other.",
    hint: "Give one of them: pullquote eval --help",
  });
}

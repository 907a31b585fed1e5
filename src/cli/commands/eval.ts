// A file of questions with known answers → measures of rankings or answers on this corpus.

import { readFile } from "node:fs/promises";
import {
  type EvaluationEvent,
  type EvaluationQuestion,
  type EvaluationReport,
  type MissingEvidence,
  PullquoteError,
  parseQuestions,
  projectEvaluation,
  RANKING_NAMES,
  type RankingName,
  renderEvaluation,
  renderEvaluationMarkdown,
} from "../../index.ts";
import { EXIT, type RunCommand } from "../invocation.ts";
import { useFreshCorpus } from "../open-corpus.ts";
import { paceReport, writeTime } from "../progress.ts";
import { suggestWord } from "../settings/suggest-word.ts";
import type { Screen } from "../terminal.ts";
import { checkTarget, writeExport } from "../write-export.ts";

const refuse = (message: string, hint: string): PullquoteError =>
  new PullquoteError({ code: "bad-setting", message, hint });

/** What ships, where nothing is named. @throws PullquoteError `bad-setting` */
function readRankings(flag: unknown): readonly RankingName[] {
  if (typeof flag !== "string") return ["hybrid"];
  const names = flag.split(",").map((written) => {
    const word = written.trim();
    const name = RANKING_NAMES.find((known) => known === word);
    if (name !== undefined) return name;
    const meant = suggestWord(word, RANKING_NAMES);
    throw refuse(
      `There is no ranking ${JSON.stringify(word)}.`,
      meant ? `Did you mean ${meant}?` : `The rankings are: ${RANKING_NAMES.join(", ")}.`,
    );
  });
  const once = [...new Set(names)];
  if (once.length === names.length) return names;
  const hint = `pullquote eval retrieval FILE --compare ${once.join(",")}`;
  throw refuse("--compare names a ranking twice.", hint);
}

const MOST_FAULTS_SHOWN = 10;
const hint = "docs/eval-format.md describes a line of the file.";

/** @throws PullquoteError `bad-questions` */
async function readQuestions(file: string): Promise<readonly EvaluationQuestion[]> {
  const text = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    const code = cause.code ?? "unknown";
    const what = code === "ENOENT" ? "does not exist" : `cannot be read (${code})`;
    throw new PullquoteError({ code: "bad-questions", message: `${file} ${what}.`, hint, cause });
  });
  const { questions, faults } = parseQuestions(text);
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

/** Tables stay within what a reader sees at once, where nothing says how wide that is. */
const WIDEST_TABLE = 80;

/** Exits 1 when evidence is not in the corpus: the figures then say less than they seem to. */
export const run: RunCommand = async (invocation) => {
  const { words, flags, settings, screen, signal } = invocation;
  const [subject, file] = words;
  if (subject !== "retrieval" && subject !== "answers") {
    throw refuse(
      `What can be evaluated is retrieval or answers, not ${JSON.stringify(subject ?? "")}.`,
      "pullquote eval retrieval QUESTIONS.jsonl",
    );
  }
  const target = flags["perQuestion"];
  const existing = flags["force"] === true ? "replace" : "refuse";
  // Before an hour of work is done for a file that cannot be written.
  if (typeof target === "string") checkTarget(target, existing);
  const rankings = readRankings(flags["compare"]);
  if (settings.values.json && flags["markdown"]) {
    const help = "Give one of them: pullquote eval --help";
    throw refuse("--json and --markdown exclude each other.", help);
  }
  const questions = await readQuestions(file ?? "");
  return useFreshCorpus({ settings, screen, signal }, async (corpus) => {
    const events = corpus.assistant.evaluate(subject, questions, { rankings, signal });
    const { report, lines } = await followEvaluation(events, screen);
    if (typeof target === "string") {
      await writeExport(target, lines.map((line) => `${line}\n`).join(""), existing);
      screen.note(`written to ${target}`);
    }
    if (settings.values.json) await screen.printJson(projectEvaluation(report));
    else if (flags["markdown"]) screen.print(renderEvaluationMarkdown(report).trimEnd());
    else screen.print(renderEvaluation(report, Math.min(screen.width, WIDEST_TABLE)));
    return report.missing.length > 0 ? EXIT.nothingFound : EXIT.answered;
  });
};

const REASONS: Readonly<Record<MissingEvidence["reason"], string>> = {
  "no-such-article": "the corpus has no such article",
  "text-not-in-article": "the text does not stand in it",
  "other-file": "its sha256 is another",
  "outside-article": "the span ends behind its end",
};

type Scored = Extract<EvaluationEvent, { readonly kind: "scored" }>;

interface FollowedEvaluation {
  readonly report: EvaluationReport;
  /** JSON Lines, one a question and setting, in the order scored. */
  readonly lines: readonly string[];
}

/** @throws whatever the evaluation throws, after the progress line is cleared */
async function followEvaluation(
  events: AsyncIterable<EvaluationEvent>,
  screen: Screen,
): Promise<FollowedEvaluation> {
  const lines: string[] = [];
  const started = Date.now();
  const show = paceReport(screen);
  try {
    for await (const event of events) {
      if (event.kind === "done") return { report: event.report, lines };
      if (event.kind === "missing") {
        const { line, article, reason } = event.missing;
        screen.note(`missing evidence, line ${line}: ${article}: ${REASONS[reason]}`);
        continue;
      }
      const { setting, done, total } = event;
      lines.push(writeQuestion(event));
      show((time) => {
        const left = writeTime(((time - started) / done) * (total - done));
        return `${setting}: ${done} of ${total} questions · ${left} left`;
      });
    }
  } finally {
    screen.redraw("");
  }
  throw new Error("the evaluation ended without a report");
}

/** What answers and exports tell of a quote beside its place and words. */
const NOT_MEASURED: ReadonlySet<string> = new Set([
  "attribution",
  "codePoints",
  "refersTo",
  "repeated",
]);

/** The object of `docs/schemas/evaluated-question.schema.json`. */
function writeQuestion({ setting, scored, evidence, trace }: Scored): string {
  const places = evidence.map(({ articleId, grade, span }) => ({ articleId, grade, ...span }));
  const { kind: outcome, ...shown } = trace;
  return JSON.stringify(
    { setting, ...scored, evidence: places, outcome, ...shown },
    (field, value: unknown) => (NOT_MEASURED.has(field) ? undefined : value),
  );
}

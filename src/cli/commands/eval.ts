// A file of questions with known answers → measures of rankings or answers on this corpus.

import { readFile } from "node:fs/promises";
import {
  type EvaluationEvent,
  type EvaluationQuestion,
  type EvaluationReport,
  type EvaluationSubject,
  type MissingEvidence,
  PullquoteError,
  parseQuestions,
  projectEvaluation,
  RANKING_NAMES,
  type RankingName,
  renderEvaluation,
  renderEvaluationMarkdown,
} from "../../index.ts";
import { EXIT, type Invocation, type RunCommand } from "../invocation.ts";
import { useFreshCorpus } from "../open-corpus.ts";
import { writeTime } from "../progress.ts";
import { suggestWord } from "../settings/suggest-word.ts";
import type { Screen } from "../terminal.ts";
import { checkTarget, writeExport } from "../write-export.ts";

const isRankingName = (word: string): word is RankingName =>
  (RANKING_NAMES as readonly string[]).includes(word);

/** What ships, where nothing is named. @throws PullquoteError `bad-setting` */
function readRankings(flag: unknown): readonly RankingName[] {
  if (typeof flag !== "string") return ["hybrid"];
  const words = flag.split(",").map((word) => word.trim());
  const names = words.map((word) => {
    if (isRankingName(word)) return word;
    const meant = suggestWord(word, RANKING_NAMES);
    throw new PullquoteError({
      code: "bad-setting",
      message: `There is no ranking ${JSON.stringify(word)}.`,
      hint: meant ? `Did you mean ${meant}?` : `The rankings are: ${RANKING_NAMES.join(", ")}.`,
    });
  });
  if (new Set(names).size === names.length) return names;
  throw new PullquoteError({
    code: "bad-setting",
    message: "--compare names a ranking twice.",
    hint: `pullquote eval retrieval FILE --compare ${[...new Set(names)].join(",")}`,
  });
}

const MOST_FAULTS_SHOWN = 10;
const hint = "docs/eval-format.md describes a line of the file.";

/** @throws PullquoteError `bad-questions` */
async function readQuestions(file: string): Promise<readonly EvaluationQuestion[]> {
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

const readSubject = (word: string | undefined): EvaluationSubject => {
  if (word === "retrieval" || word === "answers") return word;
  throw new PullquoteError({
    code: "bad-setting",
    message: `What can be evaluated is retrieval or answers, not ${JSON.stringify(word ?? "")}.`,
    hint: "pullquote eval retrieval QUESTIONS.jsonl",
  });
};

/** Tables stay within what a reader sees at once, where nothing says how wide that is. */
const WIDEST_TABLE = 80;

/** Exits 1 when evidence is not in the corpus: the figures then say less than they seem to. */
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

const LINE_INTERVAL_MS = 10_000;
const REDRAW_INTERVAL_MS = 100;

const REASONS: Readonly<Record<MissingEvidence["reason"], string>> = {
  "no-such-article": "the corpus has no such article",
  "text-not-in-article": "the text does not stand in it",
  "other-file": "its sha256 is another",
  "outside-article": "the span ends behind its end",
};

interface FollowedEvaluation {
  readonly report: EvaluationReport;
  /** JSON Lines, one a question and setting, in the order scored. */
  readonly lines: readonly string[];
}

/** @throws whatever the evaluation throws, after the progress line is cleared */
async function followEvaluation(
  events: AsyncIterable<EvaluationEvent>,
  screen: Screen,
  now: () => number = Date.now,
): Promise<FollowedEvaluation> {
  const lines: string[] = [];
  const report = startReport(screen, now);
  try {
    for await (const event of events) {
      if (event.kind === "done") return { report: event.report, lines };
      if (event.kind === "missing") screen.note(describeMissing(event.missing));
      else {
        lines.push(writeQuestion(event));
        report(event);
      }
    }
  } finally {
    screen.redraw("");
  }
  throw new Error("the evaluation ended without a report");
}

type Scored = Extract<EvaluationEvent, { readonly kind: "scored" }>;

function startReport(screen: Screen, now: () => number): (event: Scored) => void {
  const started = now();
  const interval = screen.redraws ? REDRAW_INTERVAL_MS : LINE_INTERVAL_MS;
  let lastShown = started;
  return ({ setting, done, total }) => {
    if (now() - lastShown < interval) return;
    lastShown = now();
    const left = writeTime(((lastShown - started) / done) * (total - done));
    const words = `${setting}: ${done} of ${total} questions · ${left} left`;
    if (screen.redraws) screen.redraw(words);
    else screen.note(words);
  };
}

const describeMissing = ({ line, article, reason }: MissingEvidence): string =>
  `missing evidence, line ${line}: ${article}: ${REASONS[reason]}`;

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

// Questions with known answers and settings to compare → scores one by one, then the report.

import { PullquoteError } from "../core/errors.ts";
import {
  type EvaluatedSetting,
  type EvaluationQuestion,
  type EvaluationReport,
  type EvaluationSubject,
  type EvaluationTrace,
  type LocatedEvidence,
  MEASURE_TABLE,
  type Measure,
  type MissingEvidence,
  type ScoredQuestion,
} from "../core/evaluation.ts";
import { readArticles } from "../corpus/read-articles.ts";
import { requireIndex } from "../corpus/review-index.ts";
import { RANKINGS, type RankingName } from "../search/name-rankings.ts";
import { comparePaired, estimateMeasures, measureSeparation } from "./estimate-measures.ts";
import { locateEvidence } from "./locate-evidence.ts";
import { type EvaluationPorts, scoreAnswerOf, scoreRankingOf } from "./score-question.ts";

export interface EvaluateOptions {
  /** Rankings to compare with the first of them; only what ships unless given. */
  readonly rankings?: readonly RankingName[];
  readonly signal?: AbortSignal;
}

export type EvaluationEvent =
  /** Evidence that the corpus does not have: it counts as not found. Told before the first score. */
  | { readonly kind: "missing"; readonly missing: MissingEvidence }
  | {
      readonly kind: "scored";
      readonly setting: string;
      readonly scored: ScoredQuestion;
      readonly evidence: readonly LocatedEvidence[];
      readonly trace: EvaluationTrace;
      /** Over all settings. */
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: "done"; readonly report: EvaluationReport };

interface LocatedQuestion {
  readonly question: EvaluationQuestion;
  readonly evidence: readonly LocatedEvidence[];
}

/**
 * A ranking is scored over the answerable questions: the others have nothing to find. The last event
 * is `done`.
 * @throws PullquoteError `no-index` | `embedder-mismatch` | `interrupted` and what the ports throw
 */
export async function* evaluateSettings(
  subject: EvaluationSubject,
  questions: readonly EvaluationQuestion[],
  ports: EvaluationPorts,
  { rankings = ["hybrid"], signal }: EvaluateOptions = {},
): AsyncGenerator<EvaluationEvent> {
  await requireIndex(ports.store, ports.embedder);
  const asked = subject === "answers" ? questions : questions.filter((one) => !one.unanswerable);
  const missing: MissingEvidence[] = [];
  const located: LocatedQuestion[] = [];
  for (const question of asked) {
    const found = await locateQuestion(question, ports, signal);
    for (const gone of found.missing) yield { kind: "missing", missing: gone };
    missing.push(...found.missing);
    located.push({ question, evidence: found.evidence });
  }
  const settings: SettingScores[] = [];
  const score = subject === "answers" ? scoreAnswerOf : scoreRankingOf;
  for (const [place, name] of rankings.entries()) {
    const scored: ScoredQuestion[] = [];
    for (const { question, evidence } of located) {
      if (signal?.aborted === true) throw stopped();
      const { trace, ...scores } = await score(question, evidence, RANKINGS[name], ports, signal);
      const latest = { ...describe(question), ...scores };
      scored.push(latest);
      const done = place * located.length + scored.length;
      const total = rankings.length * located.length;
      yield { kind: "scored", setting: name, scored: latest, evidence, trace, done, total };
    }
    settings.push({ name, scored });
  }
  yield { kind: "done", report: reportEvaluation(subject, questions, settings, missing) };
}

const describe = ({ line, question, unanswerable }: EvaluationQuestion) => ({
  line,
  question,
  unanswerable,
});

const stopped = (): PullquoteError =>
  new PullquoteError({ code: "interrupted", message: "The evaluation was stopped." });

async function locateQuestion(
  question: EvaluationQuestion,
  { source }: EvaluationPorts,
  signal: AbortSignal | undefined,
): Promise<ReturnType<typeof locateEvidence>> {
  const named = question.evidence.map(({ article }) => article);
  return locateEvidence(question, await readArticles(source, named, signal));
}

export interface SettingScores {
  readonly name: string;
  readonly scored: readonly ScoredQuestion[];
}

const placeOf = ({ name }: Measure): number => MEASURE_TABLE.findIndex((row) => row.name === name);

function measureSetting({ name, scored }: SettingScores): EvaluatedSetting {
  const separation = measureSeparation(scored);
  const measures = [...estimateMeasures(scored), ...(separation ? [separation] : [])];
  return { name, measures: measures.sort((one, other) => placeOf(one) - placeOf(other)) };
}

/** Every setting but the first is compared with the first, question by question. */
export function reportEvaluation(
  subject: EvaluationSubject,
  questions: readonly EvaluationQuestion[],
  settings: readonly SettingScores[],
  missing: readonly MissingEvidence[],
): EvaluationReport {
  const unanswerable = questions.filter((question) => question.unanswerable).length;
  const [first, ...others] = settings;
  return {
    subject,
    questions: { answerable: questions.length - unanswerable, unanswerable },
    settings: settings.map(measureSetting),
    comparisons: others.map(({ name, scored }) => ({
      first: first?.name ?? "",
      second: name,
      measures: comparePaired(first?.scored ?? [], scored),
    })),
    missing,
  };
}

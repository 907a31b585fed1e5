// Questions with known answers, and settings to compare → scores one by one, then the report. The room's table of contents.

import { PullquoteError } from "../core/errors.ts";
import type {
  EvaluationQuestion,
  EvaluationReport,
  EvaluationSubject,
  EvaluationTrace,
  LocatedEvidence,
  MissingEvidence,
  ScoredQuestion,
} from "../core/evaluation.ts";
import { readArticles } from "../corpus/read-articles.ts";
import { requireIndex } from "../corpus/require-index.ts";
import { RANKINGS, type RankingName } from "../search/name-rankings.ts";
import type { EvaluationPorts } from "./evaluation-ports.ts";
import { locateEvidence } from "./locate-evidence.ts";
import { reportEvaluation, type SettingScores } from "./report-evaluation.ts";
import { scoreAnswerOf } from "./score-answer-of.ts";
import { scoreRankingOf } from "./score-ranking-of.ts";

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

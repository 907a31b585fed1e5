// The events of an evaluation → progress on stderr, the report, and a line of JSON for each question.

import type { EvaluationEvent, EvaluationReport, MissingEvidence } from "../../index.ts";
import { writeTime } from "../progress.ts";
import type { Screen } from "../terminal.ts";

const LINE_INTERVAL_MS = 10_000;
const REDRAW_INTERVAL_MS = 100;

const REASONS: Readonly<Record<MissingEvidence["reason"], string>> = {
  "no-such-article": "the corpus has no such article",
  "text-not-in-article": "the text does not stand in it",
  "other-file": "its sha256 is another",
  "outside-article": "the span ends behind its end",
};

export interface FollowedEvaluation {
  readonly report: EvaluationReport;
  /** JSON Lines, one a question and setting, in the order scored. */
  readonly lines: readonly string[];
}

/** @throws whatever the evaluation throws, after the progress line is cleared */
export async function followEvaluation(
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

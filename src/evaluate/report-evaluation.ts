// Each setting's scored questions → the report: measures, comparisons, what was missing.

import {
  type EvaluatedSetting,
  type EvaluationQuestion,
  type EvaluationReport,
  type EvaluationSubject,
  MEASURE_TABLE,
  type Measure,
  type MissingEvidence,
  type ScoredQuestion,
} from "../core/evaluation.ts";
import { comparePaired, estimateMeasures } from "./estimate-measures.ts";
import { measureSeparation } from "./measure-separation.ts";

/** One setting's name and what it scored. */
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

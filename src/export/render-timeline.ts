// A timeline → the page of its statements with a picture of when they lie, and the object that --json prints.

import type { AnnotatedOutcome } from "../core/answer.ts";
import type { Timeline } from "../core/timeline.ts";
import { drawTimeline } from "./draw-timeline.ts";
import type { Json } from "./json.ts";
import { projectAnswer } from "./project-json.ts";
import { renderHtml } from "./render-html.ts";

const BEFORE = '<main id="answers">';

/** One file as an export is, checked as one; the picture is no part of what is proved. */
export function renderTimeline(
  annotated: AnnotatedOutcome,
  statements: Timeline["statements"],
): string {
  const picture = drawTimeline(statements.flatMap(({ days }) => days ?? []));
  return renderHtml([annotated]).replace(BEFORE, () => `${picture}${BEFORE}`);
}

/** The object of `docs/schemas/timeline.schema.json`. */
export function projectTimeline({ outcome, statements }: Timeline): Json {
  return {
    subject: outcome.question,
    statements: statements.map(({ quote, basis, days, written, otherwise }) => ({
      quote,
      basis,
      from: days?.from ?? null,
      to: days?.to ?? null,
      written: written ?? null,
      otherwise,
    })),
    answer: projectAnswer(outcome),
  };
}

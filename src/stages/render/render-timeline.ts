// A timeline's outcome and its dates → the page of its statements, with a picture of when they lie.

import type { AnnotatedOutcome } from "../../model/annotated.ts";
import { drawTimeline } from "./draw-timeline.ts";
import { renderHtml } from "./render-html.ts";

const BEFORE = '<main id="answers">';

/** One file as an export is, checked as one; the picture is no part of what is proved. */
export function renderTimeline(annotated: AnnotatedOutcome, dates: readonly string[]): string {
  const picture = annotated.outcome.kind === "answer" ? drawTimeline(dates) : "";
  return renderHtml([annotated]).replace(BEFORE, () => `${picture}${BEFORE}`);
}

// A question's known answers and the articles → where each answer stands, and which are not there.

import type { SourceText } from "../core/article.ts";
import type {
  EvaluationQuestion,
  Judgment,
  LocatedEvidence,
  MissingEvidence,
} from "../core/evaluation.ts";
import type { Span } from "../core/span.ts";
import { squeeze } from "../text/words.ts";

/** Text with its white space removed, and where each remaining code unit stood. */
interface Squeezed {
  readonly text: string;
  readonly offsets: readonly number[];
}

function squeezeText(text: string): Squeezed {
  const offsets: number[] = [];
  let squeezed = "";
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charAt(index);
    if (/\s/u.test(unit)) continue;
    squeezed += unit;
    offsets.push(index);
  }
  return { text: squeezed, offsets };
}

function findSqueezed(haystack: Squeezed, needle: string): Span | undefined {
  const squeezed = squeeze(needle);
  const at = squeezed === "" ? -1 : haystack.text.indexOf(squeezed);
  const start = haystack.offsets[at];
  const last = haystack.offsets[at + squeezed.length - 1];
  return at < 0 || start === undefined || last === undefined ? undefined : { start, end: last + 1 };
}

type Located = LocatedEvidence | MissingEvidence["reason"];

function locate(judgment: Judgment, source: SourceText | undefined): Located {
  if (source === undefined) return "no-such-article";
  const found = { articleId: source.id, grade: judgment.grade };
  if (judgment.kind === "article") return { ...found, text: "" };
  if (judgment.kind === "span") {
    if (judgment.sha256 !== source.sha256) return "other-file";
    if (judgment.end > source.text.length || judgment.start < 0) return "outside-article";
    const span = { start: judgment.start, end: judgment.end };
    return { ...found, span, text: source.text.slice(span.start, span.end) };
  }
  const span = findSqueezed(squeezeText(source.text), judgment.text);
  return span === undefined ? "text-not-in-article" : { ...found, span, text: judgment.text };
}

/** Texts are compared with white space removed, as the published measures do. */
export function locateEvidence(
  question: EvaluationQuestion,
  sources: ReadonlyMap<string, SourceText>,
): { readonly evidence: readonly LocatedEvidence[]; readonly missing: readonly MissingEvidence[] } {
  const evidence: LocatedEvidence[] = [];
  const missing: MissingEvidence[] = [];
  for (const judgment of question.evidence) {
    const located = locate(judgment, sources.get(judgment.article));
    if (typeof located === "string") {
      missing.push({ line: question.line, article: judgment.article, reason: located });
    } else evidence.push(located);
  }
  return { evidence, missing };
}

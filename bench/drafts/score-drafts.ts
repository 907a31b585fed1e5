// Labelled drafts and what a check found in them → recall, precision, share of right verdicts, and each miss.

import { openMemorySource } from "../../src/adapters/memory/memory-source.ts";
import { checkDocuments } from "../../src/flows/check-documents.ts";
import type { LocatedFinding } from "../../src/model/check.ts";
import type { Span } from "../../src/model/span.ts";
import { linesAt } from "../../src/text/lines.ts";
import type { LabelledDraft } from "./read-drafts.ts";

export interface DraftScore {
  readonly labelled: number;
  /** Quotes reported: all that the check does not set aside. */
  readonly reported: number;
  /** Reported with exactly the labelled words. */
  readonly found: number;
  readonly right: number;
  /** Honest quotes: labelled verified, typographic or edited. */
  readonly honest: number;
  /** Honest quotes with any other verdict, or not found. */
  readonly faulted: number;
  readonly misses: readonly string[];
}

const HONEST = new Set(["verified", "typographic", "edited"]);

export async function scoreDrafts(
  drafts: readonly LabelledDraft[],
  articles: readonly { readonly id: string; readonly text: string }[],
): Promise<DraftScore> {
  const { documents } = await checkDocuments(drafts, openMemorySource(articles));
  const scores = drafts.map((draft, index) => scoreDraft(draft, documents[index]?.findings ?? []));
  const sum = (figure: Exclude<keyof DraftScore, "misses">): number =>
    scores.reduce((total, score) => total + score[figure], 0);
  return {
    labelled: sum("labelled"),
    reported: sum("reported"),
    found: sum("found"),
    right: sum("right"),
    honest: sum("honest"),
    faulted: sum("faulted"),
    misses: scores.flatMap(({ misses }) => misses),
  };
}

function scoreDraft(
  { name, text, labels }: LabelledDraft,
  findings: readonly LocatedFinding[],
): DraftScore {
  const reported = findings.filter(({ quotation }) => quotation.aside === undefined);
  const byWords = new Map(reported.map((finding) => [spanWords(text, finding.quotation), finding]));
  const misses: string[] = [];
  const say = (span: Span, what: string): void => {
    const words = text.slice(span.start, span.end).replace(/\s+/g, " ");
    misses.push(`${name}:${linesAt(text, [span.start])[0]} ${what}: ${words}`);
  };
  let [found, right, honest, faulted] = [0, 0, 0, 0];
  for (const label of labels) {
    const words = spanWords(text, label);
    const finding = byWords.get(words);
    byWords.delete(words);
    const isHonest = HONEST.has(label.verdict);
    if (isHonest) honest += 1;
    if (finding !== undefined) found += 1;
    if (isHonest && !HONEST.has(finding?.verdict ?? "")) faulted += 1;
    if (finding === undefined) say(label, "not found");
    else if (finding.verdict === label.verdict) right += 1;
    else say(label, `${finding.verdict}, not ${label.verdict}`);
  }
  for (const { quotation, verdict } of byWords.values()) say(quotation, `no quote, but ${verdict}`);
  const counts = { labelled: labels.length, reported: reported.length };
  return { ...counts, found, right, honest, faulted, misses };
}

/** A span without the marks around it: from its first letter or digit to its last. */
function spanWords(text: string, { start, end }: Span): string {
  const slice = text.slice(start, end);
  const first = start + Math.max(0, slice.search(/[\p{L}\p{N}]/u));
  const last = end - (/[^\p{L}\p{N}]*$/u.exec(slice)?.[0].length ?? 0);
  return `${first}-${last}`;
}

// Labelled drafts and what a check found in them → recall, precision, share of right verdicts, and each miss.

import type { LocatedFinding } from "../../src/core/check.ts";
import type { Span } from "../../src/core/span.ts";
import { linesAt } from "../../src/text/lines.ts";
import { checkDocuments } from "../../src/verify/check-documents.ts";
import { openMemorySource } from "../../test/memory/memory-source.ts";
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

function scoreDraft(draft: LabelledDraft, findings: readonly LocatedFinding[]): DraftScore {
  const { text, labels } = draft;
  const reported = findings.filter(({ quotation }) => quotation.aside === undefined);
  const byWords = new Map(reported.map((finding) => [spanWords(text, finding.quotation), finding]));
  const pairs = labels.map((label) => {
    const words = spanWords(text, label);
    const finding = byWords.get(words);
    byWords.delete(words);
    return { label, verdict: finding?.verdict };
  });
  const wrong = pairs.filter(({ label, verdict }) => verdict !== label.verdict);
  const honest = pairs.filter(({ label }) => HONEST.has(label.verdict));
  return {
    labelled: labels.length,
    reported: reported.length,
    found: pairs.filter(({ verdict }) => verdict !== undefined).length,
    right: pairs.length - wrong.length,
    honest: honest.length,
    faulted: honest.filter(({ verdict }) => !HONEST.has(verdict ?? "")).length,
    misses: [
      ...wrong.map(({ label, verdict }) =>
        tellMiss(draft, label, `${verdict ?? "not found"}, not ${label.verdict}`),
      ),
      ...[...byWords.values()].map(({ quotation, verdict }) =>
        tellMiss(draft, quotation, `no quote, but ${verdict}`),
      ),
    ],
  };
}

function tellMiss({ name, text }: LabelledDraft, span: Span, what: string): string {
  const words = text.slice(span.start, span.end).replace(/\s+/g, " ");
  return `${name}:${linesAt(text, [span.start])[0]} ${what}: ${words}`;
}

/** A span without the marks and the markup around it: from its first letter or digit to its last. */
function spanWords(text: string, { start, end }: Span): string {
  const slice = text.slice(start, end);
  const before = /^(?:&\w+;|<[^<>]*>|[^\p{L}\p{N}])*/u.exec(slice)?.[0].length ?? 0;
  const behind = /(?:&\w+;|<[^<>]*>|[^\p{L}\p{N}])*$/u.exec(slice)?.[0].length ?? 0;
  return `${start + before}-${end - behind}`;
}

// Findings → how many have each verdict, and that in words.

import type { Finding, Verdict } from "../../core/check.ts";

/** All verdicts, from what stands to what could not be checked: the order of every report. */
export const VERDICTS: readonly Verdict[] = [
  "verified",
  "moved",
  "typographic",
  "edited",
  "misleading",
  "altered",
  "misattributed",
  "ambiguous",
  "changed-source",
  "missing",
  "unchecked",
];

/** Asides are not counted. Verdicts that no finding has are left out. */
export function countVerdicts(findings: readonly Finding[]): Readonly<Record<string, number>> {
  const counted = findings.filter(({ quotation }) => quotation.aside === undefined);
  const counts = VERDICTS.map(
    (verdict) => [verdict, counted.filter((one) => one.verdict === verdict).length] as const,
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

/** `12 quotes: 10 verified, 2 altered`. "No quotes" is said only of a document that was read whole. */
export function describeCounts(findings: readonly Finding[], unread = 0): string {
  const counts = Object.entries(countVerdicts(findings));
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  const lost = unread === 0 ? "" : `${unread} part${unread === 1 ? "" : "s"} not read`;
  if (total === 0) return lost === "" ? "no quotes" : `no quotes in what was read; ${lost}`;
  const parts = counts.map(([verdict, count]) => `${count} ${verdict}`);
  const told = `${total} quote${total === 1 ? "" : "s"}: ${parts.join(", ")}`;
  return lost === "" ? told : `${told}; ${lost}`;
}

// Pairs of statements with the reason why they differ → how often the comparison gives verdict and reason.

import { readFileSync } from "node:fs";
import type { DraftComparison } from "../../src/model/comparison.ts";
import { compareTexts } from "./compare-texts.ts";

/** Kinds that say together of a change what the file calls one. */
const CHANGE: ReadonlySet<string> = new Set(["size", "result", "before"]);

/** Lines of `reasons.txt`: reason | question | one statement | the other. */
export function measureReasons(note: (line: string) => unknown): string {
  const lines = readFileSync(new URL("reasons.txt", import.meta.url), "utf8").split("\n");
  let [verdicts, reasons, all] = [0, 0, 0];
  for (const line of lines) {
    const [reason = "", question = "", ...texts] = line.startsWith("#") ? [] : line.split(" | ");
    if (texts.length !== 2) continue;
    const compared = compareTexts(question, texts);
    const told = tellReason(compared);
    all += 1;
    const isTold = told !== "nothing" && told !== "alone";
    verdicts += Number(isTold && (reason === "same") === (told === "same"));
    reasons += Number(told === reason);
    if (told !== reason) note(`  reason ${line} → ${told}`);
  }
  return `reasons: verdict right ${verdicts} of ${all} (${(verdicts / all).toFixed(3)}), with the right reason ${reasons} (${(reasons / all).toFixed(3)})`;
}

/** The one reason that all positions give; several are told one behind the other. */
function tellReason(compared: DraftComparison | undefined): string {
  if (compared === undefined) return "nothing";
  const articles = new Set(
    compared.positions.flatMap(({ quotes }) => quotes.map((quote) => quote.articleId)),
  );
  if (articles.size < 2) return "alone";
  if (compared.positions.length === 1) return "same";
  const kinds = compared.positions.map(({ reason }) => reason?.kind ?? "none");
  const told = new Set(kinds.map((kind) => (CHANGE.has(kind) ? "change" : kind)));
  return [...told].join(" and ");
}

// Candidates → which of the question's names the articles lack, or have only where they speak of other things.

import { saysOnlyKind } from "./find-answer-type.ts";
import type { Candidate, RankingQuestion } from "./rank-sentences.ts";
import { listTerms, type Refusal } from "./tell-refusal.ts";

/** A name that comes no nearer than this to any word of the evidence is not in it. */
const NAME_FLOOR = 0.48;
/** From this mean match of its words on, a name may be meant by another of the same body or place. */
const FAR_NAME = 0.4;

/** @param best for each term its best match in all sentences */
export function judgeNames(
  { terms, publishers }: RankingQuestion,
  best: readonly number[],
): Refusal | undefined {
  const published = new Set([...publishers.values()].flatMap((stems) => [...stems]));
  const missed = terms.filter(
    ({ isName, passages, stem }, index) =>
      isName && passages === 0 && (best[index] ?? 0) < NAME_FLOOR && !published.has(stem),
  );
  if (missed.length === 0) return undefined;
  const known = terms.filter((_, index) => best[index] === 1);
  const rest = known.length === 0 ? "" : ` They do speak of ${listTerms(known, "and")}.`;
  const detail = `No article that was searched mentions ${listTerms(missed, "or")}.${rest}`;
  return { reason: "unknown-name", detail };
}

/**
 * A name that the articles have, but not at the sentences that would answer, nor one that comes near
 * it: what those say is said of others. Of several names each may be told of in a place of its own.
 * @param nearest the fitting candidates that may answer, best first
 */
export function judgeFarNames(
  { terms, runs, form, type, publishers }: RankingQuestion,
  nearest: readonly Candidate[],
): Refusal | undefined {
  if (form.kind === "sides" || runs.length !== 1) return undefined;
  const voice = form.kind === "words" ? form.speaker : [];
  const isHeld = (index: number): boolean =>
    nearest.some(
      ({ articleId, met }) =>
        met.nearby[index] === 1 ||
        publishers.get(articleId)?.has(terms[index]?.stem ?? "") === true,
    );
  const far = runs
    .map((run) => terms.flatMap(({ stem }, index) => (run.includes(stem) ? [index] : [])))
    .filter((run) => run.length > 0 && !run.some((index) => voice.includes(stemAt(terms, index))))
    .filter((run) => !run.some(isHeld) && meanMatch(run, nearest) < FAR_NAME)
    .flat();
  if (far.length === 0 || nearest.length === 0) return undefined;
  const asked = terms.filter(({ isName, text }) => !isName && !saysOnlyKind(type, text));
  if (asked.length === 0) return undefined;
  const names = far.flatMap((index) => terms[index] ?? []);
  const detail = `The articles speak of ${listTerms(names, "and")}, but no sentence on that says anything of ${listTerms(asked, "or")}.`;
  return { reason: "not-said", detail };
}

function stemAt(terms: RankingQuestion["terms"], index: number): string {
  return terms[index]?.stem ?? "";
}

/** Of the sentence that comes nearest to the name's words together. */
function meanMatch(run: readonly number[], nearest: readonly Candidate[]): number {
  const means = nearest.map(
    ({ matches }) => run.reduce((sum, index) => sum + (matches[index] ?? 0), 0) / run.length,
  );
  return Math.max(0, ...means);
}

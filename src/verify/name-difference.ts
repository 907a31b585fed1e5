// The article's words and the document's → what differs: a number, a name, a negation, or typography alone.

import type { Change, ChangeKind } from "../core/check.ts";
import { findWeight, hasNumber } from "../english/hedges.ts";
import { type FoldedText, foldTypography } from "../text/fold-typography.ts";

/** The gravest kind that fits: a negation, a number, a hedge, a name, else a word. */
export function nameChange(source: string, draft: string): ChangeKind {
  if (isOneSided(source, draft, "negation")) return "negation";
  if ((hasNumber(source) || hasNumber(draft)) && source.toLowerCase() !== draft.toLowerCase()) {
    return "number";
  }
  if (isOneSided(source, draft, "hedge") || isOneSided(source, draft, "condition")) return "hedge";
  if (isName(source) || isName(draft)) return "name";
  return "word";
}

function isOneSided(
  source: string,
  draft: string,
  weight: "negation" | "hedge" | "condition",
): boolean {
  return (findWeight(source, weight) === undefined) !== (findWeight(draft, weight) === undefined);
}

function isName(words: string): boolean {
  return (
    /(?:^|\s)\p{Lu}\p{L}+/u.test(words) &&
    !/^(?:The|A|An|In|On|It|He|She|They|We|But|And|This|That)$/.test(words)
  );
}

/** Each place where the two differ, told once; at most twenty. Where markup differs too, all of both is one. */
export function nameTypography(source: string, draft: string): readonly Change[] {
  const [there, here] = [foldTypography(source), foldTypography(draft)];
  if (there.text.trim() !== here.text.trim()) return [{ kind: "typography", source, draft }];
  const lead = there.text.length - there.text.trimStart().length;
  const shift = here.text.length - here.text.trimStart().length - lead;
  const changes = new Map<string, Change>();
  for (let at = lead; at < there.text.length; at += 1) {
    const change = {
      kind: "typography" as const,
      source: sliceUnit(source, there, at),
      draft: sliceUnit(draft, here, at + shift),
    };
    if (change.source !== change.draft && changes.size < 20) {
      changes.set(`${change.source}\u0000${change.draft}`, change);
    }
  }
  return [...changes.values()];
}

/** What stands from one folded unit to the next, so that what was folded to nothing is seen too. */
function sliceUnit(
  text: string,
  { starts, ends }: Pick<FoldedText, "starts" | "ends">,
  at: number,
): string {
  const start = starts[at] ?? text.length;
  return text.slice(start, starts[at + 1] ?? ends[at] ?? text.length);
}

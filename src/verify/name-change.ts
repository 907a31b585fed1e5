// Words replaced by others → what kind of thing was changed.

import type { ChangeKind } from "../core/check.ts";
import { findWeight, hasNumber } from "../english/hedges.ts";

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

// A claim that names who says it → whether its quotes are other people's words.

import { attributeSpan } from "../../english/speech/attribute-span.ts";
import { isSpeaker } from "../../english/speech/is-speaker.ts";
import type { ClaimEvidence, ClaimFinding } from "./claim-evidence.ts";

/**
 * A finding where every quote has a speaker and none is the claim's. A publisher of the quotes may be
 * said to report them, and a claim that names nobody is nobody's.
 */
export function checkVoices(
  claim: string,
  { voices = [], context }: ClaimEvidence,
): ClaimFinding | undefined {
  const name = nameSpeaker(claim);
  const isKnown = voices.length > 0 && voices.every((parties) => parties.length > 0);
  if (name === undefined || !isKnown || context.some((known) => known.includes(name))) return;
  if (voices.flat().some((party) => isSpeaker(party, name))) return;
  const [first] = voices.flat();
  const said = first?.name ?? first?.role ?? "";
  return {
    reason: "name",
    detail: `"${name}" is not who says it: its quotes have it from ${said}`,
  };
}

/** The claim's speaker, where one of the quotes' is meant: a name that the claim may use. */
export function nameVoiceOf(
  claim: string,
  voices: ClaimEvidence["voices"] = [],
): string | undefined {
  const name = nameSpeaker(claim);
  return name !== undefined && voices.flat().some((party) => isSpeaker(party, name))
    ? name
    : undefined;
}

function nameSpeaker(claim: string): string | undefined {
  return attributeSpan(claim, { start: 0, end: claim.length }).speaker?.name;
}

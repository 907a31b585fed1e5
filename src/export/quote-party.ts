// A quote → whose words it is shown as: its article's own, or somebody's.

import type { Quote } from "../core/answer.ts";
import { NOT_NAMED, nameSpeaker } from "./name-speaker.ts";

/**
 * `article`: its own words, `subject` being whom the "he" or "she" at its head means; `speaker`:
 * somebody's, named in `words` as far as the article does. `isSelfNamed`: the quote's own words name
 * them in the same form, and nobody else stands between.
 */
export type Party =
  | { readonly kind: "article"; readonly subject?: string }
  | {
      readonly kind: "speaker";
      readonly words: string;
      readonly isSelfNamed: boolean;
      /** Whether `words` name more than one, each having it from the next. */
      readonly isChain: boolean;
    };

export function readParty(quote: Quote): Party {
  const { attribution, refersTo, text } = quote;
  if (attribution === undefined || attribution.manner === "statement") {
    return { kind: "article", ...(refersTo !== undefined && { subject: refersTo }) };
  }
  const { name, role } = attribution.speaker ?? {};
  const known = name ?? role;
  const isChain = (attribution.chain ?? []).length > 1;
  const isSelfNamed = !isChain && known !== undefined && text.includes(known);
  return { kind: "speaker", words: nameSpeaker(quote) ?? NOT_NAMED, isSelfNamed, isChain };
}

/** Whether the one quote, standing behind the other, needs no word of whose it is. */
export function isSameParty(one: Party, other: Party): boolean {
  if (one.kind === "speaker" && other.kind === "speaker") return one.words === other.words;
  if (one.kind === "speaker" || other.kind === "speaker") return false;
  return other.subject === undefined || one.subject === other.subject;
}

/** Whether a quote can open without a word of whose it is: the article's own, or one that names them. */
export function speaksForItself(party: Party): boolean {
  return party.kind === "article" ? party.subject === undefined : party.isSelfNamed;
}

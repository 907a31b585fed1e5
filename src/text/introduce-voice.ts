// What is known of an article → the words under which its quotes stand.

import { nameDate } from "./name-date.ts";
import { type KnownNames, nameVoice } from "./name-voice.ts";

/** `published` is an ISO 8601 date. */
export interface KnownIssue extends KnownNames {
  readonly published?: string;
}

/**
 * Who published it and when, as far as that is known: "CNN, 26 April 2016", "Brief of CNN's report",
 * "One article". Nothing of what the article says.
 */
export function introduceVoice(known: KnownIssue): string {
  const date = known.published === undefined ? "" : `, ${nameDate(known.published)}`;
  return `${nameVoice(known) ?? "One article"}${date}`;
}

/** The same within a sentence: "in CNN, 26 April 2016", "in a brief of CNN's report", "in one article". */
export function placeInVoice(known: KnownIssue): string {
  const words = introduceVoice(known);
  if (known.about !== undefined) return `in a brief${words.slice("Brief".length)}`;
  return nameVoice(known) === undefined ? `in one${words.slice("One".length)}` : `in ${words}`;
}

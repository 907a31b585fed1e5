import { expect, test } from "vitest";
import { findSpeaker } from "../../../src/english/speech/find-speaker.ts";

function speakerOf(text: string, quote: string): string | undefined {
  const start = text.indexOf(quote);
  return findSpeaker(text, start, start + quote.length);
}

test.each([
  ["“We wait,” Nye said, and left.", "Nye"],
  ["Ada Lind has a word for it: “We wait”. Peter Nye said nothing.", "Ada Lind"],
  ["Lind called for “patience and rain”; Peter Nye said “no”.", "Lind"],
  ["They ask for “patience”; Peter Nye says nothing.", undefined],
  ["It is “We wait.” Nye said: “I do not.”", undefined],
  ["They say “We wait.” Ada Nye, the mayor, said the town “will not”.", undefined],
  ["“We wait,” Nye said, “and we hope.”", "Nye"],
])("in %s the first quotation is from %s", (text, speaker) => {
  const quote = /“[^”]*”/.exec(text)?.[0] ?? "";
  expect(speakerOf(text, quote)).toBe(speaker);
});

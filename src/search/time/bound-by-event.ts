// An event's days and how a question is bound by them → the days that it asks about; whether a sentence says so itself.

import type { AskedEvent, DaySpan } from "../../core/time.ts";
import { listContentStems } from "../../english/stems.ts";
import { addDays } from "../../english/times/calendar.ts";
import type { Days } from "./sift-by-days.ts";

export function boundByEvent({ from, to }: DaySpan, relation: AskedEvent["relation"]): Days {
  switch (relation) {
    case "before":
      return { to: addDays(from, -1) };
    case "until":
      return { to: from };
    case "after":
      return { from: addDays(to, 1) };
    case "since":
      return { from };
    case "during":
      return { from, to };
  }
}

const SAME: Readonly<Record<AskedEvent["relation"], string>> = {
  before: "before|prior to|ahead of|until",
  until: "until|till|before",
  after: "after|since|following|in the wake of",
  since: "since|after|following",
  during: "during|amid|in the course of",
};

/** "Before the Russian strikes": the relation's word, and soon behind it the event's words. */
export function saysOfEvent(
  text: string,
  { words, relation }: Pick<AskedEvent, "words" | "relation">,
): boolean {
  const stems = listContentStems(words);
  const behind = new RegExp(`(?<![\\p{L}])(?:${SAME[relation]}) (?<rest>[^.;]{1,60})`, "giu");
  return Array.from(
    text.matchAll(behind),
    ({ groups }) => new Set(listContentStems(groups?.["rest"] ?? "")),
  ).some((near) => stems.every((stem) => near.has(stem)));
}

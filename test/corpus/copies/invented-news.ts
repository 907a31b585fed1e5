// Invented news prose, as long as a test wants it.

const SUBJECTS = [
  "The harbour board",
  "A panel of engineers",
  "The town clerk",
  "Two former pilots",
];
const VERBS = ["postponed", "described", "rejected", "paid for", "remembered", "measured"];
const THINGS = ["the northern pier", "a flood survey", "the ferry timetable", "nine new cranes"];
const PLACES = ["in Alder Bay", "near the old mill", "on the Brone road", "at the customs house"];

/** Sentences that differ with `seed`; equal seeds give equal text. */
export function inventNews(seed: number, sentences: number): string {
  return Array.from({ length: sentences }, (_, at) => {
    const turn = seed * 131 + at * 17;
    const number = (turn * 7919) % 9973;
    return `${pick(SUBJECTS, turn)} ${pick(VERBS, turn + at)} ${pick(THINGS, turn * 3 + at)} ${pick(PLACES, at + seed)} after ${number} complaints from district ${number % 97}.`;
  }).join(" ");
}

function pick(list: readonly string[], at: number): string {
  return list[at % list.length] ?? "";
}

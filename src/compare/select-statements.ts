// Statements → those that speak to the same point as the best one, by how surely they answer and by the words around the value.

import type { Issue } from "../core/question-intent.ts";
import type { Span } from "../core/span.ts";
import { readMeasure } from "../english/measures.ts";
import { listPoles } from "../english/opposites.ts";
import { carriesSubject, foldWord, stemVerb } from "../english/stems.ts";
import { findWords, type Word } from "../text/words.ts";
import type { Care, Statement, Value } from "./statement.ts";

/**
 * `lead`: how surely the best statement must answer; `leadShare`: its least share of the best sentence's
 * odds. Another statement needs no words in common with it from `sure` on, or from `sureShare` of its odds on;
 * below `relatedShare` of them none help.
 */
const LEAST: Readonly<
  Record<
    Care,
    Readonly<Record<"lead" | "leadShare" | "sure" | "sureShare" | "relatedShare", number>>
  >
> = {
  careful: { lead: 0.2, leadShare: 0.2, sure: 1, sureShare: 0.7, relatedShare: 0.1 },
  wide: { lead: 0.04, leadShare: 0.05, sure: 0.05, sureShare: 0.2, relatedShare: 0.001 },
};
/** Beside an answer values so many times as great measure something else. */
const MOST_TIMES = 20;
/** What a word of the question beside the value adds to a statement's odds. */
const ON_POINT = 0.5;
const MOST_ON_POINT = 2;

/** Statements compared at most. */
const MOST = 24;

/**
 * Best first; none where the best one does not answer surely.
 * @param best the best sentence’s probability
 */
export function selectStatements(
  statements: readonly Statement[],
  best: number,
  issue: Issue,
  care: Care,
): readonly Statement[] {
  const least = LEAST[care];
  const asked = new Set(issue.stems.flatMap(listForms));
  const ranked = statements
    .map((statement) => ({
      statement,
      odds: weigh(statement, care) * (1 + ON_POINT * countOnPoint(statement, asked)),
    }))
    .sort((one, other) => other.odds - one.odds);
  const lead = ranked[0]?.statement;
  if (lead === undefined || lead.probability < least.lead) return [];
  if (toOdds(lead.probability) < least.leadShare * toOdds(best)) return [];
  const known = new Set(listStems(lead.text));
  const leading = weigh(lead, care);
  const isOfWords = lead.value.kind !== "polarity" && lead.value.kind !== "speaker";
  const most = ranked[0]?.odds ?? 0;
  return ranked
    .filter(({ statement, odds }) => {
      if (care === "careful" && isFarOff(statement.value, lead.value)) return false;
      if (statement.probability >= least.sure) return true;
      if (weigh(statement, care) >= least.sureShare * leading) return true;
      if (odds < least.relatedShare * most) return false;
      return !isOfWords || listNear(statement).some((stem) => known.has(stem));
    })
    .map(({ statement }) => statement)
    .slice(0, MOST);
}

function isFarOff(one: Value, other: Value): boolean {
  if (one.kind !== "amount" || other.kind !== "amount") return false;
  const [left, right] = [one.amount, other.amount];
  if (left.dimension !== right.dimension) return false;
  const least = Math.min(left.high, right.high);
  return least > 0 && Math.max(left.high, right.high) > MOST_TIMES * least;
}

/** Beside an answer by the reader alone: what the question's words add says little of the same point. */
function weigh({ probability, odds }: Statement, care: Care): number {
  return care === "careful" ? odds : toOdds(probability);
}

function toOdds(probability: number): number {
  return probability / Math.max(1 - probability, 1e-6);
}

function countOnPoint(statement: Statement, asked: ReadonlySet<string>): number {
  return Math.min(
    MOST_ON_POINT,
    new Set(listNear(statement).filter((stem) => asked.has(stem))).size,
  );
}

/** Words that tell nothing of what is counted. */
export const PEOPLE: ReadonlySet<string> = new Set(
  "people person other more say tell report million billion thousand".split(" ").map(stemVerb),
);
/** Words on each side of a value that tell what it is of. */
const WINDOW = 6;

/** Stems around the value, with those that tell the same; names, days, numbers and units left out. */
function listNear({ text, place }: Pick<Statement, "text" | "place">): readonly string[] {
  const words = findWords(text);
  const first = words.findIndex(({ end }) => end > place.start);
  const last = words.findLastIndex(({ start }) => start < place.end);
  return words
    .slice(Math.max(0, first - WINDOW), last + 1 + WINDOW)
    .filter((word) => isTelling(word))
    .flatMap(({ text: word }) => listForms(stemVerb(word)));
}

function listStems(text: string): readonly string[] {
  return findWords(text).flatMap((word) => listForms(stemVerb(word.text)));
}

function isTelling({ text }: Word): boolean {
  if (!/^\p{Ll}/u.test(text) || !carriesSubject(text) || /\d/.test(text)) return false;
  return readMeasure(foldWord(text)) === undefined && !PEOPLE.has(stemVerb(text));
}

/** The stem, and for each pair of opposites its side: "killed" and "died" tell the same. */
function listForms(stem: string): readonly string[] {
  return [stem, ...listPoles(stem).map(({ pair, side }) => `${pair} ${side}`)];
}

/** Words of a sentence by which two of them tell the same but for the value. */
export function listOtherStems({
  text,
  place,
}: Pick<Statement, "text" | "place">): ReadonlySet<string> {
  const words = findWords(text).filter(
    (word) => !overlaps(word, place) && carriesSubject(word.text),
  );
  return new Set(words.map((word) => stemVerb(word.text)));
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

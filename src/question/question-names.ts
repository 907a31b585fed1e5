// Question text → the names in it, with what may stand in their place: "Did Ana Ruiz close the Ghent plant?" → a person, a thing.

import { BODY } from "../english/speech/name-patterns.ts";
import { carriesSubject } from "../english/stems.ts";
import { isPut, PREPOSITIONS } from "./question-clause.ts";
import { findNameRuns } from "./question-words.ts";

export interface QuestionName {
  /** As written, a possessive left out. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: "person" | "thing" | "place";
  /** It stands behind a preposition, which it is told by: "in Ghent". */
  readonly governor?: string;
}

const CALENDAR =
  /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|may|june|july|august|september|october|november|december|\p{L}+day|covid(?:-19)?)$/iu;
const NAME_WORD = /^\p{Lu}[\p{L}\p{N}.'’-]*/u;
/** "in", "to the", "of the mayor" right before a name. */
const GOVERNOR = new RegExp(
  `\\b(${PREPOSITIONS})\\s+(?:(?:the|an?|his|her|its|their)\\s+(?:[\\p{Ll}-]+\\s+)?)?$`,
  "iu",
);
const LOCAL = /^(?:in|at|near|from|inside|outside)$/iu;
const ROYAL = /^(?:Queen|King|Pope|Prince|Princess|Duke|Duchess|President)$/u;

export function readQuestionNames(text: string): readonly QuestionName[] {
  const names: QuestionName[] = [];
  let at = 0;
  for (const run of listRuns(text)) {
    const start = text.indexOf(run, at);
    at = start + run.length;
    const name = run.replace(/['’]s?$/u, "");
    const governor = findGovernor(text.slice(0, start), names);
    names.push({
      text: name,
      start,
      end: start + name.length,
      kind: tellKind(name, text.slice(0, start), governor),
      ...(governor !== undefined && { governor }),
    });
  }
  return names;
}

/** Also a name alone, and one that opens a phrase; days and months are none. */
function listRuns(text: string): readonly string[] {
  const runs = findNameRuns(text).filter((name) => !CALENDAR.test(name));
  const opening = NAME_WORD.exec(text)?.[0];
  if (opening === undefined || isPut(text) || !carriesSubject(opening)) return runs;
  if (CALENDAR.test(opening)) return runs;
  const behind = text.slice(opening.length).trimStart();
  const [first = ""] = runs;
  if (first !== "" && behind.startsWith(first)) return [`${opening} ${first}`, ...runs.slice(1)];
  return behind === "" || /['’]s$/u.test(opening) || !/^\p{Ll}/u.test(behind)
    ? [opening, ...runs]
    : runs;
}

/** The preposition before a name, also before one that it is joined to: "in Ghent and Bruges". */
function findGovernor(before: string, names: readonly QuestionName[]): string | undefined {
  const last = names.at(-1);
  const isJoined = last !== undefined && /^\s+(?:and|or)\s+$/u.test(before.slice(last.end));
  if (isJoined) return last.governor;
  return GOVERNOR.exec(before)?.[1]?.toLowerCase();
}

function tellKind(
  name: string,
  before: string,
  governor: string | undefined,
): QuestionName["kind"] {
  if (governor !== undefined && LOCAL.test(governor)) return "place";
  const isOne = !/\s/u.test(name) && /\bthe\s+[\p{Ll}-]+\s+$/iu.test(before);
  const isCounted = /\d\s+$/u.test(before);
  const isThe = /\bthe\s+$/iu.test(before) && !ROYAL.test(name);
  return isOne || isThe || isCounted || BODY.test(name) ? "thing" : "person";
}

export const listNames = (text: string): readonly string[] =>
  readQuestionNames(text).map((name) => name.text);

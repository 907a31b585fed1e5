// A pronoun and an earlier question → the words there that it stands for, where one reading is left.

import { isAuxiliary, trimQuestion } from "./question-clause.ts";
import { type QuestionName, readQuestionNames } from "./question-names.ts";
import type { Pronoun } from "./unexplained-pronoun.ts";

export function findAntecedent({ stands, isObject }: Pronoun, earlier: string): string | undefined {
  const text = trimQuestion(earlier);
  const names = readQuestionNames(text);
  if (stands === "person") return findPerson(names);
  // "Who decided it?" may mean all that was asked about.
  return stands === "thing" && !isObject ? findThing(text, names) : undefined;
}

/** The only person; "the father of Ana Ruiz" are two. */
function findPerson(names: readonly QuestionName[]): string | undefined {
  const [person, another] = names.filter(({ kind }) => kind === "person");
  return another === undefined && person?.governor !== "of" ? person?.text : undefined;
}

/** The only name, where it is a subject by itself: "does Purim begin", not "the Ghent plant" or "Ghent's plant". */
function findThing(text: string, names: readonly QuestionName[]): string | undefined {
  const [name, another] = names;
  if (name === undefined || another !== undefined || name.governor !== undefined) return undefined;
  const before = text.slice(0, name.start).trimEnd().split(/\s+/u).at(-1) ?? "";
  const isOwner = /^['’]/u.test(text.slice(name.end));
  return isAuxiliary(before) && !isOwner ? name.text : undefined;
}

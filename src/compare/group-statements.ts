// Statements → positions: those that may mean the same value together; and which of them cannot both be true.

import type { Issue } from "../core/question-intent.ts";
import { isMoney } from "../english/measures.ts";
import { addDays } from "../english/times/calendar.ts";
import { measureContainment } from "../text/similarity.ts";
import { type Amount, relateAmounts } from "./amount.ts";
import { isSameName, readDates, relateDates } from "./names.ts";
import { listOtherStems, PEOPLE } from "./select-statements.ts";
import type { Care, Statement, Value } from "./statement.ts";

/** `apart`: both may be true. */
export type Relation = "same" | "different" | "apart";

/** Statements of one value, best first. */
export interface Group {
  readonly lead: Statement;
  readonly statements: readonly [Statement, ...Statement[]];
}

/** Share of the shorter sentence's other words that two reports of one thing have in common. */
const LEAST_SHARED = 0.6;

/**
 * An article speaks by its best sentence: its others only join positions, since it is not at odds with
 * itself; those whom it lets speak may be. A statement joins the first position with whose every statement it may be the same.
 */
export function groupStatements(statements: readonly Statement[], issue: Issue): readonly Group[] {
  const groups: { lead: Statement; statements: [Statement, ...Statement[]] }[] = [];
  const heard = new Set<string>();
  for (const statement of statements) {
    const group = groups.find(({ statements: members }) =>
      members.every((other) => relate(other, statement, issue) === "same"),
    );
    const isFirst = statement.value.kind === "speaker" || !heard.has(statement.articleId);
    heard.add(statement.articleId);
    if (group !== undefined) group.statements.push(statement);
    else if (isFirst) groups.push({ lead: statement, statements: [statement] });
  }
  return groups;
}

/** What one denies and the other states differs; what is denied leaves other values open. */
export function relate(one: Statement, other: Statement, issue: Issue): Relation {
  const relation = relateValues(one, other, issue);
  if (relation === "different" && holdAtOtherTimes(one, other)) return "apart";
  if ((one.hedge === "denied") === (other.hedge === "denied")) return relation;
  return relation === "same" ? "different" : "apart";
}

/** Days between the times that two sentences tell, from which on both values may have held. */
const OTHER_TIMES = 31;

/** "In March 2020", "at the end of September 2022": each is told of its own time. */
function holdAtOtherTimes(one: Statement, other: Statement): boolean {
  if (one.value.kind === "date") return false;
  const [here, there] = [
    readDates(one.text, one.published),
    readDates(other.text, other.published),
  ].map((dates) => dates.flatMap(({ days }) => days ?? []));
  if (here === undefined || there === undefined || here.length * there.length === 0) return false;
  return here.every((left) =>
    there.every(
      (right) =>
        addDays(left.to, OTHER_TIMES) < right.from || addDays(right.to, OTHER_TIMES) < left.from,
    ),
  );
}

function relateValues(one: Statement, other: Statement, issue: Issue): Relation {
  switch (one.value.kind) {
    case "amount":
      return relateCounts(one.value.amount, other.value, issue);
    case "date":
      return other.value.kind === "date" ? relateDates(one.value.date, other.value.date) : "apart";
    case "polarity":
      return relateAnswers(one.value.answer, other.value);
    case "speaker":
      return other.value.kind === "speaker" ? relateSpeakers(one.value, other.value) : "apart";
    case "words":
      return relateWords(one, other, issue);
  }
}

function relateAnswers(answer: "yes" | "no", other: Value): Relation {
  if (other.kind !== "polarity") return "apart";
  return other.answer === answer ? "same" : "different";
}

/** Two who attended do not contradict each other; two who were elected mayor do. */
function relateWords(one: Statement, other: Statement, { isSole }: Issue): Relation {
  if (one.value.kind !== "words" || other.value.kind !== "words") return "apart";
  if (isSameName(one.value.words, other.value.words)) return "same";
  return isSole || areTwins(one, other) ? "different" : "apart";
}

type Speaker = Extract<Value, { readonly kind: "speaker" }>;

/** Several may say the same; who says the contrary contradicts them. */
function relateSpeakers(one: Speaker, other: Speaker): Relation {
  if (one.affirms !== other.affirms) return "different";
  return isSameName(toWords(one.name), toWords(other.name)) ? "same" : "apart";
}

function toWords(name: string): readonly string[] {
  return name.toLowerCase().split(/\s+/u);
}

function relateCounts(one: Amount, value: Value, { counted }: Issue): Relation {
  if (value.kind !== "amount") return "apart";
  const other = value.amount;
  const relation = relateAmounts(one, other);
  if (relation !== "different" || one.dimension !== other.dimension) return relation;
  const isSpeed =
    (one.rate === undefined) !== (other.rate === undefined) && !isMoney(one.dimension);
  return isSpeed || countOthers(one, other, counted) ? "apart" : "different";
}

/** One counts what is asked for, the other something else that it names. */
function countOthers(one: Amount, other: Amount, counted: ReadonlySet<string>): boolean {
  if (one.dimension !== "count" || one.heads.some((head) => other.heads.includes(head)))
    return false;
  const [here, there] = [one, other].map(({ heads }) => ({
    isAsked: heads.some((head) => counted.has(head)),
    isOpen: heads.length === 0 || heads.some((head) => PEOPLE.has(head)),
  }));
  if (here === undefined || there === undefined || here.isAsked === there.isAsked) return false;
  return !(here.isAsked ? there : here).isOpen;
}

/** Two reports of one thing with another name in it. */
function areTwins(one: Statement, other: Statement): boolean {
  return measureContainment(listOtherStems(one), listOtherStems(other)) >= LEAST_SHARED;
}

/**
 * Whether two positions cannot both be true: each has an article of its own, and their values exclude
 * each other. Beside an answer names must stand in two reports of one thing.
 */
export function contradict(one: Group, other: Group, issue: Issue, care: Care): boolean {
  if (relate(one.lead, other.lead, issue) !== "different") return false;
  if (one.lead.value.kind === "speaker") return true;
  if (holdsAllArticles(one, other) || holdsAllArticles(other, one)) return false;
  if (one.lead.value.kind !== "words" || care === "wide") return true;
  if (issue.kind !== "name") return false;
  return one.statements.some((left) => other.statements.some((right) => areTwins(left, right)));
}

function holdsAllArticles(one: Group, other: Group): boolean {
  const ids = new Set(one.statements.map(({ articleId }) => articleId));
  return other.statements.every(({ articleId }) => ids.has(articleId));
}

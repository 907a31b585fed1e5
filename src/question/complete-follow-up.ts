// A question and the turns before it → the question completed so that it stands alone, where it leans on them.

import type { Turn } from "../core/question.ts";
import { listContentStems } from "../english/stems.ts";
import { exchangePhrase } from "./exchange-phrase.ts";
import {
  askWith,
  BARE_ASKING,
  isAuxiliary,
  lowerFirst,
  nameTopic,
  raiseFirst,
  readClause,
  trimQuestion,
} from "./question-clause.ts";
import { type QuestionName, readQuestionNames } from "./question-names.ts";
import { type Lean, namesKnownThing, readLean } from "./read-lean.ts";
import { findUnexplainedPronoun, type Pronoun } from "./unexplained-pronoun.ts";

/** A pronoun and an earlier question → the words there that it stands for, where one reading is left. */
function findAntecedent({ stands, isObject }: Pronoun, earlier: string): string | undefined {
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

/** An earlier question, apart from what it was itself given from the one before. */
interface Earlier {
  readonly question: string;
  /** Of what else it was asked: "", or what stands in brackets behind it. */
  readonly added: string;
}

/** Undefined for a question that stands alone, or that nothing before it completes. */
export function completeFollowUp(
  question: string,
  conversation: readonly Turn[],
): string | undefined {
  const turns = conversation.map(readEarlier).filter((turn) => carriesTopic(turn.question));
  const earlier = turns.at(-1);
  if (earlier === undefined) return undefined;
  const lean = readLean(question);
  if (lean === undefined) return undefined;
  const completed = completeAs(lean, chooseTurn(lean, turns) ?? earlier);
  return completed === trimQuestion(question) ? undefined : completed;
}

const ADDED = /^(?<question>.+?)\s*\((?<added>[^()]+)\)\s*\?*$/su;
const BESIDE = /\?\s+And\s+(?<beside>.+)$/su;

function readEarlier({ question, understood }: Turn): Earlier {
  const text = trimQuestion(understood ?? question);
  const { question: main = text, added = "" } = ADDED.exec(text)?.groups ?? {};
  const beside = BESIDE.exec(main)?.groups?.["beside"] ?? "";
  return {
    question: trimQuestion(main.replace(BESIDE, "")),
    added: [beside, added].filter((part) => part !== "").join(", "),
  };
}

/** Asking words that may have "else" behind them, and those that have a noun. */
const ASKS_ALONE =
  /^(?:who|what|where|why|how|when)(?=\s+(?:(?:is|are|was|were|did|do|does|has|have|had|can|could|will|would|should)\b|\p{Ll}+ed\b))/iu;
const ASKS_NOUN = /^which\b(?!\s+other)/iu;
const carriesTopic = (text: string): boolean => listContentStems(text).length > 0;

/** The last turn that holds what is denied, or a person for the "he" of "anything else that he said?". */
function chooseTurn(
  { kind, denied, pronoun }: Lean,
  turns: readonly Earlier[],
): Earlier | undefined {
  if (denied !== undefined) return turns.findLast(({ question }) => holdsWords(question, denied));
  if (kind !== "more" || pronoun?.stands !== "person") return undefined;
  return turns.findLast(({ question }) => findAntecedent(pronoun, question) !== undefined);
}

function holdsWords(text: string, phrase: string): boolean {
  const stems = listContentStems(text);
  return listContentStems(phrase).every((stem) => stems.includes(stem));
}

function completeAs(lean: Lean, earlier: Earlier): string {
  switch (lean.kind) {
    case "asking":
      return askCircumstance(lean.text, earlier);
    case "contrast":
      return contrast(lean, earlier);
    case "more":
      return askForMore(earlier);
    case "subject":
      return lean.pronoun === undefined
        ? addTopic(lean.text, earlier)
        : resolvePronoun(lean.text, lean.pronoun, earlier);
  }
}

/** "Why?" → "Why did the nurses leave?". */
function askCircumstance(text: string, earlier: Earlier): string {
  const word = BARE_ASKING.test(text) ? text : readClause(text).asking;
  const turned = askWith(word, earlier.question);
  return turned === undefined ? addTopic(text, earlier) : withAdded(turned, earlier);
}

/** "And in Ghent?" → "How many nurses left in Ghent?", or the phrase and what was asked of another. */
function contrast(lean: Lean, earlier: Earlier): string {
  const exchanged = exchangePhrase(earlier.question, lean.text, lean.denied);
  if (exchanged !== undefined) return lean.isCorrection ? exchanged : withAdded(exchanged, earlier);
  if (lean.isCorrection) return addTopic(lean.text, earlier);
  return withAdded(`${earlier.question}? And ${lean.text}?`, earlier);
}

/** "Anything else?" → "What else did the nurses say?", "which others?" → "Which other nurses left?". */
function askForMore(earlier: Earlier): string {
  const { question } = earlier;
  const marked = question.replace(ASKS_ALONE, "$& else").replace(ASKS_NOUN, "$& other");
  return withAdded(marked === question ? `${question}? What else?` : `${marked}?`, earlier);
}

/** "Where did she go?" → "Where did Ana Ruiz go?"; the topic beside it where more is left open. */
function resolvePronoun(text: string, pronoun: Pronoun, earlier: Earlier): string {
  const name =
    findAntecedent(pronoun, earlier.question) ?? findAntecedent(pronoun, `${earlier.added}?`);
  if (name === undefined) return addTopic(text, earlier);
  const owned = pronoun.isPossessive ? `${name}'s` : name;
  const resolved = `${text.slice(0, pronoun.start)}${owned}${text.slice(pronoun.end)}`;
  const isOpen = findUnexplainedPronoun(resolved) !== undefined || namesKnownThing(resolved);
  return isOpen ? addTopic(resolved, earlier) : raiseFirst(`${resolved}?`);
}

/** "Who signed it?" → "Who signed it (the law on carrying guns)?". */
function addTopic(text: string, { question, added }: Earlier): string {
  const leaned = added !== "" && findUnexplainedPronoun(question) !== undefined;
  const topic = [leaned ? "" : nameTopic(question), added].filter((part) => part !== "").join(", ");
  return `${raiseFirst(text)} (${lowerArticle(topic)})?`;
}

const lowerArticle = (topic: string): string =>
  /^(?:The|An?|In)\s/u.test(topic) ? lowerFirst(topic) : topic;

function withAdded(text: string, { added }: Earlier): string {
  return added === "" ? text : `${trimQuestion(text)} (${added})?`;
}

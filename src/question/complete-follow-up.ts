// A question and the turns before it → the question completed so that it stands alone, where it leans on them.

import type { Turn } from "../core/question.ts";
import { listContentStems } from "../english/stems.ts";
import { exchangePhrase } from "./exchange-phrase.ts";
import { lowerFirst, nameTopic, raiseFirst, trimQuestion } from "./question-clause.ts";
import { type Lean, readLean } from "./read-lean.ts";
import { findUnexplainedPronoun } from "./unexplained-pronoun.ts";

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
  const completed = completeAs(lean, earlier);
  return completed === trimQuestion(question) ? undefined : completed;
}

const ADDED = /^(?<question>.+?)\s*\((?<added>[^()]+)\)\s*\?*$/su;
/** What was asked of another beside it. */
const BESIDE = /\?\s+And\s.+$/su;

function readEarlier({ question, understood }: Turn): Earlier {
  const text = trimQuestion(understood ?? question);
  const { question: main = text, added = "" } = ADDED.exec(text)?.groups ?? {};
  return { question: trimQuestion(main.replace(BESIDE, "")), added };
}

const carriesTopic = (text: string): boolean => listContentStems(text).length > 0;

function completeAs(lean: Lean, earlier: Earlier): string {
  switch (lean.kind) {
    case "contrast":
      return contrast(lean, earlier);
    case "more":
      return withAdded(`${earlier.question}? What else?`, earlier);
    case "subject":
      return addTopic(lean.text, earlier);
  }
}

/** "And in Ghent?" → "How many nurses left in Ghent?", or the phrase and what was asked of another. */
function contrast(lean: Lean, earlier: Earlier): string {
  const exchanged = exchangePhrase(earlier.question, lean.text);
  if (exchanged !== undefined) return lean.isCorrection ? exchanged : withAdded(exchanged, earlier);
  if (lean.isCorrection) return addTopic(lean.text, earlier);
  return withAdded(`${earlier.question}? And ${lean.text}?`, earlier);
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

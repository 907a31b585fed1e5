// Evidence sentences and the question's kind → the value that each gives, best first.

import { publishedDay } from "../core/article.ts";
import type { EvidenceSentence, SentenceSignals } from "../core/evidence.ts";
import type { ArticleRecord } from "../core/index-state.ts";
import type { Issue } from "../core/question-intent.ts";
import type { Span } from "../core/span.ts";
import { stemWord } from "../english/stems.ts";
import type { AttributedSentence } from "../search/attribute-sentences.ts";
import type { Amount } from "./amount.ts";
import { readDates, readName } from "./names.ts";
import { readAmounts } from "./read-amounts.ts";
import { readHedge, readStance } from "./read-stance.ts";
import type { Statement, Value } from "./statement.ts";

interface Reading {
  readonly value: Value;
  readonly place: Span;
  /** The words shown, where they are not the text at the place. */
  readonly label?: string;
}

/** Where the question's form does not tell: what the best answers are made of. */
type Reads = (sentence: AttributedSentence, answer: Span) => Reading | undefined;

/** One statement a sentence at most; sentences that give no value of the kind are left out. */
export function readStatements(
  issue: Issue,
  sentences: readonly AttributedSentence[],
  articles: ReadonlyMap<string, ArticleRecord>,
): readonly Statement[] {
  const read = chooseReader(issue, sentences, articles);
  return sentences.flatMap((sentence) => {
    const { articleId, start, end, text, probability, signals } = sentence;
    const reading = read(sentence, toAnswer(sentence));
    if (reading === undefined) return [];
    const { value, place, label = text.slice(place.start, place.end) } = reading;
    const published = publishedDay(articles.get(articleId)?.metadata);
    const hedge = value.kind === "speaker" ? undefined : readHedge(text, place);
    return [
      {
        ...{
          articleId,
          start,
          end,
          text,
          probability,
          value,
          label,
          place,
          odds: weighReading(signals),
        },
        ...(published !== undefined && { published }),
        ...(hedge !== undefined && { hedge }),
      },
    ];
  });
}

/** Set by hand on a development set of 24 questions with several sources and 129 without. */
function weighReading({ similarity, answers, margin }: SentenceSignals): number {
  return Math.exp(-4 + 3 * similarity + 0.6 * answers + 0.15 * margin);
}

/** The answer's place in its sentence. */
function toAnswer({ start, text, answer }: EvidenceSentence): Span {
  const from = Math.min(Math.max(answer.start - start, 0), text.length);
  return { start: from, end: Math.max(from, Math.min(answer.end - start, text.length)) };
}

function chooseReader(
  issue: Issue,
  sentences: readonly AttributedSentence[],
  articles: ReadonlyMap<string, ArticleRecord>,
): Reads {
  const dayOf = ({ articleId }: AttributedSentence) =>
    publishedDay(articles.get(articleId)?.metadata);
  const dates: Reads = (sentence, answer) => {
    const date = readDates(sentence.text, dayOf(sentence)).find((one) => overlaps(one, answer));
    return date && { value: { kind: "date", date }, place: date };
  };
  const names: Reads = ({ text }, answer) => {
    const name = readName(text, answer, issue);
    return name && { value: { kind: "words", words: name.words }, place: name };
  };
  const stances: Reads = (sentence) => {
    const stance = readStance(sentence.text, issue);
    if (stance === undefined) return;
    const { answer, place } = stance;
    if (issue.kind === "polarity")
      return { value: { kind: "polarity", answer }, place, label: answer };
    const { speaker } = sentence;
    if (speaker === undefined) return;
    const value = { kind: "speaker", name: speaker, affirms: answer === "yes" } as const;
    return { value, place, label: speaker };
  };
  if (issue.kind === "polarity" || issue.kind === "speaker") return stances;
  if (issue.kind === "date") return dates;
  if (issue.kind === "name") return names;
  const amounts = readAmountsOf(issue, sentences);
  if (issue.kind === "amount") return amounts;
  const [best] = sentences;
  if (best === undefined) return names;
  return [dates, amounts].find((reads) => reads(best, toAnswer(best)) !== undefined) ?? names;
}

/** In the unit of the best sentence that has one; a number without its own is one of what is counted. */
function readAmountsOf(issue: Issue, sentences: readonly AttributedSentence[]): Reads {
  const asked = new Set([...issue.words].map(stemWord));
  const known = new Map<string, readonly Amount[]>();
  const fitting = (text: string): readonly Amount[] => {
    const amounts = known.get(text) ?? readAmounts(text).filter((one) => fits(one, issue));
    known.set(text, amounts);
    return amounts;
  };
  const inAnswer = (sentence: AttributedSentence, answer: Span): Amount | undefined => {
    const amounts = fitting(sentence.text);
    const inside = amounts.filter((one) => overlaps(one, answer));
    const alike = amounts.filter(({ dimension }) =>
      inside.some((one) => one.dimension === dimension),
    );
    return pickMost(alike, (one) => {
      const heads = one.heads.filter((head) => asked.has(head)).length;
      return (overlaps(one, answer) ? 1 : 0) + 1.5 * heads - one.start / 1e6;
    });
  };
  const best = sentences
    .map((sentence) => inAnswer(sentence, toAnswer(sentence)))
    .find((amount) => amount !== undefined);
  return (sentence, answer) => {
    const near = fitting(sentence.text).filter(
      (one) => best !== undefined && isLike(one, best, issue),
    );
    const amount =
      inAnswer(sentence, answer) ??
      pickMost(near, (one) => 1 / (1 + Math.abs(one.start - answer.start)));
    return amount && { value: { kind: "amount", amount }, place: amount };
  };
}

/** How many were hurt is told by a share too; nobody counts 6.1 people. */
function fits({ dimension, high, rounding }: Amount, issue: Issue): boolean {
  if (issue.dimension === undefined) return true;
  if (issue.dimension !== "count") return dimension === issue.dimension;
  return (
    dimension === "share" || (dimension === "count" && (rounding > 0 || Number.isInteger(high)))
  );
}

/** The same unit, and one of its words among those that say what is counted. */
function isLike(one: Amount, best: Amount, { counted }: Issue): boolean {
  if (one.dimension !== best.dimension) return false;
  if (one.dimension !== "count") return true;
  return one.heads.some((head) => best.heads.includes(head) || counted.has(head));
}

function pickMost(
  amounts: readonly Amount[],
  measure: (one: Amount) => number,
): Amount | undefined {
  const best = amounts.toSorted((one, other) => measure(other) - measure(one))[0];
  return best !== undefined && measure(best) > 0 ? best : undefined;
}

function measureOverlap(one: Span, other: Span): number {
  return Math.min(one.end, other.end) - Math.max(one.start, other.start);
}

function overlaps(one: Span, other: Span): boolean {
  return measureOverlap(one, other) > 0;
}

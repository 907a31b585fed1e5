// An export's proof, what became of its quotes, and today's outcome → what changed.

import type { AnswerOutcome, Quote } from "../core/answer.ts";
import type {
  Finding,
  QuoteFate,
  ReplayedQuestion,
  ReplayedQuote,
  Verdict,
} from "../core/check.ts";
import type { Manifest, Proof } from "../core/proof.ts";
import { findDates } from "../english/dates.ts";
import { compareQuantities, type Quantity } from "../english/measures.ts";
import { findQuantities } from "../english/quantities.ts";
import { foldWords } from "../text/fold-typography.ts";

/** Figures as written, each once: "12 crowns", "two in three". */
interface DifferingFigures {
  readonly gone: readonly string[];
  readonly added: readonly string[];
}

/** The same value in the same unit is the same figure, however it is written; dates are none. */
function compareFigures(then: readonly string[], now: readonly string[]): DifferingFigures {
  const [before, today] = [then.flatMap(listFigures), now.flatMap(listFigures)];
  return { gone: without(before, today), added: without(today, before) };
}

interface Figure {
  readonly quantity: Quantity;
  readonly written: string;
}

function listFigures(text: string): readonly Figure[] {
  const dates = findDates(text);
  return findQuantities(text)
    .filter(({ start, end }) => !dates.some((date) => start >= date.start && end <= date.end))
    .map((quantity) => ({ quantity, written: text.slice(quantity.start, quantity.end) }));
}

function without(figures: readonly Figure[], others: readonly Figure[]): readonly string[] {
  const alone = figures.filter(
    ({ quantity }) =>
      !others.some((other) => compareQuantities(quantity, other.quantity) === "same"),
  );
  return [...new Set(alone.map(({ written }) => written.replace(/\s+/g, " ")))];
}

/** A quote of the proof, judged against the articles of today. */
export interface JudgedQuote {
  readonly articleId: string;
  readonly articleThere: boolean;
  readonly finding: Finding;
  readonly number?: number;
}

/** A quote inside a longer one is the same quote when it has at least this share of its letters. */
const SAME_SHARE = 0.5;

/** @param judged the quotes of an answer, in the proof's order; none for an abstention. */
export function compareAnswers(
  proof: Proof,
  judged: readonly JudgedQuote[],
  now: AnswerOutcome,
): ReplayedQuestion {
  const today = now.kind === "answer" ? now.quotes : [];
  const quotes = judged.map((quote) => tellFate(quote, today));
  const before = judged.map(({ finding }) => finding.quotation.text);
  const added = today.filter(({ text }) => !before.some((other) => isSame(text, other)));
  const changed =
    proof.kind !== now.kind || added.length > 0 || quotes.some(({ fate }) => fate !== "shown");
  return {
    question: proof.question,
    kindThen: proof.kind,
    ...(proof.manifest !== undefined && { manifest: proof.manifest }),
    now,
    quotes,
    added,
    figures: compareFigures(
      before,
      today.map(({ text }) => text),
    ),
    notes: compareOrigins(proof.manifest, now),
    changed,
  };
}

function tellFate(
  { finding, articleId, articleThere, number }: JudgedQuote,
  today: readonly Quote[],
): ReplayedQuote {
  const { quotation, verdict, place, changes, words } = finding;
  const shown = today.some(({ text }) => isSame(text, quotation.text));
  const fate = shown ? "shown" : (FATES[verdict] ?? "stands");
  return {
    ...(number !== undefined && { number }),
    articleId,
    text: quotation.text,
    fate,
    articleThere,
    ...(place !== undefined && fate !== "gone" && { place }),
    changes: fate === "reworded" ? changes : [],
    words: fate === "reworded" ? words : [],
  };
}

const FATES: Partial<Record<Verdict, QuoteFate>> = {
  altered: "reworded",
  misleading: "reworded",
  missing: "gone",
  unchecked: "gone",
};

function isSame(one: string, other: string): boolean {
  const [short = "", long = ""] = [one, other]
    .map(foldWords)
    .sort((first, second) => first.length - second.length);
  return long.includes(short) && short.length >= long.length * SAME_SHARE;
}

function compareOrigins(then: Manifest | undefined, now: AnswerOutcome): readonly string[] {
  if (then === undefined) {
    return ["The export does not say with which filters and models it was asked."];
  }
  return [
    ...compareCorpora(then, now),
    ...compareModels("Written", then.writer, now.writer),
    ...compareModels("Searched", then.embedder, now.embedder),
  ];
}

function compareCorpora(then: Manifest, now: AnswerOutcome): readonly string[] {
  if (then.corpus === undefined || now.corpus === undefined) return [];
  if (then.corpus.sha256 === now.corpus.sha256) return [];
  const [before, today] = [then.corpus.articles, now.corpus.articles];
  return [
    before === today
      ? `There are ${today} articles as then, but not the same.`
      : `There were ${before} articles then; today there are ${today}.`,
  ];
}

interface NamedModel {
  readonly name: string;
  readonly model: string;
  readonly digest: string;
}

function compareModels(verb: string, then: NamedModel, now: NamedModel): readonly string[] {
  if (then.name !== now.name || then.model !== now.model) {
    return [`${verb} by ${then.name} (${then.model}) then, by ${now.name} (${now.model}) now.`];
  }
  return then.digest === now.digest ? [] : [`${verb} by another version of ${now.name}.`];
}

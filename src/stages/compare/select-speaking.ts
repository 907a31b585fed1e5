// Ranked sentences → those that come near enough to the question to take a position on it.

import type { Span } from "../../model/span.ts";
import { stemWord } from "../../text/stems.ts";
import { findWords } from "../../text/words.ts";
import type { Issue } from "./read-issue.ts";
import type { Care, ComparedSentence } from "./statement.ts";

/** A sentence with what orders it and how well it meets the question's words. */
export interface RankedSentence extends Span {
  readonly articleId: string;
  readonly text: string;
  readonly rank: number;
  readonly isFitting: boolean;
  readonly coverage: number;
  readonly matches: readonly number[];
  readonly isTelling: readonly boolean[];
  /** How far it meets the names, here or close by, and what is asked of them; 0 to 1. */
  readonly met: { readonly names: number | undefined; readonly asked: number | undefined };
  /** For each word of the question, where the word nearest to it begins. */
  readonly places?: readonly number[];
}

/**
 * Shares of the best sentence's. An article's best sentence needs less than its others. What a sentence
 * says of a statement is read from its words, so that one far down may take a stance too.
 */
const LEAST_RANK = { first: 0.5, further: 0.6, named: 0.55, stance: 0.4 } as const;
const LEAST_COVERAGE = 0.5;
/** From this nearness on a word of the question is met; below the other one it is missed. */
const MET = 0.6;
const MISSED = 0.4;
const NAMED = 0.9;
/** Share of the telling words that the best sentence meets. */
const LEAST_MET = 0.6;
/** Share of what the best sentence has of the words asked. */
const LEAST_ASKED = 0.85;

/** Best first, as they come. */
export function selectSpeaking(
  ranked: readonly RankedSentence[],
  question: string,
  { noun, kinds }: Issue,
  care: Care,
): readonly ComparedSentence[] {
  const fitting = ranked.filter(({ isFitting }) => isFitting);
  const [best] = fitting;
  if (best === undefined) return [];
  const isStance = kinds.some((kind) => kind === "polarity" || kind === "speaker");
  const speaking = isStance
    ? fitting.filter(({ rank, met }) => rank >= LEAST_RANK.stance * best.rank && isOnNames(met))
    : keepNear(fitting, best, care, !kinds.includes("amount"));
  const nounAt = findWords(question).findIndex((word) => stemWord(word.text) === noun);
  return speaking.map(({ articleId, start, end, text, rank, places = [], met }) => {
    const nearest = places[nounAt];
    const placed = nearest === undefined ? {} : { nearest };
    const named = (met.names ?? 0) >= MET;
    return { articleId, start, end, text, rank: rank / best.rank, ...placed, isOnNames: named };
  });
}

function isOnNames({ names }: RankedSentence["met"]): boolean {
  return names === undefined || names >= MET;
}

function keepNear(
  fitting: readonly RankedSentence[],
  best: RankedSentence,
  care: Care,
  isOfWords: boolean,
): readonly RankedSentence[] {
  const spoken = new Set<string>();
  return fitting.filter((sentence) => {
    const share = LEAST_RANK[spoken.has(sentence.articleId) ? "further" : "first"];
    const comesNear =
      sentence.rank >= share * best.rank &&
      sentence.coverage >= LEAST_COVERAGE * best.coverage &&
      meetsWhatBestMeets(sentence, best, care);
    const isWide = care === "wide";
    const speaks =
      comesNear ||
      (isWide && saysItOfThem(sentence, best)) ||
      (isWide && isOfWords && isOnThem(sentence, best, spoken.has(sentence.articleId)));
    if (speaks) spoken.add(sentence.articleId);
    return speaks;
  });
}

/** "He was called to the bar": what is asked stands here, and whom it is asked of was named close by. */
function saysItOfThem({ met }: RankedSentence, best: RankedSentence): boolean {
  const asked = best.met.asked ?? 0;
  return (met.names ?? 0) >= MET && asked >= MET && (met.asked ?? 0) >= LEAST_ASKED * asked;
}

/** It stands where the question's names do: for what figures do not tell, the reading decides. */
function isOnThem(
  { rank, met }: RankedSentence,
  best: RankedSentence,
  isFurther: boolean,
): boolean {
  const least = LEAST_RANK[isFurther ? "further" : "named"];
  return (met.names ?? 0) >= NAMED && rank >= least * best.rank;
}

/** Most of the words that tell articles apart and that the best sentence has must not be missed. */
function meetsWhatBestMeets(sentence: RankedSentence, best: RankedSentence, care: Care): boolean {
  const telling = best.matches.flatMap((match, index) =>
    match >= MET && best.isTelling[index] === true ? [sentence.matches[index] ?? 0] : [],
  );
  const share = care === "careful" ? 1 : LEAST_MET;
  return telling.filter((match) => match >= MISSED).length >= share * telling.length;
}

// A model's claim and what it was sent → a claim to show, or why not and which bare quotes are left.

import { type ArticleMetadata, publishedDay } from "../../core/article.ts";
import type { DraftClaim, DraftQuote, RejectedClaim } from "../../core/draft.ts";
import type { Evidence } from "../../core/evidence.ts";
import { listHedges } from "../../english/hedges.ts";
import { readPolarity } from "../../english/negations.ts";
import { findWords } from "../../text/words.ts";
import { nameSpeakerOf } from "../claims/check-attribution.ts";
import { checkClaim, findRepeated, keepCarrying } from "../claims/check-claim.ts";
import type { ClaimEvidence } from "../claims/claim-evidence.ts";
import { introduceArticle } from "../extractive/introduce-article.ts";
import type { NumberedSentence } from "./number-evidence.ts";
import type { ReplyClaim } from "./reply-claim.ts";

/** What a model was sent, by number. */
type SentSentences = ReadonlyMap<string, NumberedSentence>;

export type Judgement =
  | { readonly kind: "stands"; readonly claim: DraftClaim }
  | {
      readonly kind: "rejected";
      readonly rejected: RejectedClaim;
      /** Its quotes under plain lead-ins, where they speak of what was asked. */
      readonly bare: readonly DraftClaim[];
    };

/** Of a sentence that the reader finds less likely to answer, nothing that it says is an answer. */
const LEAST_PROBABILITY = 0.1;

/** A claim stands when its quotes carry its words, and one of them may answer what was asked. */
export function judgeClaim(
  claim: ReplyClaim,
  sentences: SentSentences,
  evidence: Evidence,
): Judgement {
  const quotes = quoteSentences(claim, sentences);
  if (quotes.length === 0) {
    return reject(claim, "no-evidence", "It names no sentence that was sent.", []);
  }
  const relevant = quotes.filter((quote) => mayAnswer(quote, evidence));
  const held = describeEvidence(claim.text, quotes, evidence, sentences);
  const finding = checkClaim(claim.text, held);
  if (finding !== undefined) {
    const bare = relevant.map((quote) => showBare(quote, evidence));
    return reject(claim, finding.reason, finding.detail, bare);
  }
  if (relevant.length === 0) {
    return reject(claim, "unsupported", "None of its sentences says what was asked.", []);
  }
  return { kind: "stands", claim: composeClaim(claim.text, quotes, evidence, sentences) };
}

/** Where no sentence was read, as for a summary, each may. */
function mayAnswer({ articleId, start, end }: DraftQuote, { sentences }: Evidence): boolean {
  if (sentences.length === 0) return true;
  return sentences.some(
    (read) =>
      read.articleId === articleId &&
      read.start < end &&
      start < read.end &&
      read.probability >= LEAST_PROBABILITY,
  );
}

/** With the quotes that carry it alone; a plain lead-in stands for words that only repeat a quote. */
function composeClaim(
  text: string,
  quotes: readonly DraftQuote[],
  evidence: Evidence,
  sentences: SentSentences,
): DraftClaim {
  const repeated = findRepeated(text, quotes);
  if (repeated !== undefined) return showBare(repeated, evidence);
  const carrying = keepCarrying(text, quotes);
  const held = describeEvidence(text, carrying, evidence, sentences);
  const isCarried = checkClaim(text, held) === undefined;
  return { text, quotes: isCarried ? carrying : quotes, needsAll: true };
}

/** A speaker of the quotes, whom the program shows beside them, may be named as such. */
function describeEvidence(
  text: string,
  quotes: readonly DraftQuote[],
  evidence: Evidence,
  sentences: SentSentences,
): ClaimEvidence {
  const speakers = quotes.map((quote) => listSpeakers(quote, sentences));
  const speaker = nameSpeakerOf(text, speakers);
  const records = quotes.flatMap((quote) => evidence.articles.get(quote.articleId) ?? []);
  return {
    quotes: quotes.map((quote) => quote.text),
    context: [
      ...records.flatMap(({ metadata }) => listContext(metadata)),
      ...(speaker === undefined ? [] : [speaker]),
    ],
    speakers,
    published: records.flatMap(({ metadata }) => publishedDay(metadata) ?? []),
  };
}

function listSpeakers(
  { articleId, start, end }: DraftQuote,
  sentences: SentSentences,
): NumberedSentence["speakers"] {
  const home = [...sentences.values()].find(
    (sentence) =>
      sentence.articleId === articleId && sentence.start <= start && end <= sentence.end,
  );
  return home?.speakers ?? [];
}

function reject(
  { text }: ReplyClaim,
  reason: RejectedClaim["reason"],
  detail: string,
  bare: readonly DraftClaim[],
): Judgement {
  return { kind: "rejected", rejected: { text, reason, detail }, bare };
}

function showBare(quote: DraftQuote, evidence: Evidence): DraftClaim {
  return {
    text: introduceArticle(quote.articleId, evidence.articles.get(quote.articleId)),
    quotes: [quote],
  };
}

function listContext({ publisher, title, author, about, dateline }: ArticleMetadata): string[] {
  const fields = [publisher?.value, title?.value, author?.value, dateline?.value];
  return [...fields, about?.publisher, about?.title, about?.author].filter(
    (value) => value !== undefined,
  );
}

/** A part shorter than this says too little to be quoted alone. */
const LEAST_PART_WORDS = 4;
const MOST_QUOTES = 4;

/** Numbers that were never sent point at nothing. In the model's order, without repeats. */
function quoteSentences(
  claim: ReplyClaim,
  sentences: ReadonlyMap<string, NumberedSentence>,
): readonly DraftQuote[] {
  return claim.numbers
    .flatMap((number) => sentences.get(number) ?? [])
    .slice(0, MOST_QUOTES)
    .map((sentence) => quotePart(sentence, claim.words) ?? quoteWhole(sentence));
}

/** The whole sentence as a quote. */
function quoteWhole({ articleId, start, end, text }: NumberedSentence): DraftQuote {
  return { articleId, start, end, text };
}

/**
 * The part of the sentence that has these words. Undefined when it is not there as written, or when
 * what would be left out denies or hedges something: then the whole sentence has to stand.
 */
function quotePart(sentence: NumberedSentence, words: string | undefined): DraftQuote | undefined {
  if (words === undefined || findWords(words).length < LEAST_PART_WORDS) return;
  const at = sentence.text.indexOf(words);
  if (at < 0 || at !== sentence.text.lastIndexOf(words)) return;
  const [before, after] = [sentence.text.slice(0, at), sentence.text.slice(at + words.length)];
  if (/[\p{L}\p{N}]$/u.test(before) || /^[\p{L}\p{N}]/u.test(after)) return;
  if ([before, after].some(turnsMeaning)) return;
  const start = sentence.start + at;
  return { articleId: sentence.articleId, start, end: start + words.length, text: words };
}

function turnsMeaning(rest: string): boolean {
  return readPolarity(rest).negations.length > 0 || listHedges(rest).length > 0;
}

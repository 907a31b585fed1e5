// A claim with its quotes and sources → its words and who says each quote, as a reporter would write it.

import type { Claim, Quote, Source } from "../core/answer.ts";
import { introduceVoice, placeInVoice } from "../english/introduce-voice.ts";
import { ARROW } from "./name-speaker.ts";
import { isSameParty, type Party, readParty, speaksForItself } from "./quote-party.ts";

/** Plain text, not yet made safe. */
export interface IntroducedClaim {
  /** What stands before the first quote; empty where nothing does. */
  readonly lead: string;
  readonly said: readonly IntroducedQuote[];
}

export interface IntroducedQuote {
  readonly quote: Quote;
  /** `Ada Roe, in the same article:`; absent where it goes on as before. */
  readonly introduction?: string;
}

/** What a claim is shown from; its quotes and sources may be among others. */
export interface Cited {
  readonly quotes: readonly Quote[];
  readonly sources: readonly Source[];
}

/** A quote with whose words it is, and the article it is from. */
interface Told {
  readonly quote: Quote;
  readonly party: Party;
  readonly source: Source | undefined;
}

/**
 * A claim that only names its quotes' article opens with whose words they are: "Ada Roe, in the
 * Gazette:", and where they came a longer way "The Gazette ← Reuters ← Ada Roe:". Whoever goes on is not named again, and a quote that names its speaker introduces itself,
 * unless it stands behind another's. In a list of several people's words the article stands above, and
 * each quote tells its own.
 */
export function introduceQuotes(
  claim: Claim,
  { quotes, sources }: Cited,
  isList = false,
): IntroducedClaim {
  const told = claim.citations.flatMap((number) => {
    const quote = quotes.find((one) => one.number === number);
    const source = sources.find(({ articleId }) => articleId === quote?.articleId);
    return quote === undefined ? [] : [{ quote, source, party: readParty(quote) }];
  });
  const text = claim.text.trim();
  const [first] = told;
  const isPlain = first?.source !== undefined && text === `${introduceVoice(first.source)}:`;
  if (!isPlain) return { lead: text, said: introduceEach(told, sayBehind(text, first)) };
  const isOne = told.every(({ party }) => isSameParty(first.party, party));
  if (isList && !isOne) return { lead: text, said: introduceEach(told, ({ party }) => say(party)) };
  const opening = (isOne && told.find(({ party }) => !speaksForItself(party))) || first;
  if (speaksForItself(opening.party)) return { lead: text, said: introduceEach(told, sayWhere) };
  return { lead: introduce(sayWhere(opening)), said: introduceEach(told, sayWhere, opening) };
}

/** A lead-in that names the first quote's article has told where its words are from. */
function sayBehind(text: string, first: Told | undefined): typeof sayWhere {
  const isNamed = first?.source !== undefined && text.startsWith(introduceVoice(first.source));
  return (told, before) => sayWhere(told, before ?? (isNamed ? first : undefined));
}

/** @param heard whose words were introduced last. */
function introduceEach(
  told: readonly Told[],
  name: (told: Told, before: Told | undefined) => string,
  heard?: Told,
): readonly IntroducedQuote[] {
  let last = heard;
  let before = heard;
  return told.map((one) => {
    const goesOn = last !== undefined && continues(last, one);
    const isOpen = last === undefined || last.party.kind === "article";
    const isClear = goesOn || (isOpen && speaksForItself(one.party));
    const introduction = isClear ? undefined : introduce(name(one, before));
    if (!isClear) last = one;
    before = one;
    return { quote: one.quote, ...(introduction !== undefined && { introduction }) };
  });
}

function continues(one: Told, other: Told): boolean {
  return one.quote.articleId === other.quote.articleId && isSameParty(one.party, other.party);
}

function sayWhere({ party, source, quote }: Told, before?: Told): string {
  if (source === undefined) return say(party);
  const isSame = before?.quote.articleId === quote.articleId;
  if (party.kind === "speaker" && party.isChain) {
    return `${isSame ? "the same article" : introduceVoice(source)}${ARROW}${party.words}`;
  }
  if (party.kind === "speaker") {
    return `${say(party)}, ${isSame ? "in the same article" : placeInVoice(source)}`;
  }
  if (isSame) return say(party);
  const subject = party.subject === undefined ? "" : `, on ${party.subject}`;
  return `${introduceVoice(source)}${subject}`;
}

function say(party: Party): string {
  if (party.kind === "speaker") return party.words;
  return party.subject === undefined ? "the article itself" : `on ${party.subject}`;
}

/** At the head of a sentence; "iRobot" and "ferry.txt" stay as they are. */
function introduce(words: string): string {
  const head = words.replace(/^\p{Ll}(?!\p{Lu}|\S*\.\p{L})/u, (letter) => letter.toUpperCase());
  return `${head}:`;
}

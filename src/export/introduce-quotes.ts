// Quotes → who says each, and a claim's words with that, as a reporter would write it.

import type { Claim, Quote, Source } from "../core/answer.ts";
import type { Attribution } from "../core/speech.ts";
import { introduceSource, placeInSource } from "../english/introduce-source.ts";

/**
 * `Ada Roe, the mayor`; of words that came a longer way `Reuters ← Ada Roe`; for what the article itself states of a "he" or "she" whom it names elsewhere
 * `[on Ada Roe]`, else nothing. Plain text, not yet made safe.
 */
export function nameSpeaker({ attribution, refersTo }: Quote): string | undefined {
  if (attribution === undefined || attribution.manner === "statement") {
    return refersTo === undefined ? undefined : `[on ${refersTo}]`;
  }
  const { name, role } = attribution.speaker ?? {};
  const chain = nameChain(attribution);
  if (chain.length > 1) return chain.join(ARROW);
  const named = [name, role].filter((part) => part !== undefined);
  return named.length === 0 ? NOT_NAMED : named.join(", ");
}

/** Stands before whoever or whatever had the words earlier. */
export const ARROW = " ← ";

/** Those whom the words passed through, the nearest first; the speaker by the longest name known. */
function nameChain({ speaker, chain = [] }: Attribution): readonly string[] {
  return chain.map(({ words, start, end }) => {
    const isSpeaker = start === speaker?.start && end <= speaker.end;
    return (isSpeaker ? speaker.name : undefined) ?? words;
  });
}

const NOT_NAMED = "speaker not named nearby";

/** Whose words a quote is. */
interface Party {
  /** Named as far as the article does; absent for the article's own words. */
  readonly speaker?: string;
  /** Whom the "he" or "she" at the head of the article's own words means. */
  readonly subject?: string;
  /** The quote's own words name the speaker in the same form, and nobody else stands between. */
  readonly isSelfNamed?: boolean;
  /** `speaker` names more than one, each having it from the next. */
  readonly isChain?: boolean;
}

function readParty(quote: Quote): Party {
  const { attribution, refersTo, text } = quote;
  if (attribution === undefined || attribution.manner === "statement") {
    return refersTo === undefined ? {} : { subject: refersTo };
  }
  const { name, role } = attribution.speaker ?? {};
  const known = name ?? role;
  const isChain = (attribution.chain ?? []).length > 1;
  const isSelfNamed = !isChain && known !== undefined && text.includes(known);
  return { speaker: nameSpeaker(quote) ?? NOT_NAMED, isSelfNamed, isChain };
}

/** Whether the one quote, standing behind the other, needs no word of whose it is. */
function isSameParty(one: Party, other: Party): boolean {
  const isSame = other.subject === undefined || one.subject === other.subject;
  return one.speaker === other.speaker && isSame;
}

/** Whether a quote can open without a word of whose it is: the article's own, or one that names them. */
function speaksForItself({ speaker, subject, isSelfNamed = false }: Party): boolean {
  return speaker === undefined ? subject === undefined : isSelfNamed;
}

/** Plain text, not yet made safe. */
interface IntroducedClaim {
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
  const isPlain = first?.source !== undefined && text === `${introduceSource(first.source)}:`;
  if (!isPlain) return { lead: text, said: introduceEach(told, sayBehind(text, first)) };
  const isOne = told.every(({ party }) => isSameParty(first.party, party));
  if (isList && !isOne) return { lead: text, said: introduceEach(told, ({ party }) => say(party)) };
  const opening = (isOne && told.find(({ party }) => !speaksForItself(party))) || first;
  if (speaksForItself(opening.party)) return { lead: text, said: introduceEach(told, sayWhere) };
  return { lead: introduce(sayWhere(opening)), said: introduceEach(told, sayWhere, opening) };
}

/** A lead-in that names the first quote's article has told where its words are from. */
function sayBehind(text: string, first: Told | undefined): typeof sayWhere {
  const isNamed = first?.source !== undefined && text.startsWith(introduceSource(first.source));
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
    const isOpen = last === undefined || last.party.speaker === undefined;
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
  const { speaker, subject } = party;
  if (speaker !== undefined && party.isChain) {
    return `${isSame ? "the same article" : introduceSource(source)}${ARROW}${speaker}`;
  }
  if (speaker !== undefined) {
    return `${speaker}, ${isSame ? "in the same article" : placeInSource(source)}`;
  }
  if (isSame) return say(party);
  return `${introduceSource(source)}${subject === undefined ? "" : `, on ${subject}`}`;
}

function say({ speaker, subject }: Party): string {
  return speaker ?? (subject === undefined ? "the article itself" : `on ${subject}`);
}

/** At the head of a sentence; "iRobot" and "ferry.txt" stay as they are. */
function introduce(words: string): string {
  const head = words.replace(/^\p{Ll}(?!\p{Lu}|\S*\.\p{L})/u, (letter) => letter.toUpperCase());
  return `${head}:`;
}

// A paragraph without its quotations → each place where it names who speaks.

import { LETTER, LOWER, UPPER } from "../../text/words.ts";
import { findIntroduced, findSources, type Named, readNamed } from "./find-named-speakers.ts";
import { BLOT, SENTENCE_END } from "./mask-quotations.ts";
import {
  ASIDE,
  BODY,
  DAY_NAME,
  FOLLOWING_ASIDE,
  MONTH_NAME,
  NAME,
  NAMED,
  NO_NAME,
  ROLE,
  SHORT_TITLES,
} from "./name-patterns.ts";
import { makesSpeaker, VERB, type VerbSubject } from "./speech-verbs.ts";

/** Half-open, in UTF-16 units. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** A name, role or pronoun with the verb that makes it the speaker; offsets are of the paragraph. */
export interface Mention extends Place {
  readonly name?: string;
  readonly role?: string;
  /** In lower case: "he", "she", "it", "they". */
  readonly pronoun?: string;
  /** Where the words stand that name the speaker. */
  readonly named: Place;
  /** How its clause hangs on one before it in the sentence, where it does. */
  readonly link?: Link;
}

/** `beside`: another statement ("…, but Ivo Lind said"); `inside`: a part of one ("that officials said"). */
type Link = "beside" | "inside";

/** How far before a verb its subject may begin. */
const REACH = 300;

/** Where a clause can begin. */
const START = new RegExp(
  `(?<=^|[${LETTER}0-9)\\]%.][;:,]\\s|(?:[${LOWER}0-9)\\]%]{2}|[${UPPER}]{2})(?<!\\b(?:${SHORT_TITLES}))[.!?…]\\s|${BLOT}[.,;:]?\\s?|[—–(:-]\\s|\\s(?:and|but|as|while|that|although|though|because|when|after|if|where|which|before|since|so|yet|or|than|what)\\s|(?:^|[.!?]\\s)(?:But|And|So|Yet|Then|Now|Still|Meanwhile|However|As|When|While|If|Later|Earlier|Since|After|Before|Although|Though)\\s|\\b(?:${DAY_NAME}|${MONTH_NAME}|week|month|year|night|morning|evening|afternoon|\\d{4})\\s)(?=[${LETTER}0-9@])`,
  "g",
);
const MIDDLE = `(?:\\s(?:also|then|later|now|previously|again|first|still|even|once|further|recently|has|have|had|[${LOWER}]+ly|(?:on\\s)?${DAY_NAME}|(?:on|in)\\s${MONTH_NAME}(?:\\s\\d{1,2})?|(?:earlier\\s)?(?:last|this)\\s[${LOWER}]+|in\\san?\\s(?:[${LETTER}0-9-]+\\s){0,3}(?:statement|tweet|interview|post|letter|memo|email|speech|video|deposition|report))|\\s\\([^)]{1,60}\\))*`;
const ASIDES = `(?<asides>(?!,\\sand\\s)(?:${ASIDE}){1,6},|\\s[—–]\\s[^—–;${BLOT}]{2,90}\\s[—–])?`;
const ONE_ASIDE = `(?<asides>${ASIDE},|\\s[—–]\\s[^—–;${BLOT}]{2,90}\\s[—–])?`;
/** "One teacher who fled last month said", "the letter obtained by the Gazette said". */
const CLAUSE = `(?:\\swho\\s[^,;.“”${BLOT}]{3,90}?|\\s(?:obtained|seen|reviewed|viewed|cited|released|published|leaked)\\s(?!(?:in|on|at)\\s)[^,;.“”${BLOT}]{3,60}?)?`;
const PRONOUN = "(?<pronoun>[Hh]e|[Ss]he|[Ii]t|[Tt]hey)";
const PRONOUN_QUOTED = "(?<pronoun>him|her|it|them)";

const SUBJECTS: readonly RegExp[] = [
  new RegExp(`^${PRONOUN}${MIDDLE}\\s$`),
  new RegExp(`^${NAMED}${ASIDES}${MIDDLE}\\s$`),
  new RegExp(`^(?<role>${ROLE})${CLAUSE}${ONE_ASIDE}${MIDDLE}\\s$`),
];
/** A subject with its own verb, anything else behind it. */
const OWN_VERB = `\\s(?:[${LOWER}]{2,}(?:ed|s)|made|took|went|gave|spoke|met|left|had|did|stood|began)\\s[^;${BLOT}]*$`;
const SHARED: readonly RegExp[] = [
  new RegExp(`^${PRONOUN}${OWN_VERB}`),
  new RegExp(`^${NAMED}${ASIDES}${OWN_VERB}`),
  new RegExp(`^(?<role>${ROLE})${OWN_VERB}`),
];
const INVERTED: readonly RegExp[] = [
  new RegExp(`^\\s${PRONOUN}\\b`),
  new RegExp(`^\\s${NAMED}(?![${LETTER}0-9])${FOLLOWING_ASIDE}`),
  new RegExp(
    `^\\s(?<role>${ROLE})(?:,\\s(?<asides>${NAME}))?(?=\\s?[,;.${BLOT}]|$|\\s(?:who|in|on|after|during)\\b)`,
  ),
];
/** "The Gazette quoted Ada Roe as saying": she speaks, whoever tells of it. */
const QUOTED = new RegExp(
  `\\b(?:quotes|quoted|cites|cited)\\s(?:${PRONOUN_QUOTED}|${NAMED})${ASIDES}\\sas\\ssaying`,
  "g",
);
/** In order of place; where two meet, the one whose verb stands first. */
export function findMentions(masked: string): readonly Mention[] {
  const sources = findSources(masked).map(({ read, start, from, end }) =>
    place(read, start, from, end),
  );
  const told = [...findQuoted(masked), ...sources, ...findSubjects(masked)];
  const introduced = findIntroduced(masked, told).map(({ read, start, end }) =>
    place(read, start, start, end),
  );
  const found = [...told, ...introduced];
  found.sort((one, other) => one.start - other.start || one.end - other.end);
  const kept: Mention[] = [];
  for (const mention of found) if (mention.start >= (kept.at(-1)?.end ?? 0)) kept.push(mention);
  return kept;
}

function findQuoted(masked: string): readonly Mention[] {
  return Array.from(masked.matchAll(QUOTED)).flatMap((match) => {
    const read = readNamed(match);
    if (read === undefined) return [];
    const mention = place(read, match.index, match.index, match.index + match[0].length);
    const { pronoun } = mention;
    return pronoun === undefined
      ? mention
      : { ...mention, pronoun: SUBJECT_FORM[pronoun] ?? pronoun };
  });
}

const SUBJECT_FORM: Readonly<Record<string, string>> = { him: "he", her: "she", them: "they" };

function findSubjects(masked: string): readonly Mention[] {
  return Array.from(masked.matchAll(VERB)).flatMap((verb) => {
    const [start, end] = [verb.index, verb.index + verb[0].length];
    const after = masked.slice(end, end + REACH);
    const inverted = INVERTING.test(verb[0]) ? readInverted(masked, start, end, after) : undefined;
    const isClosed = inverted !== undefined && CLOSED.test(masked.slice(inverted.end));
    return (isClosed ? inverted : (readSubject(masked, verb, after) ?? inverted)) ?? [];
  });
}

/** "…, said the club (BHC) in a statement on Monday.": nothing but when and where behind who said it. */
const CLOSED = new RegExp(
  `^(?:\\s\\([^()]{1,40}\\))?(?:\\sin\\san?\\s(?:[${LOWER}-]+\\s){0,2}(?:statement|interview|release|report|tweet|post|letter|email|memo|speech)|\\s(?:on\\s)?${DAY_NAME}|\\s(?:earlier|later|today|yesterday))*\\s?(?:[,.;]|$)`,
);

/** "Said Ada Roe"; what stands behind "told" is told, and a plain form before a name is no verb of one. */
const INVERTING = /^(?!told|tells)(?:.*[sd]|say|wrote)$/;

/** The nearest clause before the verb that is nothing but its subject. */
function readSubject(masked: string, verb: RegExpExecArray, after: string): Mention | undefined {
  const from = Math.max(0, verb.index - REACH);
  const before = masked.slice(from, verb.index);
  const starts = Array.from(before.matchAll(START), ({ index }) => index).reverse();
  for (const start of starts) {
    const lead = before.slice(0, start);
    const read = readClause(before, start, verb.groups?.["participle"] !== undefined);
    if (read === undefined) continue;
    const end = verb.index + verb[0].length;
    return makesSpeaker(verb.groups, after, describeSubject(read, lead))
      ? place(read, from + start, from + start, end, readLink(lead))
      : undefined;
  }
  return undefined;
}

/** The subject that is all of the clause from `start` on; none that is the second of two, or an aside. */
function readClause(before: string, start: number, isParticiple: boolean): Named | undefined {
  const lead = before.slice(0, start);
  if (JOINED.test(lead)) return undefined;
  const read = readFirst(SUBJECTS, before.slice(start)) ?? readShared(before, start, isParticiple);
  return read === undefined || isAsideOf(lead, read) ? undefined : read;
}

function describeSubject({ kind, words }: Named, lead: string): VerbSubject {
  return {
    closes: CLOSING.test(lead),
    isPlural: kind === "name" ? /\sand\s/u.test(words) : PLURAL.test(words),
    isBody: kind === "name" && BODY.test(words),
  };
}

const PLURAL = /(?:s|people|police|men|women|they|research|data)(?:\s|$)/iu;

/** "Ada Roe, a diver, who was there, said": the name before speaks. */
function isAsideOf(lead: string, { kind, hasAside }: Named): boolean {
  if (kind !== "role" || !hasAside) return false;
  const [before, first = ""] = NAME_BEFORE.exec(lead)?.slice(1) ?? [];
  return before !== undefined && !NO_NAME.test(first);
}

/** A full name that opens a sentence or a clause, with a comma behind it. */
const NAME_BEFORE = new RegExp(
  `(^|[.!?]\\s|${BLOT}\\s|\\s(?:and|but|while|that)\\s)((?:[${UPPER}][${LETTER}.’'-]*))\\s(?:[${LETTER}.’'-]+\\s)?[${UPPER}][${LETTER}’'-]+,\\s$`,
);

/** "Ada Roe and": the next name is the second of two. */
const JOINED = /(?:^|[\s.])\p{Lu}[\p{L}\p{M}’-]+\sand\s$/u;
const CLOSING = new RegExp(`(?:[,${BLOT}]\\s?|(?:^|\\s)[Aa]s\\s)$`);

function readFirst(patterns: readonly RegExp[], text: string): Named | undefined {
  for (const pattern of patterns) {
    const read = readNamed(pattern.exec(text));
    if (read !== undefined) return read;
  }
  return undefined;
}

/** "Ada Roe left the room and said": the subject of the sentence is that of its second verb. */
function readShared(before: string, start: number, isParticiple: boolean): Named | undefined {
  const joint = isParticiple ? /,\s$/u : /\s(?:and|but)\s(?:also\s|later\s|then\s)?$/u;
  if (!joint.test(before)) return undefined;
  if (start > 0 && !/[.!?]\s$/u.test(before.slice(0, start))) return undefined;
  return readFirst(SHARED, before.slice(start));
}

function readLink(before: string): Link | undefined {
  const word = /(\p{L}+)\s$/u.exec(before)?.[1] ?? "";
  const words = before.slice(before.search(LAST_SENTENCE)).match(/\p{L}{2,}/gu) ?? [];
  if (words.length <= LEAST_CLAUSE) return undefined;
  if (/^(?:and|but|while|though|although|or|yet)$/u.test(word)) return "beside";
  return /^(?:that|who|which|when|because|if|where|than|what)$/u.test(word) ? "inside" : undefined;
}

/** Up to so many words before it are an opening, no clause of their own. */
const LEAST_CLAUSE = 5;
const LAST_SENTENCE = new RegExp(`(?<=^|${SENTENCE_END}\\s)(?!.*${SENTENCE_END}\\s)`, "u");

/** "…,” said Ada Roe": behind a quotation always, behind a comma only where nothing else follows. */
function readInverted(
  masked: string,
  start: number,
  end: number,
  after: string,
): Mention | undefined {
  const before = masked.slice(Math.max(0, start - 3), start).trimEnd();
  const isQuoted = before.includes(BLOT) && /[\ue000,]$/u.test(before);
  if (!isQuoted && !before.endsWith(",")) return undefined;
  const read = readFirst(INVERTED, after);
  if (read === undefined) return undefined;
  if (!isQuoted && !CLOSED.test(after.slice(read.length))) return undefined;
  return place(read, start, end, end + read.length);
}

function place(
  { words, at, kind, role }: Named,
  start: number,
  from: number,
  end: number,
  link?: Link,
): Mention {
  const named = { start: from + at, end: from + at + words.length };
  const common = { start, end, named, ...(link !== undefined && { link }) };
  if (kind === "pronoun") return { ...common, pronoun: words.toLowerCase() };
  if (kind === "role") return { ...common, role: words };
  return { ...common, name: words, ...(role !== undefined && { role }) };
}

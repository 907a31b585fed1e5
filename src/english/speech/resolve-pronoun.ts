// "He said" in a paragraph → the one person whom it stands for, if one reading is left.

import { escapePattern } from "../../text/words.ts";
import { listStops } from "./bound-sentence.ts";
import { expandName } from "./expand-name.ts";
import type { Mention } from "./find-mentions.ts";
import { findPersons, type Person } from "./find-persons.ts";
import type { NamedParty } from "./is-speaker.ts";
import { BODY, TITLES } from "./name-patterns.ts";
import { type Paragraph, readBefore, readParagraph } from "./read-paragraph.ts";

/** A person or body that a pronoun stands for; offsets are of the text. */
interface Antecedent {
  readonly name?: string;
  readonly role?: string;
}

/** Paragraphs read back. */
const READ_BACK = 3;

/**
 * Walks back sentence by sentence to the first that names a speaker or has a person as its subject.
 * Two speakers there, or two people of whom neither is the subject, leave it open. "They" is never
 * resolved; "it" only to a body or role that speaks in the sentence before.
 */
export function resolvePronoun(
  text: string,
  paragraph: Paragraph,
  pronoun: Mention,
): Antecedent | undefined {
  if (pronoun.pronoun === "they") return undefined;
  const here = listSentences(paragraph, pronoun.start);
  const sentences = [
    ...here,
    ...readBefore(text, paragraph, READ_BACK).flatMap((before) => listSentences(before)),
  ];
  if (pronoun.pronoun === "it") return readBody(sentences[0]);
  for (const [place, sentence] of sentences.entries()) {
    const found = readSentence(sentence, text, place < here.length);
    const read = checkGender(found, pronoun.pronoun ?? "", sentence, text);
    if (read === "unclear") return undefined;
    if (read !== undefined) return read;
  }
  return undefined;
}

interface Sentence {
  readonly masked: string;
  readonly mentions: readonly Mention[];
}

/** The nearest first; up to `until` of the paragraph. */
function listSentences(paragraph: Paragraph, until = paragraph.masked.length): Sentence[] {
  const { masked, mentions } = paragraph;
  const starts = [0, ...listStops(paragraph).filter((stop) => stop < until)];
  const sentences = starts.map((start, place) => {
    const end = Math.min(until, starts[place + 1] ?? until);
    return {
      masked: masked.slice(start, end).trimEnd(),
      mentions: mentions.filter((mention) => mention.start >= start && mention.start < end),
    };
  });
  return sentences.reverse();
}

function readBody(sentence: Sentence | undefined): Antecedent | undefined {
  const speakers = (sentence?.mentions ?? []).filter(({ pronoun }) => pronoun === undefined);
  const [first, ...rest] = speakers;
  if (first === undefined || rest.length > 0) return undefined;
  const isBody = first.name === undefined || BODY.test(first.name) || !/\s/.test(first.name);
  return isBody ? pickNames(first) : undefined;
}

/** `undefined` where nobody is in it, so that the sentence before decides. */
function readSentence(
  sentence: Sentence,
  text: string,
  isNear: boolean,
): Antecedent | "unclear" | undefined {
  const speakers = sentence.mentions.filter(isPersonal);
  const [first, ...rest] = speakers;
  if (first !== undefined) {
    const isOne =
      rest.every((other) => sharesName(first, other)) && !/\sand\s/u.test(first.name ?? "");
    return isOne ? pickNames(first) : "unclear";
  }
  const [subject, ...others] = findPersons(sentence.masked).filter((person) =>
    isKnown(person, text),
  );
  if (subject === undefined || GOES_ON.test(sentence.masked)) return undefined;
  if (subject.name === undefined && !isNear) return "unclear";
  if (subject.isPlaced === true || !isSubject(sentence.masked, subject)) return "unclear";
  return others.some((other) => isRival(sentence.masked, subject, other))
    ? "unclear"
    : pickNames(subject);
}

/** Each with the forms that may stand for the subject, and those that only the object of its sentence has. */
const [HE, HIM] = [/\b(?:he|him|his|himself)\b/iu, /\bhim(?:self)?\b/iu];
const [SHE, HER] = [/\b(?:she|her|hers|herself)\b/iu, /\bher(?:self)?\b(?=\s?(?:[.,;]|$))/iu];

/** "Roe spoke before Lind stopped him": "she" is no Roe, but may be Lind where nobody else is named. */
function checkGender(
  found: Antecedent | "unclear" | undefined,
  pronoun: string,
  { masked }: Sentence,
  text: string,
): Antecedent | "unclear" | undefined {
  if (found === undefined || found === "unclear" || found.name === undefined) return found;
  const [own, opposite] = pronoun === "she" ? [SHE, HIM] : [HE, HER];
  if (own.test(masked) || !opposite.test(masked)) return found;
  const others = findPersons(masked).filter(
    (person) => !sharesName(person, found) && isKnown(person, text) && person.name !== undefined,
  );
  const [other] = others;
  return other === undefined || others.length > 1 ? "unclear" : pickNames(other);
}

/** Its subject was named before: "She left", "The actress wept". */
const GOES_ON =
  /^(?:But\s|And\s)?(?:He|She|The\s(?:[\p{Ll}-]+\s){0,2}?(?:man|woman|actor|actress|\p{Ll}{3,}(?:er|or|ist|ian|ent|ant)))\s/u;

function isPersonal({ pronoun, name, role }: Mention): boolean {
  if (pronoun !== undefined) return false;
  if (name !== undefined) return !BODY.test(name);
  return PERSONAL_ROLE.test(role ?? "");
}

/** Of somebody, not of some or of a paper: "a senior official", "the father of Ada Roe". */
export const PERSONAL_ROLE: RegExp =
  /^(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er)\s(?:[\p{L}\p{N}.’'-]+\s){0,4}?(?:man|woman|boy|girl|teen|mother|father|mom|dad|brother|sister|wife|husband|son|daughter|official|president|chief|analyst|spokesperson|coach|teenager|student|nurse|judge|defector|\p{Ll}{3,}(?:er|or|ist|ian|ent|ant|man|woman))\b/u;

function sharesName(one: NamedParty, other: NamedParty): boolean {
  const [left, right] = [one.name ?? one.role ?? "", other.name ?? other.role ?? ""];
  return left === right || left.endsWith(` ${right}`) || right.endsWith(` ${left}`);
}

function pickNames({ name, role }: Mention | Person): Antecedent {
  return {
    ...(name !== undefined && { name }),
    ...(role !== undefined && { role }),
  };
}

/** A subject stands before the verb of its clause: nothing but an opening phrase is before it. */
function isSubject(sentence: string, { start }: Person): boolean {
  const before = sentence.slice(0, start);
  if (PRESENTED.test(before)) return true;
  return (
    /(?:^|,\s|^\P{L}*(?:But|And|So|Yet|Then|Now|Still|That’s why|As|When|While)\s|\ue000\s)(?:(?:[\p{L}-]+\s){0,3})$/u.test(
      before,
    ) && before.length < 120
  );
}

/** "Among those who stayed was Ada Roe": she is whom the sentence is about. */
const PRESENTED =
  /^(?:(?:One|Among|Another|The\s(?:first|last|only|other)|Near|Outside|Inside|Behind|Beside|At|In|On)\s[^,;:]{3,90}|Nearby)\s(?:was|is|stood|sat|lay|waited|came)\s(?:(?:the|an?)\s)?(?:[\p{L}-]+\s){0,3}$/u;

/** "Ada Roe and her deputy, Ivo Lind", "Ada Roe met Ivo Lind": either may be meant. */
function isRival(sentence: string, subject: Person, other: Person): boolean {
  if (sharesName(subject, other)) return false;
  return RIVAL.test(sentence.slice(subject.end, other.start));
}

/** Right before somebody whom the subject acts with, or upon; who thanks or blames another is the one to speak. */
const RIVAL =
  /(?:^|[\s,])(?:and|or|&)\s(?:(?:his|her|their|the|an?)\s(?:[\p{L}-]+\s?){1,3}?,?\s)?$|\s(?:met|told|saw|beat|left|shot|sent|taught|caught|fought|led|sued|(?:met|spoke|talked|argued|sat|dined)\swith|(?!(?:thanked|praised|criticized|criticised|congratulated|hailed|mocked|accused|blamed|honou?red|remembered|mourned|slammed|blasted|defended|endorsed)\s)\p{Ll}{2,}ed)\s$/u;

/** A capital alone may be a place: the text must also have it beside a verb of saying or with a given name. */
export function isKnown({ name, isPlaced }: Person, text: string): boolean {
  if (name === undefined) return true;
  const words = name.split(/\s/);
  const isFull = words.length > 1 && (words.length < 4 || words.some((word) => TITLES.test(word)));
  if (isFull && isPlaced !== true) return true;
  if (isPlaced !== true && expandName(text, name, undefined).name !== name) return true;
  const last = escapePattern(words.at(-1) ?? "");
  return new RegExp(
    `${last}\\s(?:said|says|told|added|wrote|explained|tweeted|posted|argued|recalled|admitted|joked|insisted|replied|apologi[sz]ed)\\b|(?:said|says|added)\\s${last}\\b`,
  ).test(text);
}

const OPENING = /^[\s“"'‘(]*(?<word>he|she|his|her)(?=\s)/iu;

/** The longest form of the name that the text gives; `undefined` for another opening or in doubt. */
export function nameOpening(
  text: string,
  span: { readonly start: number; readonly end: number },
): string | undefined {
  const opening = OPENING.exec(text.slice(span.start, span.end));
  const word = opening?.groups?.["word"]?.toLowerCase();
  if (opening === null || word === undefined) return undefined;
  const paragraph = readParagraph(text, span.start);
  const end = span.start - paragraph.start + opening[0].length;
  const place = { start: end - word.length, end };
  const pronoun = word === "she" || word === "her" ? "she" : "he";
  const person = resolvePronoun(text, paragraph, { ...place, named: place, pronoun });
  return person?.name === undefined
    ? undefined
    : expandName(text, person.name, person.role, span.start).name;
}

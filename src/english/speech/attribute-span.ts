// An article's text and a span of it → in which manner it is said, and by whom.

import { findWords, LETTER, LOWER, UPPER } from "../../text/words.ts";
import { type Bounds, boundSentence, isAllQuoted } from "./bound-sentence.ts";
import { expandName } from "./expand-name.ts";
import { findChain, REPORTED_BY, TURN } from "./find-chain.ts";
import type { Mention } from "./find-mentions.ts";
import { findTurn, type Turn } from "./find-turn.ts";
import { BLOT, measureQuoted, SENTENCE_END } from "./mask-quotations.ts";
import { type Paragraph, readBefore, readParagraph } from "./read-paragraph.ts";
import { resolvePronoun } from "./resolve-pronoun.ts";

/** Where the text names the speaker, as it does; at least one of `name` and `role`. */
interface NamedSpeaker {
  readonly start: number;
  readonly end: number;
  readonly name?: string;
  readonly role?: string;
}

export interface SpanAttribution {
  /** Between quotation marks, told as somebody's words, or the text's own. */
  readonly manner: "quotation" | "reported" | "statement";
  readonly speaker?: NamedSpeaker;
  /** Through whom the words came, the speaker among them, the one nearest to the text first. */
  readonly chain?: readonly ChainedSource[];
}

interface ChainedSource {
  readonly start: number;
  readonly end: number;
  /** As the text has them at that place. */
  readonly words: string;
}

/** From this share of quoted letters on, the words are somebody's though nobody is named in them. */
const MOSTLY = 0.5;

/**
 * The speaker is named only where one reading is left: two speakers in one sentence, or a pronoun
 * after a sentence with two, leave it out. Reads the span's paragraph and three before it, and the
 * text for the fuller name.
 */
export function attributeSpan(text: string, span: { start: number; end: number }): SpanAttribution {
  const paragraph = readParagraph(text, span.start);
  const [start, end] = [span.start - paragraph.start, span.end - paragraph.start];
  const turn = findTurn(text, span.start);
  const quoted = measureQuoted(paragraph.masked, start, end);
  const inside = paragraph.mentions.filter((mention) => mention.start < end && start < mention.end);
  if (turn?.isOwn || (turn !== undefined && inside.length === 0)) return attributeTurn(text, turn);
  if (inside.length === 0 && quoted < MOSTLY) return { manner: "statement" };
  const manner = quoted > 0 ? "quotation" : "reported";
  const picked =
    inside.length > 0
      ? pickInside(paragraph.masked, inside, start)
      : pickBeside(text, paragraph, start, end);
  if (picked === undefined) return { manner };
  const home = picked.paragraph ?? paragraph;
  const speaker = nameSpeaker(text, home, picked.mention);
  return speaker === undefined
    ? { manner }
    : { manner, speaker, chain: readChain(text, home, picked) };
}

/** Words under a speaker's label are theirs, whomever they name in turn. */
function attributeTurn(text: string, { start, end, name }: Turn): SpanAttribution {
  const written = name === name.toUpperCase() ? capitalize(name) : name;
  const full = expandName(text, written, undefined).name;
  const shown = full === written ? name : full;
  const chain = [{ start, end, words: name }];
  return { manner: "quotation", speaker: { start, end, name: shown }, chain };
}

/** "LOBOSCO" → "Lobosco", as it stands elsewhere. */
function capitalize(name: string): string {
  return name.replaceAll(/(?<=\p{L})\p{L}+/gu, (rest) => rest.toLowerCase());
}

interface Picked {
  readonly mention: Mention;
  /** Who tells that the mention's speaker said it. */
  readonly through?: Mention;
  readonly paragraph?: Paragraph;
}

/** Of those named in the span; a second statement of the sentence that names its speaker leaves the first open. */
function pickInside(masked: string, inside: readonly Mention[], start: number): Picked | undefined {
  const [first] = inside;
  if (first?.link === "beside" && first.start > start) return undefined;
  return pickOne(inside) ?? pickThrough(masked, inside);
}

/** One speaker, whatever pronouns stand for it, and whoever is cited within what is said. */
function pickOne(mentions: readonly Mention[]): Picked | undefined {
  const outer = mentions.filter(({ link }, place) => place === 0 || link !== "inside");
  const [first, ...rest] = outer.sort(
    (one, other) => Number(one.pronoun !== undefined) - Number(other.pronoun !== undefined),
  );
  return first !== undefined && rest.every((other) => isSame(first, other))
    ? { mention: first }
    : undefined;
}

/** Behind a sentence, or behind a quotation that ends one. */
const NEXT_SENTENCE = new RegExp(`${SENTENCE_END}\\s|${BLOT}\\s\\p{Lu}`, "u");

/** "The mayor said the bridge would fall, according to state media": she speaks, they tell of it. */
function pickThrough(masked: string, mentions: readonly Mention[]): Picked | undefined {
  const [first, second, ...rest] = mentions.filter(({ link }) => link !== "inside");
  if (first === undefined || second === undefined || rest.length > 0) return undefined;
  const [mention, through] = tellsOf(masked, first) ? [second, first] : [first, second];
  if (tellsOf(masked, mention) || !tellsOf(masked, through)) return undefined;
  const between = masked.slice(first.end, second.start);
  const isOne = !TURN.test(between) && !NEXT_SENTENCE.test(between);
  return isOne && second.link === undefined ? { mention, through } : undefined;
}

/** A poll, and somebody's own estimate, tell of nobody else's words. */
function tellsOf(masked: string, { start, end }: Mention): boolean {
  const words = masked.slice(start, end);
  return (
    REPORTED_BY.test(words) && !/\b(?:poll|survey|census|to\s(?:his|her|their|its))\b/iu.test(words)
  );
}

/** For words between marks that name nobody: who is named in their sentence, or where they go on from. */
function pickBeside(
  text: string,
  paragraph: Paragraph,
  start: number,
  end: number,
): Picked | undefined {
  const { masked, mentions } = paragraph;
  const sentence = boundSentence(paragraph, start);
  const within = mentions.filter((mention) => isWithin(mention, sentence));
  const near = within.filter((mention) => isJoined(masked, mention, start, end));
  if (near.length === 0 && isTitle(paragraph.words.slice(start, end))) return undefined;
  if (within.length > 0) {
    return pickOne(
      near.length > 0 ? near : within.filter(({ end: to }) => !isTurned(masked, to, start)),
    );
  }
  if (!isAllQuoted(masked.slice(sentence.start, sentence.end))) return undefined;
  if (sentence.start > 0) {
    return pickBeside(text, paragraph, sentence.start - 1, sentence.start) ?? pickOne(mentions);
  }
  return mentions.length > 0 ? pickOne(mentions) : pickBefore(text, paragraph);
}

/** The speaker of a quotation that ends the paragraph before, or of words that lead to this one. */
function pickBefore(text: string, paragraph: Paragraph): Picked | undefined {
  const [before] = readBefore(text, paragraph, 1);
  if (before === undefined) return undefined;
  const length = before.masked.trimEnd().length;
  const last = before.masked.slice(boundSentence(before, length - 1).start);
  const isLed = runsOn(before.words) || last.includes(BLOT);
  const picked = isLed ? pickBeside(text, before, length - 1, length) : undefined;
  return picked && { paragraph: before, ...picked };
}

/** "She said so, while her deputy, Ivo Roe, had no words: “Later.”": another subject has come between. */
function isTurned(masked: string, from: number, to: number): boolean {
  const between = masked.slice(from, to);
  const turn = TURN.exec(between);
  return turn !== null && /:\s*$/u.test(between) && /\p{Lu}/u.test(between.slice(turn.index));
}

/** Every word but the small ones has a capital: the name of a work, which nobody says. “Nowhere.” is said. */
function isTitle(words: string): boolean {
  const long = words.match(/\p{L}{4,}/gu) ?? [];
  if (long.length === 1 && /[.!?]["”]?\s*$/u.test(words)) return false;
  return long.length > 0 && long.every((word) => /^\p{Lu}/u.test(word));
}

function isWithin(mention: Mention, { start, end }: Bounds): boolean {
  return mention.start >= start && mention.start < end;
}

/** Nothing but quotation between the span and the mention. */
function isJoined(masked: string, mention: Mention, start: number, end: number): boolean {
  const between =
    mention.start >= end ? masked.slice(end, mention.start) : masked.slice(mention.end, start);
  return between.replaceAll(BLOT, "").replaceAll(/[\s,.:;]/g, "") === "";
}

/** A quotation left open, or a colon at the end: what follows is the same speaker's. */
function runsOn(paragraph: string): boolean {
  const opened = paragraph.lastIndexOf("“");
  const isOpen = opened >= 0 && opened > paragraph.lastIndexOf("”");
  return isOpen || (paragraph.split('"').length - 1) % 2 === 1 || /:\s*$/.test(paragraph);
}

function isSame(one: Mention, other: Mention): boolean {
  if (one.pronoun !== undefined || other.pronoun !== undefined) return true;
  const [left, right] = [one.name ?? one.role ?? "", other.name ?? other.role ?? ""];
  return left === right || left.endsWith(` ${right}`) || right.endsWith(` ${left}`);
}

function readChain(
  text: string,
  paragraph: Paragraph,
  { mention, through }: Picked,
): readonly ChainedSource[] {
  const links = findChain(paragraph, mention);
  return [...(through === undefined ? [] : [through.named]), ...links].map((link) => {
    const [start, end] = [paragraph.start + link.start, paragraph.start + link.end];
    return { start, end, words: text.slice(start, end) };
  });
}

function nameSpeaker(
  text: string,
  paragraph: Paragraph,
  mention: Mention,
): NamedSpeaker | undefined {
  const place = {
    start: paragraph.start + mention.named.start,
    end: paragraph.start + mention.named.end,
  };
  const person = mention.pronoun === undefined ? mention : resolvePronoun(text, paragraph, mention);
  if (person === undefined) return undefined;
  if (person.name === undefined) return { ...place, ...(person.role && { role: person.role }) };
  if (isCommonWord(text, person.name)) return undefined;
  const { name, role } = expandName(text, person.name, person.role, place.start);
  return { ...place, name, ...(role !== undefined && { role }) };
}

/** "Members", at the head of a sentence: no name where it is small elsewhere, and never a capital within a sentence. */
function isCommonWord(text: string, name: string): boolean {
  if (!/^\p{Lu}\p{Ll}+$/u.test(name)) return false;
  const within = new RegExp(`(?:[${LOWER}],?|${UPPER_INITIAL})\\s${name}(?![${LETTER}])`);
  return !within.test(text) && findWords(text).some((word) => word.text === name.toLowerCase());
}

/** "Peter E. Gersten", "Maj. Gersten". */
const UPPER_INITIAL = `(?:^|\\s)[${UPPER}][${LOWER}]{0,4}\\.`;

// An article's text and a span of it → in which manner it is said, and by whom.

import type { Span } from "../../model/span.ts";
import type { Attribution, Speaker } from "../../model/speech.ts";
import { findWords } from "../../text/words.ts";
import { expandName } from "./expand-name.ts";
import { findSpeakers, type Mention } from "./find-speakers.ts";
import { BLOT, maskQuotations, measureQuoted } from "./mask-quotations.ts";
import { BODY } from "./speech-patterns.ts";

interface Paragraph extends Span {
  readonly masked: string;
  readonly mentions: readonly Mention[];
}

/** From this share of quoted letters on, the words are somebody's though nobody is named in them. */
const MOSTLY = 0.5;
/** Paragraphs read back for whom "he" or "she" stands. */
const READ_BACK = 2;

/**
 * The speaker is named only where one reading is left: two speakers in one sentence, or a pronoun
 * after a paragraph with two, leave it out. Reads the span's paragraph and two before it, and the
 * article for the fuller name.
 */
export function attributeQuote(text: string, span: Span): Attribution {
  const paragraph = readParagraph(text, span.start);
  const [start, end] = [span.start - paragraph.start, span.end - paragraph.start];
  const quoted = measureQuoted(paragraph.masked, start, end);
  const inside = paragraph.mentions.filter((mention) => mention.start < end && start < mention.end);
  const isSpoken = inside.length > 0 || quoted >= MOSTLY;
  if (!isSpoken) return { manner: "statement" };
  const manner = quoted > 0 ? "quotation" : "reported";
  const mention = inside.length > 0 ? pickOne(inside) : pickBeside(text, paragraph, start, end);
  const speaker = mention && nameSpeaker(text, mention.paragraph ?? paragraph, mention.mention);
  return speaker === undefined ? { manner } : { manner, speaker };
}

interface Picked {
  readonly mention: Mention;
  readonly paragraph?: Paragraph;
}

function readParagraph(text: string, at: number): Paragraph {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const next = text.indexOf("\n", at);
  const end = next < 0 ? text.length : next;
  const masked = maskQuotations(text.slice(start, end));
  return { start, end, masked, mentions: findSpeakers(masked) };
}

/** The paragraphs before, the nearest first; blank lines are none. */
function readBefore(text: string, paragraph: Paragraph): readonly Paragraph[] {
  const before: Paragraph[] = [];
  let at = paragraph.start - 1;
  while (before.length < READ_BACK && at > 0) {
    const earlier = readParagraph(text, at);
    if (earlier.masked.trim() !== "") before.push(earlier);
    at = earlier.start - 1;
  }
  return before;
}

function pickOne(mentions: readonly Mention[]): Picked | undefined {
  const [first, ...rest] = mentions;
  return first !== undefined && rest.every((other) => isSame(first, other))
    ? { mention: first }
    : undefined;
}

/** For words between marks that name nobody: the one speaker of the paragraph, or of an open quotation before. */
function pickBeside(
  text: string,
  paragraph: Paragraph,
  start: number,
  end: number,
): Picked | undefined {
  if (paragraph.mentions.length > 0) {
    const near = paragraph.mentions.filter((mention) =>
      isJoined(paragraph.masked, mention, start, end),
    );
    return pickOne(near.length > 0 ? near : paragraph.mentions);
  }
  const [before] = readBefore(text, paragraph);
  if (before === undefined || !runsOn(text.slice(before.start, before.end))) return undefined;
  const picked = pickOne(before.mentions);
  return picked && { ...picked, paragraph: before };
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
  return (opened >= 0 && opened > paragraph.lastIndexOf("”")) || /:\s*$/.test(paragraph);
}

function isSame(one: Mention, other: Mention): boolean {
  if (one.isPronoun || other.isPronoun) return true;
  const [left, right] = [one.name ?? one.role ?? "", other.name ?? other.role ?? ""];
  return left === right || left.endsWith(` ${right}`) || right.endsWith(` ${left}`);
}

function nameSpeaker(text: string, paragraph: Paragraph, mention: Mention): Speaker | undefined {
  const place = {
    start: paragraph.start + mention.named.start,
    end: paragraph.start + mention.named.end,
  };
  const person = mention.isPronoun ? findAntecedent(text, paragraph, mention) : mention;
  if (person === undefined) return undefined;
  if (person.name === undefined) return { ...place, ...(person.role && { role: person.role }) };
  if (isCommonWord(text, person.name)) return undefined;
  const { name, role } = expandName(text, person.name, person.role);
  return { ...place, name, ...(role !== undefined && { role }) };
}

/** The one person who speaks in the nearest paragraph that names a speaker, this one first. */
function findAntecedent(text: string, paragraph: Paragraph, pronoun: Mention): Mention | undefined {
  const here = paragraph.mentions.filter(({ start }) => start < pronoun.start);
  const choices = [here, ...readBefore(text, paragraph).map(({ mentions }) => mentions)];
  const nearest = choices.map((mentions) => mentions.filter(({ isPronoun }) => !isPronoun));
  const speakers = nearest.find((mentions) => mentions.length > 0) ?? [];
  const [first, ...rest] = speakers;
  if (first?.name === undefined || BODY.test(first.name)) return undefined;
  return rest.every((other) => isSame(first, other)) ? first : undefined;
}

/** "Members", at the head of a sentence: a word that the article also writes small is no name. */
function isCommonWord(text: string, name: string): boolean {
  return (
    /^\p{Lu}[\p{Ll}]+$/u.test(name) &&
    findWords(text).some((word) => word.text === name.toLowerCase())
  );
}

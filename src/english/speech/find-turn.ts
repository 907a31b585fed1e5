// A text and a place in it → the label that tells whose turn it is there, as interviews print it.
// "WEN: It is safe." → WEN, at its place

import { escapePattern, LETTER, UPPER } from "../../text/words.ts";
import { NO_NAME } from "./name-patterns.ts";
import { isName } from "./trim-name.ts";

/** Half-open, in UTF-16 units of the text. */
export interface Turn {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** The label stands in the place's own paragraph. */
  readonly isOwn: boolean;
}

/** Bold or not. */
const LABEL =
  /^(?:\*\*|__)?(?<name>\p{Lu}[^\n:“"*]{0,40}):(?:\*\*|__)?(?=(?<said>\s*[“"‘'])|\s|$)/gmu;
const PERSON = new RegExp(`^[${UPPER}][${LETTER}.’'-]*(?:\\s[${UPPER}][${LETTER}.’'-]*){0,2}$`);
/** A turn is several paragraphs long at most. */
const LONGEST = 4000;
const QUESTION = /\?/;
/** A quotation to the end of the line. */
const ALL_SAID = /[”"’'][.,\s]*$/;
/** Share of the labelled lines that are sentences: other labels have keywords behind them. */
const MOSTLY = 0.9;
const CLOSED = /[.?!…][”"’']?\s*$/;
const SENTENCE = /[^\n]{40}[.?!][”"]?\s*$/;

/**
 * The last label at or before the place. It is a speaker's where it comes at least twice in an interview
 * and the text names its bearer elsewhere too, or where quotation marks open behind it; one that another
 * follows holds for the paragraphs between.
 */
export function findTurn(text: string, at: number): Turn | undefined {
  const lineEnd = text.indexOf("\n", at);
  const labels = Array.from(text.matchAll(LABEL), ({ index, 0: whole, groups }) => ({
    start: index + whole.indexOf(groups?.["name"] ?? ""),
    name: groups?.["name"] ?? "",
    isSaid: groups?.["said"] !== undefined,
  }));
  const place = labels.findLastIndex(({ start }) => start < (lineEnd < 0 ? text.length : lineEnd));
  const label = labels[place];
  if (label === undefined || at - label.start > LONGEST) return undefined;
  const { start, name, isSaid } = label;
  if (!PERSON.test(name) || !isName(name) || NO_NAME.test(name)) return undefined;
  const before = text.slice(start, at);
  const isOwn = !before.trimEnd().includes("\n");
  // Behind the first quotation of a line somebody else's may stand.
  const isFirst = (before.match(/[“”"]/g) ?? []).length <= 1;
  const isTurn = isTurnOf(name, labels, text);
  if (!isTurn && !(isOwn && isSaid && isFirst && ALL_SAID.test(lineAt(text, label.start))))
    return undefined;
  return isOwn || labels[place + 1] !== undefined
    ? { start, end: start + name.length, name, isOwn }
    : undefined;
}

interface Label {
  readonly start: number;
  readonly name: string;
}

/** "NAME:" in an interview: in a transcript, or where questions are asked and the name stands elsewhere too. */
function isTurnOf(name: string, labels: readonly Label[], text: string): boolean {
  const own = labels.filter((other) => other.name === name);
  if (own.length < 2) return false;
  const isPerson = isNamed(text, name);
  const isFull = /\s/.test(name) || name === name.toUpperCase();
  if ((isPerson || isFull) && isTranscript(text, labels)) return true;
  return (
    isPerson &&
    own.some(({ start }) => SENTENCE.test(lineAt(text, start))) &&
    labels.some(({ start }) => QUESTION.test(lineAt(text, start)))
  );
}

/** Three labelled lines one behind the other, of two bearers at least: nobody else writes so. */
function isTranscript(text: string, labels: readonly Label[]): boolean {
  const turns = labels.filter(({ name }) => PERSON.test(name));
  const closed = turns.filter((turn) => CLOSED.test(lineAt(text, turn.start)));
  if (closed.length < MOSTLY * turns.length) return false;
  return turns.some((first, at) => {
    const [second, third] = [turns[at + 1], turns[at + 2]];
    if (second === undefined || third === undefined) return false;
    const between = text.slice(first.start, third.start).match(/\S[^\n]*/g) ?? [];
    const isClosed = [...between, lineAt(text, third.start)].every((turn) => CLOSED.test(turn));
    const names = [first, second, third].map(({ name }) => name);
    const repeats = turns.length > new Set(turns.map(({ name }) => name)).size;
    return between.length === 2 && isClosed && new Set(names).size > 1 && repeats;
  });
}

/** The line that begins there, and the next where the label stands alone. */
function lineAt(text: string, start: number): string {
  return /^[^\n]*:(?:\*\*|__)?\s*[^\n]*/.exec(text.slice(start, start + LONGEST))?.[0] ?? "";
}

/** Within a sentence, where a capital is a name: "Dr. Leana Wen" for "WEN". */
function isNamed(text: string, name: string): boolean {
  const last = name.split(/\s/).at(-1) ?? "";
  const bare = escapePattern(last);
  const small = bare.charAt(0) + bare.slice(1).toLowerCase();
  return new RegExp(`[${LETTER},]\\s(?:${bare}|${small})(?![${LETTER}:])`).test(text);
}

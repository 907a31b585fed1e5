// Marked words of a block → the quotation that they are: its speaker, its number, where it points, whether it is an aside.

import type { AsideReason, Quotation } from "../core/check.ts";
import { findSpeaker, isSpoken } from "../english/speech/find-speaker.ts";
import type { MarkedSpan } from "../text/pair-marks.ts";
import type { ProseBlock, ProsePointer } from "../text/prose.ts";
import { countWords } from "../text/words.ts";

const SMALL_WORD =
  /^(?:a|an|and|as|at|but|by|de|for|from|in|into|is|la|nor|of|on|or|over|the|to|with|vs?\.?)$/i;
const MARKER = /^\s*(?:\[(\d{1,9})\])/;
const CITATION = /^\s*\[([^[\]]{0,200}@[^[\]]{1,200})\]/;
const CITED_KEY = /@\{?([\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*)/gu;
const MOST_TITLE_WORDS = 9;
/** A sentence ends and another begins. */
const BETWEEN_SENTENCES = /[.!?]["”’»]?\s+\p{Lu}/u;
/** What is read, written or sung right before a title, or a word for such a work: no speech. */
const WORK_BEFORE =
  /\b(?:read|wrote|writ(?:e|es|ing|ten)|s[aiu]ngs?|published|(?:paper|book|novel|poem|play|essay|memoir|film|song|album|series|show|programme|column|article|study|report|pamphlet),?)\s+$/u;

/** Marked words of a block as a quotation: who says them, where they point, whether they are an aside. */
export function describeQuotation(
  block: ProseBlock,
  { start, end, from, to }: MarkedSpan,
  notes: ReadonlyMap<string, string>,
): Quotation {
  const words = placeWords(block, from, to);
  const { text } = words;
  const speaker = findSpeaker(block.text, start, end);
  const near = block.pointers.filter(
    (pointer) => !BETWEEN_SENTENCES.test(block.text.slice(Math.max(0, end - 2), pointer.start)),
  );
  const aside = readAside(block.text, { start, end, text });
  return {
    ...words,
    form: "marks",
    ...placeOf(block, start, end),
    ...(speaker !== undefined && { speaker }),
    pointers: listPointers(near, start, end, notes),
    ...readMarker(block, end),
    ...readCitation(block, end),
    ...(aside !== undefined && { aside }),
  };
}

/** The words in `[from, to)` of a block without the white space around them, each unit with its place. */
export function placeWords(
  { text, places }: ProseBlock,
  from: number,
  to: number,
): Required<Pick<Quotation, "text" | "places">> {
  const words = text.slice(from, to);
  const begin = from + (words.length - words.trimStart().length);
  const trimmed = words.trim();
  return { text: trimmed, places: places.slice(begin, begin + trimmed.length + 1) };
}

export function placeOf(
  { places }: ProseBlock,
  start: number,
  end: number,
): { start: number; end: number } {
  const last = places[end - 1] ?? 0;
  return {
    start: places[start] ?? 0,
    end: Math.max(last + 1, end >= places.length - 1 ? (places.at(-1) ?? 0) : 0),
  };
}

/** A number in brackets right behind the words, and the source that it links to. */
export function readMarker(block: ProseBlock, end: number): Pick<Quotation, "marker"> {
  const match = MARKER.exec(block.text.slice(end, end + 16));
  if (match === null) return {};
  const at = end + match[0].indexOf("[");
  const link = block.pointers.find((pointer) => pointer.start <= at + 1 && pointer.end > at);
  const source = /^#source-(\d{1,9})$/.exec(link?.target ?? "")?.[1];
  return {
    marker: { number: Number(match[1]), ...(source !== undefined && { source: Number(source) }) },
  };
}

/** A citation as Pandoc has it right behind the words: `[@key, line 4]`, `[see @key; @other]`. */
export function readCitation(block: ProseBlock, end: number): Pick<Quotation, "cited"> {
  const bracket = CITATION.exec(block.text.slice(end, end + 500))?.[1];
  if (bracket === undefined) return {};
  const keys = Array.from(bracket.matchAll(CITED_KEY), (match) => match[1] ?? "");
  const line = /\bline (\d{1,9})\b/.exec(bracket)?.[1];
  return { cited: { keys, ...(line !== undefined && { line: Number(line) }) } };
}

/** Links around the words or right behind them in their sentence, and the notes there. */
export function listPointers(
  pointers: readonly ProsePointer[],
  start: number,
  end: number,
  notes: ReadonlyMap<string, string>,
): readonly string[] {
  return pointers
    .filter((pointer) =>
      pointer.start >= start - 1 ? pointer.start <= end + 60 : pointer.end >= start,
    )
    .map(({ target }) =>
      target.startsWith("^") ? (notes.get(target.slice(1)) ?? target) : target,
    );
}

interface MarkedWords {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function readAside(context: string, { start, end, text }: MarkedWords): AsideReason | undefined {
  if (!/[\p{L}\p{N}]/u.test(text)) return "no-words";
  const spoken = isSpoken(context, start, end);
  const work = WORK_BEFORE.test(context.slice(Math.max(0, start - 20), start));
  if ((!spoken || work) && isTitle(text)) return "title";
  if (countWords(text) > 2) return undefined;
  return spoken && /[.,!?…]$/.test(text) ? undefined : "few-words";
}

/** Every word but the small ones has a capital, and no sentence ends in it. */
function isTitle(text: string): boolean {
  const words = text.replace(/[,.;:]$/, "").split(/\s+/);
  if (words.length < 2 || words.length > MOST_TITLE_WORDS || /[.;]$/.test(text)) return false;
  return words.every((word, index) => {
    const plain = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
    return /^[\p{Lu}\p{N}]/u.test(plain) || plain === "" || (index > 0 && SMALL_WORD.test(plain));
  });
}

// A document's prose → the quotations in it, who is said to have said them, and where they point.

import type { AsideReason, Quotation } from "../../model/check.ts";
import type { ProseBlock, ProseDocument, ProsePointer } from "../../text/prose.ts";
import { findSpeaker, isSpoken } from "../../text/speech.ts";
import { countWords } from "../../text/words.ts";
import { type MarkedSpan, pairMarks } from "./pair-marks.ts";

const SMALL_WORD =
  /^(?:a|an|and|as|at|but|by|de|for|from|in|into|is|la|nor|of|on|or|over|the|to|with|vs?\.?)$/i;
const MARKER = /^\s*(?:\[(\d{1,9})\])/;
const SIGNATURE = /\n\s*(?:[—–―]|--)\s*(?<name>[^\n]{2,120})\s*$/;
const MOST_TITLE_WORDS = 9;

/**
 * Quotations in the order of the document. A block quotation is one whole, unless it holds nothing
 * but words in marks; of nested marks only the outermost count. Titles of works and single words
 * are there too, with `aside` set.
 */
export function collectQuotations({ blocks, notes }: ProseDocument): readonly Quotation[] {
  return blocks.flatMap((block, index) => {
    if (block.kind === "heading") return readMarks(block, notes).map(asTitle);
    if (block.kind !== "quotation") return readMarks(block, notes, carrySpeaker(blocks, index));
    return readQuotationBlock(block, notes, introduce(blocks, index));
  });
}

/** The speaker of a quotation that the paragraph before leaves open and this one goes on with. */
function carrySpeaker(blocks: readonly ProseBlock[], index: number): string | undefined {
  const before = blocks[index - 1];
  if (before === undefined || !/^\s*[“"«]/.test(blocks[index]?.text ?? "")) return undefined;
  const open = pairMarks(before.text).at(-1);
  if (open?.open !== true) return undefined;
  return findSpeaker(before.text, open.start, open.end);
}

/** Who a block quotation is said to be from: the signature below it, or the line above that ends in a colon. */
function introduce(blocks: readonly ProseBlock[], index: number): string | undefined {
  let next = index + 1;
  while (blocks[next]?.kind === "quotation" && !isSignature(blocks[next])) next += 1;
  const below = blocks[next];
  if (below !== undefined && isSignature(below)) return findSpeaker(below.text, 0, 0);
  let first = index - 1;
  while (blocks[first]?.kind === "quotation" && !isSignature(blocks[first])) first -= 1;
  const above = blocks[first];
  if (above === undefined || above.kind === "quotation" || !/[:,]\s*$/.test(above.text))
    return undefined;
  return findSpeaker(above.text, above.text.length, above.text.length);
}

function isSignature(block: ProseBlock | undefined): boolean {
  return (
    block !== undefined && block.text.length < 160 && /^\s*(?:[—–―]|--)\s*\p{Lu}/u.test(block.text)
  );
}

/** What a heading quotes is checked, but a few words there are a label. */
function asTitle(quotation: Quotation): Quotation {
  return countWords(quotation.text) < 4 ? { ...quotation, aside: "title" } : quotation;
}

function readMarks(
  block: ProseBlock,
  notes: ReadonlyMap<string, string>,
  carried?: string,
): readonly Quotation[] {
  const found = pairMarks(block.text).map((span) => describe(block, span, notes));
  const [first, ...rest] = found;
  if (first === undefined || first.speaker !== undefined || carried === undefined) {
    return joinBroken(found, block);
  }
  return joinBroken([{ ...first, speaker: carried }, ...rest], block);
}

/** “We will,” he said, “not go.”: the parts of one sentence share the speaker. */
function joinBroken(quotations: readonly Quotation[], block: ProseBlock): readonly Quotation[] {
  return quotations.map((quotation, index) => {
    const before = quotations[index - 1];
    if (before === undefined || quotation.speaker !== undefined) return quotation;
    const between = blockSlice(block, before.end, quotation.start);
    const broken =
      between.length < 80 && !/[.!?]\s+\p{Lu}/u.test(between) && isSpoken(between, 0, 0);
    if (!broken || before.speaker === undefined) return quotation;
    return { ...quotation, speaker: before.speaker };
  });
}

function blockSlice({ text, places }: ProseBlock, start: number, end: number): string {
  const from = places.findIndex((place) => place >= start);
  const to = places.findIndex((place) => place >= end);
  return text.slice(Math.max(0, from), to === -1 ? text.length : to);
}

function describe(
  block: ProseBlock,
  { start, end, from, to }: MarkedSpan,
  notes: ReadonlyMap<string, string>,
): Quotation {
  const text = trimWords(block.text.slice(from, to));
  const speaker = findSpeaker(block.text, start, end);
  const aside = readAside(block.text, { start, end, text });
  return {
    text,
    form: "marks",
    ...placeOf(block, start, end),
    ...(speaker !== undefined && { speaker }),
    pointers: listPointers(block.pointers, start, end, notes),
    ...readMarker(block, end),
    ...(aside !== undefined && { aside }),
  };
}

function trimWords(text: string): string {
  return text.replace(/^\s+|\s+$/g, "");
}

function placeOf(
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
function readMarker(block: ProseBlock, end: number): Pick<Quotation, "marker"> {
  const match = MARKER.exec(block.text.slice(end, end + 16));
  if (match === null) return {};
  const at = end + match[0].indexOf("[");
  const link = block.pointers.find((pointer) => pointer.start <= at + 1 && pointer.end > at);
  const source = /^#source-(\d{1,9})$/.exec(link?.target ?? "")?.[1];
  return {
    marker: { number: Number(match[1]), ...(source !== undefined && { source: Number(source) }) },
  };
}

/** Links around the words or right behind them in their sentence, and the notes there. */
function listPointers(
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
  if (!spoken && isTitle(text)) return "title";
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

function readQuotationBlock(
  block: ProseBlock,
  notes: ReadonlyMap<string, string>,
  introduced: string | undefined,
): readonly Quotation[] {
  if (isSignature(block)) return [];
  if (holdsOnlyMarks(block)) return readMarks(block, notes, introduced);
  const signature = SIGNATURE.exec(block.text);
  const end = signature?.index ?? block.text.length;
  const lead = /^\s*/.exec(block.text)?.[0].length ?? 0;
  const text = trimWords(block.text.slice(0, end)).replace(/\s*\[\d{1,9}\]$/, "");
  if (text === "") return [];
  const speaker = signature === null ? introduced : findSpeaker(block.text, 0, end);
  const marker = readMarker(block, lead + text.length);
  return [
    {
      text,
      form: "block",
      ...placeOf(block, lead, Math.max(lead + 1, lead + text.length)),
      ...(speaker !== undefined && { speaker }),
      pointers: listPointers(block.pointers, lead, block.text.length, notes),
      ...marker,
      ...(!/[\p{L}\p{N}]/u.test(text) && { aside: "no-words" as const }),
    },
  ];
}

/** Words in marks from the start, and little behind them: a marker, a signature, "he said". */
function holdsOnlyMarks(block: ProseBlock): boolean {
  const spans = pairMarks(block.text);
  const first = spans[0];
  if (first === undefined || block.text.slice(0, first.start).trim() !== "") return false;
  let rest = block.text;
  for (const { start, end } of [...spans].reverse()) rest = rest.slice(0, start) + rest.slice(end);
  return countWords(rest.replace(/\[\d+\]/g, "")) <= 8;
}

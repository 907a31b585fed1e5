// A document's prose → the quotations in it, who is said to have said them, and where they point.

import type { Quotation } from "../core/check.ts";
import { findSpeaker, isSpoken } from "../english/speech/find-speaker.ts";
import { foldWords } from "../text/fold-typography.ts";
import { type MarkedSpan, pairMarks } from "../text/pair-marks.ts";
import type { ProseBlock, ProseDocument } from "../text/prose.ts";
import { countWords } from "../text/words.ts";
import {
  describeQuotation,
  listPointers,
  placeOf,
  placeWords,
  readCitation,
  readMarker,
} from "./describe-quotation.ts";

const SIGNATURE = /\n\s*(?:[—–―]|--)\s*(?<name>[^\n]{2,120})\s*$/;

/**
 * Quotations in the order of the document. A block quotation is one whole, unless it holds nothing
 * but words in marks; of nested marks only the outermost count. Titles of works and single words
 * are there too, with `aside` set.
 * @param proved quoted words of the document's own proofs: a block of them is one quotation, whatever
 *   marks they hold or leave open.
 */
export function collectQuotations(
  { blocks, notes }: ProseDocument,
  proved: readonly string[] = [],
): readonly Quotation[] {
  const known = new Set(proved.map(foldWords));
  return blocks.flatMap((block, index) => {
    if (block.kind === "heading") return readMarks(block, notes).map(asTitle);
    if (block.kind === "note") return readMarks(block, notes).map((one) => asCited(one, block));
    if (block.kind !== "quotation") {
      const cell = holdsProved(block, known)
        ? readEnclosed(block, notes, undefined, known)
        : undefined;
      return cell ?? readMarks(block, notes, carrySpeaker(blocks, index));
    }
    const introduced = introduce(blocks, index);
    return (
      readEnclosed(block, notes, introduced, known) ?? readQuotationBlock(block, notes, introduced)
    );
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

/** A note that gives a year, a page or an address names a work: what it has in marks and nobody says is its title. */
function asCited(quotation: Quotation, { text, pointers }: ProseBlock): Quotation {
  const isReference = /\d|https?:/u.test(text) || pointers.length > 0;
  const isSaid = quotation.speaker !== undefined || /[.!?…]["”’]?$/u.test(quotation.text);
  return isReference && !isSaid ? { aside: "title", ...quotation } : quotation;
}

function readMarks(
  block: ProseBlock,
  notes: ReadonlyMap<string, string>,
  carried?: string,
): readonly Quotation[] {
  const found = pairMarks(block.text).map((span) => describeQuotation(block, span, notes));
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

/**
 * A block as exports have it: the outer marks belong together although marks inside have no
 * partner. It is one when it is proved, when its number links to a source, or when its first mark
 * would have no partner else.
 */
function readEnclosed(
  block: ProseBlock,
  notes: ReadonlyMap<string, string>,
  introduced: string | undefined,
  known: ReadonlySet<string>,
): readonly Quotation[] | undefined {
  const span = spanEnclosed(block.text);
  if (span === undefined) return undefined;
  const words = block.text.slice(span.from, span.to);
  const quotation = describeQuotation(block, span, notes);
  const linked = quotation.marker?.source !== undefined;
  if (!linked && !known.has(foldWords(words)) && pairMarks(block.text)[0]?.open !== true) {
    return undefined;
  }
  const { aside: _aside, speaker = introduced, ...rest } = quotation;
  return [{ ...rest, ...(speaker !== undefined && { speaker }) }];
}

/** A cell of an export's table: proved words in one pair of marks, and nothing else. */
function holdsProved({ text }: ProseBlock, known: ReadonlySet<string>): boolean {
  const span = spanEnclosed(text);
  return span !== undefined && known.has(foldWords(text.slice(span.from, span.to)));
}

/** One pair of marks around a whole block, apart from the number or the citation behind it. */
function spanEnclosed(text: string): MarkedSpan | undefined {
  const marked = text
    .trimEnd()
    .replace(/\[(?:\d{1,9}|@[^[\]]{1,200})\]$/, "")
    .trimEnd();
  const start = marked.length - marked.trimStart().length;
  const [from, to] = [start + 1, marked.length - 1];
  const enclosed = /^[“"„«]/.test(marked.charAt(start)) && /[”"“»]$/.test(marked);
  if (!enclosed || from >= to || !/[\p{L}\p{N}]/u.test(marked.slice(from, to))) return undefined;
  return { start, end: to + 1, from, to, mark: marked.charAt(start), open: false };
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
  const unnumbered = block.text
    .slice(0, end)
    .trimEnd()
    .replace(/\[\d{1,9}\]$/, "");
  const words = placeWords(block, 0, unnumbered.length);
  const { text } = words;
  if (text === "") return [];
  const speaker = signature === null ? introduced : findSpeaker(block.text, 0, end);
  const marker = readMarker(block, lead + text.length);
  return [
    {
      ...words,
      form: "block",
      ...placeOf(block, lead, Math.max(lead + 1, lead + text.length)),
      ...(speaker !== undefined && { speaker }),
      pointers: listPointers(block.pointers, lead, block.text.length, notes),
      ...marker,
      ...readCitation(block, lead + text.length),
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

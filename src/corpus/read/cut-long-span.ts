// A span longer than a passage may be → pieces that tile it, cut where no character is torn.

import type { Span } from "../../core/span.ts";
import { countWords } from "../../text/words.ts";

export interface LengthLimit {
  readonly words: number;
  /** UTF-16 code units. */
  readonly units: number;
}

const WHITE = /\s/;
/** What belongs to the character before it: marks, joiners, variation and skin-tone selectors, tags. */
const EXTENDS =
  /\p{M}|\u200d|[\ufe00-\ufe0f]|[\u{1f3fb}-\u{1f3ff}]|[\u{e0020}-\u{e007f}]|[\u1160-\u11ff]/u;
const REGIONAL = /[\u{1f1e6}-\u{1f1ff}]/u;

/** Pieces without white space at their ends. Linear time. */
export function cutLongSpan(text: string, span: Span, limit: LengthLimit): Span[] {
  const pieces: Span[] = [];
  let start = span.start;
  while (start < span.end) {
    const most = furthestEnd(text, start, span.end, limit);
    const cut = most === span.end ? most : chooseCut(text, start, most, span.end);
    pushPiece(pieces, text, start, cut);
    start = cut;
  }
  return pieces;
}

/** A space that carries a mark is a character of its own, not white space to be trimmed. */
function pushPiece(pieces: Span[], text: string, start: number, end: number): void {
  let from = start;
  while (from < end && WHITE.test(text.charAt(from)) && isBoundary(text, from + 1)) from += 1;
  const to = from + text.slice(from, end).trimEnd().length;
  if (to > from) pieces.push({ start: from, end: to });
}

/** The furthest end within the limit; `units` bounds what is looked at. */
function furthestEnd(text: string, start: number, end: number, limit: LengthLimit): number {
  const reach = Math.min(end, start + limit.units);
  const piece = text.slice(start, reach);
  if (countWords(piece) <= limit.words) return reach;
  let words = 0;
  for (const match of piece.matchAll(/\S+/g)) {
    words += 1;
    if (words === limit.words) return start + match.index + match[0].length;
  }
  return reach;
}

/** After the last comma-like mark in the second half, else the last space, else any safe place. */
function chooseCut(text: string, start: number, most: number, end: number): number {
  const half = start + Math.floor((most - start) / 2);
  const space = findSpace(text, half, most);
  if (space !== undefined) return space;
  for (let at = most; at > start; at -= 1) if (isBoundary(text, at)) return at;
  let at = most;
  while (at < end && !isBoundary(text, at)) at += 1;
  return at;
}

function findSpace(text: string, from: number, to: number): number | undefined {
  let last: number | undefined;
  for (let at = to; at > from; at -= 1) {
    if (!WHITE.test(text.charAt(at)) || !isBoundary(text, at + 1)) continue;
    if (/[;:,–—]["'”’)]{0,2}$/u.test(text.slice(at - 3, at))) return at;
    last ??= at;
  }
  return last;
}

/** Whether a cut at `at` tears no surrogate pair and no sequence that a reader sees as one character. */
function isBoundary(text: string, at: number): boolean {
  const before = codePointBefore(text, at);
  const after = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  if (
    /^[\udc00-\udfff]/.test(text.charAt(at)) &&
    before.length === 1 &&
    /[\ud800-\udbff]/.test(before)
  ) {
    return false;
  }
  if (EXTENDS.test(after) || before === "\u200d") return false;
  return !(REGIONAL.test(before) && REGIONAL.test(after)) && !(before === "\r" && after === "\n");
}

function codePointBefore(text: string, at: number): string {
  const pair = text.slice(Math.max(0, at - 2), at);
  return (pair.codePointAt(0) ?? 0) > 0xffff ? pair : pair.slice(-1);
}

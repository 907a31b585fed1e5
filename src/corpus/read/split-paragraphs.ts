// Text → its lines, and its paragraphs as spans: what blank lines and line breaks mean; and parts at line ends where lines are too many.

import type { Span } from "../../core/span.ts";

const NARROWEST_WRAP = 40;
const TERMINATED = /[.!?…]["'”’»)\]*_]*\s*$/u;

/** The lines of a span without their line breaks (LF, CRLF or CR) that hold more than white space. */
export function splitLines(text: string, span: Span): Span[] {
  const lines = text.slice(span.start, span.end).matchAll(/[^\r\n]+/g);
  return Array.from(lines).flatMap(({ index, 0: line }) => {
    const start = span.start + index;
    return line.trim() === "" ? [] : [{ start, end: start + line.length }];
  });
}

/**
 * Lines that follow each other without a blank one → the paragraphs that they make, trimmed. In
 * Markdown a single line break is a space. In plain text it ends a paragraph, unless the lines were
 * wrapped: every line is as full as the widest one allows, or the next one goes on in lower case to a
 * full stop.
 */
export function joinLines(text: string, run: readonly Span[], markdown: boolean): Span[] {
  const lines = run.map((line) => trimSpan(text, line));
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return [];
  const whole = { start: first.start, end: last.end };
  return markdown ||
    lines.length === 1 ||
    isWrapped(lines.map(({ start, end }) => text.slice(start, end)))
    ? [whole]
    : lines;
}

/** A span without the white space at its ends. */
export function trimSpan(text: string, span: Span): Span {
  const piece = text.slice(span.start, span.end);
  const start = span.start + piece.length - piece.trimStart().length;
  return { start, end: Math.max(start, span.start + piece.trimEnd().length) };
}

/** Captions, credits and labels set line by line end without a full stop; prose does not. */
function isWrapped(lines: readonly string[]): boolean {
  if (!TERMINATED.test(lines.at(-1) ?? "")) return false;
  const widest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const pairs = lines.slice(1).map((next, at) => ({ line: lines[at] ?? "", next }));
  if (pairs.every(({ next }) => /^\p{Ll}/u.test(next))) return true;
  if (lines.every((line) => TERMINATED.test(line))) return false;
  if (widest < NARROWEST_WRAP || widest > 3 * NARROWEST_WRAP) return false;
  return pairs.every(
    ({ line, next }) => line.length + 1 + (/^\S+/.exec(next)?.[0] ?? "").length >= widest,
  );
}

/** Beyond this a text is no article, and each line of it would cost more than its words. */
const MOST_LINES = 30_000;
const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/g;
/** Whole lines, together about as long as a passage; a longer line stays whole. */
const STRETCH = /[\s\S]{1000}[^\n\r\u0085\u2028\u2029]*|[\s\S]+/g;

/** Whether `[from, text.length)` has too many lines to be laid out one by one. */
export function isCrowded(text: string, from: number): boolean {
  if (text.length - from <= MOST_LINES) return false;
  return (text.slice(from).match(LINE_END)?.length ?? 0) > MOST_LINES;
}

export function cutCrowdedText(text: string, from: number): readonly Span[] {
  return Array.from(text.slice(from).matchAll(STRETCH), ({ index, 0: stretch }) => ({
    start: from + index,
    end: from + index + stretch.length,
  }));
}

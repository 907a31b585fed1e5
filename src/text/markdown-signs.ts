// Signs that stand in Markdown for others: references, chevrons, raised numbers.
// "&eacute;" → "é"; the number in "word<sup>2</sup>" → a note's

import { decodeHTML } from "entities/decode";
import type { Token } from "marked";

/** Stand for `<<` and `>>` while the text is read. */
export const ABOVE = "\ue010";
export const BELOW = "\ue011";

/** A control character (C1) stays one: HTML would read it as a Windows character. */
export function decodeReference(reference: string): string {
  const [, hex, decimal] = /^&#(?:[xX]([\da-fA-F]+)|(\d+));$/.exec(reference) ?? [];
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code >= 0x80 && code <= 0x9f ? String.fromCharCode(code) : decodeHTML(reference);
}

/** A line as it stands in the document. */
export function showChevrons(line: string): string {
  return line.replaceAll(ABOVE, "<").replaceAll(BELOW, ">");
}

/** The number of a note between `<sup>` and `</sup>`, behind a word. */
export function isRaisedNumber(tokens: readonly Token[], place: number): boolean {
  const [word, open, number] = tokens.slice(Math.max(0, place - 2), place + 1);
  return (
    /^<sup\b/i.test(open?.raw ?? "") &&
    /^\[?\d{1,3}\]?$/.test(number?.raw ?? "") &&
    /[\p{L}.,;:!?”"’]$/u.test(word?.raw ?? "")
  );
}

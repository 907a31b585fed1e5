// Text of unknown origin → the same text with everything that could act on a terminal made visible.

import { replaceInvisible } from "../text/invisible.ts";

/**
 * Shows control characters (C0 as their pictures, `␛`; others as `\u{9b}`) and all else that
 * {@link replaceInvisible} names. Line ends and tabs count as control characters: reflow them first
 * where they are only layout.
 */
export function sanitizeTerminal(text: string): string {
  return replaceInvisible(text, showCode);
}

/** {@link sanitizeTerminal} for prose: runs of white space become one space; NBSP stays. */
export function reflowForTerminal(text: string): string {
  return sanitizeTerminal(text.replace(/[ \t\n\v\f\r\u2028\u2029]+/g, " "));
}

function showCode(code: number): string {
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "␡" : `\\u{${code.toString(16)}}`;
}

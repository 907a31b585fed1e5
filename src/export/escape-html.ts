// Any text → HTML that is read as exactly that text and as nothing else.

import { replaceInvisible } from "../text/invisible.ts";

const MARKS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Escapes an article's words for HTML. What a program reads of the page is the text, code unit by
 * code unit: white space that HTML would change is written as character references. Invisible and
 * acting characters are there too, each in an element that shows its name and ends its effect. The
 * one exception is NUL, which HTML cannot hold.
 */
export function escapeHtml(text: string): string {
  const marked = escapeMarks(text)
    .replace(/(?<= ) /g, "&#32;")
    .replace(/\u00a0/g, "&nbsp;");
  const shown = replaceInvisible(marked, show);
  return shown.replace(/(?:(?:&#13;)?&#10;){2,}/g, '<span class="break">$&</span>');
}

/** {@link escapeHtml} for an attribute or a title: invisible characters become spaces. */
export function escapeAttribute(text: string): string {
  return escapeMarks(replaceInvisible(text, () => " "))
    .replace(/\s+/g, " ")
    .trim();
}

function escapeMarks(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => MARKS[mark] ?? mark);
}

function show(code: number): string {
  if (code === 0x0a || code === 0x0d || code === 0x09) return `&#${code};`;
  const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  // HTML reads a reference to a C1 control as a character of Windows-1252, and none to NUL.
  const raw = code >= 0x80 && code <= 0x9f ? String.fromCharCode(code) : `&#${code || 0xfffd};`;
  return `<span class="unseen" data-name="${name}">${raw}</span>`;
}

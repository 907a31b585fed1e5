// Any text → HTML or Markdown that renders as exactly that text and as nothing else.

import { nameCode, replaceInvisible } from "../text/invisible.ts";

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
  const name = nameCode(code);
  // HTML reads a reference to a C1 control as a character of Windows-1252, and none to NUL.
  const raw = code >= 0x80 && code <= 0x9f ? String.fromCharCode(code) : `&#${code || 0xfffd};`;
  return `<span class="unseen" data-name="${name}">${raw}</span>`;
}

/**
 * Escapes a text for use inside a line of GitHub-flavoured Markdown. What a reader of the rendered
 * document gets is the text, code unit by code unit: marks that could start anything are
 * backslashed, and white space that a renderer or formatter would change (line ends, tabs, NBSP, the
 * second of two spaces) and invisible characters are written as character references, which Prettier
 * and Pandoc leave alone. So are accents that stand beside their letter, which Pandoc would put
 * together; straight quotation marks and runs of hyphens and dots, which it would make typographic,
 * are backslashed. No link, image, HTML, table, formula, emoji, attribute or autolink can come of it.
 * The one exception is NUL, which HTML cannot hold.
 */
export function escapeMarkdown(text: string): string {
  const marked = text
    .replace(/[\\`*_[\]<>&~|$^@#{}"']/g, "\\$&")
    .replace(/:(?=\/\/|[a-z_+-]\w*:)/g, "\\:")
    .replace(/(?<=www)\.|\.(?=\.)|-(?=-)/gi, "\\$&")
    .replace(/(?<= ) /g, "&#32;")
    .replace(/\u00a0/g, "&nbsp;")
    .replace(/[^\P{Zs} \u3000]/gu, (space) => refer(space.charCodeAt(0)));
  const kept = marked.replace(CLUSTER, (cluster) =>
    cluster.normalize("NFC") === cluster ? cluster : cluster.replace(BEYOND_ASCII, referCharacter),
  );
  return replaceInvisible(kept, refer);
}

/** {@link escapeMarkdown} for text that starts a line: no list, heading or fence can come of it. */
export function escapeMarkdownLine(text: string): string {
  return escapeMarkdown(text)
    .replace(/^ /, "&#32;")
    .replace(/^[-+=:%]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

/** A letter with its accents, or one that is no ASCII. */
export const CLUSTER: RegExp = /\P{M}\p{M}+|[^\p{ASCII}]/gu;
export const BEYOND_ASCII: RegExp = /[^\p{ASCII}]/gu;

function referCharacter(character: string): string {
  return refer(character.codePointAt(0) ?? 0);
}

/** A web address, already percent-encoded → the target of a Markdown link. */
export function escapeAddress(url: string): string {
  return url.replace(/[&*_]|~(?=~)/g, "\\$&");
}

function refer(code: number): string {
  return code < 0x20 ? `&#${code};` : `&#x${code.toString(16)};`;
}

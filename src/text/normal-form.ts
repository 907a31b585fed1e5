// A text of any markup → the same as a reader gets it, in one typography, each unit with its place.
// "The [mayor](https://x.example) met the coun-\ncil" → "The mayor met the council"

import { type FoldedText, foldTypography } from "./fold-typography.ts";
import { readMarkdownProse } from "./markdown.ts";

/** What is not seen, or is seen in another form: links, tags, references, code, quoted lines, note marks. */
const MARKUP = /\]\(|\]\[|\[\[|==|`|&(?:#\w+|\w{2,31});|<[a-z/!]|\[\^|^ {0,3}>|\\$/im;
/** A word that goes on in the next line. */
const BROKEN_WORD = /(?<=\p{Ll})[-\u2010][ \t]*\r?\n[ \t]*(?=\p{Ll})/gu;
/** A mark that opens a paragraph behind another one. */
const REOPENED = /(?<=\n[ \t]*\r?\n[ \t]*)[“"„«](?=\S)/gu;

/** The text as it is rendered as Markdown; `undefined` where nothing in it is markup. */
export function renderText(text: string): FoldedText | undefined {
  if (!MARKUP.test(text)) return undefined;
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const block of readMarkdownProse(text).blocks) {
    const shown = block.kind === "quotation" ? `${block.text}\n` : `${block.text}\n\n`;
    for (let at = 0; at < shown.length; at += 1) {
      const start = block.places[at] ?? block.places.at(-1) ?? 0;
      const unit = shown.charAt(at);
      const isCopied = text.charAt(start) === unit || at >= block.text.length;
      units.push(unit);
      starts.push(start);
      ends.push(isCopied ? start + 1 : Math.max(start + 1, block.places[at + 1] ?? 0));
    }
  }
  return { text: units.join(""), starts, ends };
}

/**
 * The text in one typography, rendered, with words that a line end breaks made whole and without the
 * marks that reopen a quotation in its next paragraph. `undefined` where that is what
 * {@link foldTypography} gives.
 */
export function normalizeText(text: string): FoldedText | undefined {
  const rendered = renderText(text);
  const shown = rendered?.text ?? text;
  const dropped = [...shown.matchAll(BROKEN_WORD), ...listReopened(shown)];
  if (rendered === undefined && dropped.length === 0) return undefined;
  const gone = new Set(
    dropped.flatMap(({ 0: part, index }) => part.split("").map((_, at) => index + at)),
  );
  const kept = shown.split("").flatMap((_, at) => (gone.has(at) ? [] : [at]));
  const folded = foldTypography(kept.map((at) => shown.charAt(at)).join(""));
  const startOf = (at = 0): number => (rendered === undefined ? at : (rendered.starts[at] ?? 0));
  const endOf = (at = 0): number => (rendered === undefined ? at + 1 : (rendered.ends[at] ?? 0));
  return {
    text: folded.text,
    starts: folded.starts.map((at) => startOf(kept[at])),
    ends: folded.ends.map((at) => endOf(kept[at - 1])),
  };
}

/** The words of a quotation in the form of {@link normalizeText}: they are rendered already. */
export function joinWords(words: string): string {
  return words.replace(BROKEN_WORD, "");
}

/** Marks at the head of a paragraph before which a quotation is still open. */
function listReopened(text: string): readonly RegExpExecArray[] {
  return [...text.matchAll(REOPENED)].filter(({ index, 0: mark }) => {
    const before = text.slice(0, index).trimEnd();
    const paragraph = before.slice(before.lastIndexOf("\n") + 1);
    if (mark === '"') return (paragraph.split('"').length - 1) % 2 === 1;
    const closing = mark === "«" ? "»" : "”";
    return paragraph.lastIndexOf(mark) > paragraph.lastIndexOf(closing);
  });
}

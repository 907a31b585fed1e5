// A text of any markup → the same as a reader gets it, in one typography, each unit with its place.
// "The [mayor](https://x.example) met the coun-\ncil" → "The mayor met the council"

import { type FoldedText, foldTypography } from "./fold-typography.ts";
import { readMarkdownProse } from "./markdown.ts";

/** A text with the place of each of its units in another one, `[starts[i], ends[i])`; both rise. */
type PlacedText = FoldedText;

/** What is not seen, or is seen in another form: links, tags, references, code, quoted lines, note marks. */
const MARKUP = /\]\(|\]\[|\[\[|==|`|&(?:#\w+|\w{2,31});|<[a-z/!]|\[\^|^ {0,3}>|\\$/im;
/** A word that goes on in the next line. */
const BROKEN_WORD = /(?<=\p{Ll})[-\u2010][ \t]*\r?\n[ \t]*(?=\p{Ll})/gu;
/** A mark that opens a paragraph behind another one. */
const REOPENED = /(?<=\n[ \t]*\r?\n[ \t]*)[“"„«](?=\S)/gu;

/** The text as it is rendered as Markdown; `undefined` where nothing in it is markup. */
export function renderText(text: string): PlacedText | undefined {
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
  const shown = rendered ?? { text, starts: [], ends: [] };
  const dropped = [...shown.text.matchAll(BROKEN_WORD), ...listReopened(shown.text)];
  if (rendered === undefined && dropped.length === 0) return undefined;
  const placed = rendered ?? placeEach(text);
  return compose(
    foldTypography,
    dropParts(
      placed,
      dropped.map(({ 0: part, index }) => ({ start: index, end: index + part.length })),
    ),
  );
}

/** The words of a quotation in the form of {@link normalizeText}: they are rendered already. */
export function joinWords(words: string): string {
  return words.replace(BROKEN_WORD, "");
}

function placeEach(text: string): PlacedText {
  const starts = Array.from({ length: text.length }, (_, at) => at);
  return { text, starts, ends: starts.map((at) => at + 1) };
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

function dropParts(
  { text, starts, ends }: PlacedText,
  parts: readonly { readonly start: number; readonly end: number }[],
): PlacedText {
  const bounds = [
    0,
    ...parts
      .toSorted((one, other) => one.start - other.start)
      .flatMap(({ start, end }) => [start, end]),
    text.length,
  ];
  const kept = Array.from({ length: bounds.length / 2 }, (_, at) => [
    bounds[2 * at],
    bounds[2 * at + 1],
  ]);
  return {
    text: kept.map(([from, to]) => text.slice(from, to)).join(""),
    starts: kept.flatMap(([from, to]) => starts.slice(from, to)),
    ends: kept.flatMap(([from, to]) => ends.slice(from, to)),
  };
}

/** What `fold` makes of a placed text, with the places of the text that this one came from. */
function compose(fold: (text: string) => FoldedText, placed: PlacedText): FoldedText {
  const folded = fold(placed.text);
  return {
    text: folded.text,
    starts: folded.starts.map((at) => placed.starts[at] ?? 0),
    ends: folded.ends.map((at) => placed.ends[at - 1] ?? 0),
  };
}

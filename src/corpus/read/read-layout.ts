// Text → its parts in order: headings, paragraphs, list items, quotations and bare markup.

import type { Block, ExtractedBlock } from "../../core/article.ts";
import type { Span } from "../../core/span.ts";
import { listHidden } from "../../text/html-prose.ts";
import {
  isMarkdown,
  type MarkdownBlock,
  MarkdownBlocks,
  unifyLineEnds,
} from "../../text/markdown-blocks.ts";
import { cutCrowdedText, isCrowded, joinLines, splitLines, trimSpan } from "./split-paragraphs.ts";

/** A part of the text between line breaks; `start` lies after a heading's, item's or quote's marker. */
export interface Part extends Span {
  readonly kind: Block["kind"] | "markup" | "image";
  /** The words without Markdown emphasis, links and line breaks, for recognition only; cut to 2,000. */
  readonly plain: string;
  /** Parts with no blank line between them share a number. */
  readonly group: number;
  /** A Markdown heading's level; 0 for all else. */
  readonly level: number;
}

type Piece = Span & Pick<Part, "kind" | "level">;

const TAGS_ONLY = /^\s*(?:<\/?[a-zA-Z][^<>]*>\s*)+$/;
const IMAGE = /^[ \t]*\[?!\[[^\]]*\]\([^()]*\)(?:\]\([^()]*\))?[ \t]*$/;
const NOTE = /^ {0,3}\[\^[^\]\s]+\]:/;
const ITEM = /^[ \t]*(?:[-*+•▪◦‣⁃►·][ \t]+|[•▪◦‣⁃►])(?=\S)/u;
const BULLET = /^[ \t]*[•▪◦‣⁃►·][ \t]*(?=\S)/u;
const BLANK_LINE = /\n(?:[^\S\r\n]|>)*\r?\n|\r(?:[^\S\r\n]|>)*\r(?!\n)/;

/**
 * Parts of `[from, text.length)`. In plain text only bullets and tag-only lines are markup. A text of
 * more lines than any article has is cut into parts without a layout.
 */
export function readLayout(text: string, from: number, markdown: boolean): Part[] {
  let group = 0;
  let end = from;
  return cutPieces(text, from, markdown).flatMap((piece): readonly Part[] => {
    const place = trimSpan(text, { start: Math.max(piece.start, end), end: piece.end });
    if (place.start === place.end) return [];
    if (BLANK_LINE.test(text.slice(end, place.start))) group += 1;
    end = place.end;
    return [makePart(text, { ...piece, ...place }, group)];
  });
}

/** The blocks of an extracted text as parts. */
export function layoutBlocks(text: string, blocks: readonly ExtractedBlock[]): Part[] {
  return blocks.map((block, group) => makePart(text, block, group));
}

function makePart(text: string, { kind, level, ...span }: Piece, group: number): Part {
  const { start, end } = trimSpan(text, span);
  return {
    start,
    end,
    kind,
    level,
    group,
    plain: toPlain(text.slice(start, Math.min(end, start + 2_000))),
  };
}

function cutPieces(text: string, from: number, markdown: boolean): readonly Piece[] {
  const whole = { start: from, end: text.length };
  if (isCrowded(text, from))
    return cutCrowdedText(text, from).map((span) => ({ ...span, kind: "paragraph", level: 0 }));
  const { text: unified, places } = unifyLineEnds(text.slice(from));
  if (!markdown || !isMarkdown(unified)) return readLines(text, whole, "paragraph", false);
  const blocks = new MarkdownBlocks(unified);
  const pieces = blocks.outline().flatMap((block) => {
    const span = findWords(blocks, block);
    const place = { start: from + places(span.start), end: from + places(span.end) };
    return readBlock(text, place, block);
  });
  const bare = listBareLines(text, whole, pieces);
  return [...pieces, ...bare].sort((one, other) => one.start - other.start);
}

/** Where the words of a block stand, without its markers. */
function findWords(blocks: MarkdownBlocks, { token, start }: MarkdownBlock): Span {
  const words: string = "text" in token ? token.text : token.raw;
  const isFenced = token.type === "code" && /^ {0,3}(?:`{3}|~{3})/.test(token.raw);
  const from = blocks.find(words, start + (isFenced ? token.raw.indexOf("\n") + 1 : 0));
  return { start: from, end: blocks.follow(words, from) };
}

function readBlock(text: string, span: Span, { token, kind }: MarkdownBlock): readonly Piece[] {
  switch (token.type) {
    case "heading":
      return [{ ...span, kind: "heading", level: token["depth"] }];
    case "table":
      return splitLines(text, span)
        .filter((_, at) => at !== 1)
        .map((row) => ({ ...row, kind: "paragraph", level: 0 }));
    default: {
      const own = kind === "note" || token.type === "code" ? "paragraph" : kind;
      return cutHidden(text, span, own);
    }
  }
}

/** A block cut around comments, scripts and styles. One that is never closed must hide nothing. */
function cutHidden(text: string, span: Span, kind: Part["kind"]): readonly Piece[] {
  const words = text.slice(span.start, span.end);
  const hidden = words.includes("<") ? listHidden(words) : [];
  let done = span.start;
  const pieces = hidden.flatMap(({ start, end }): readonly Piece[] => {
    const place = { start: span.start + start, end: span.start + end };
    const before = readLines(text, { start: done, end: place.start }, kind, true);
    done = place.end;
    return [...before, { ...place, kind: "markup", level: 0 }];
  });
  return [...pieces, ...readLines(text, { start: done, end: span.end }, kind, true)];
}

/** Lines of which no block shows a word: rules, fences, targets of links, tags. */
function listBareLines(text: string, whole: Span, pieces: readonly Piece[]): readonly Piece[] {
  let next = 0;
  return splitLines(text, whole).flatMap((line): readonly Piece[] => {
    while ((pieces[next]?.end ?? Number.POSITIVE_INFINITY) <= line.start) next += 1;
    const isBare = (pieces[next]?.start ?? Number.POSITIVE_INFINITY) >= line.end;
    return isBare && /[^\s>]/.test(text.slice(line.start, line.end))
      ? [{ ...line, kind: "markup", level: 0 }]
      : [];
  });
}

/** A paragraph's lines joined where line breaks mean nothing, with what is none of its words apart. */
function readLines(text: string, span: Span, kind: Part["kind"], markdown: boolean): Piece[] {
  const pieces: Piece[] = [];
  let open: { kind: Part["kind"]; lines: Span[] } = { kind, lines: [] };
  const close = (next: Part["kind"]): void => {
    for (const place of joinLines(text, open.lines, markdown))
      pieces.push({ ...place, kind: open.kind, level: 0 });
    open = { kind: next, lines: [] };
  };
  for (const line of splitLines(text, span)) {
    const raw = text.slice(line.start, line.end);
    const marker = measureMarker(raw, markdown);
    const apart = tellApart(raw, markdown);
    if (apart !== undefined) {
      close(kind);
      pieces.push({ ...line, kind: apart, level: 0 });
    } else {
      const before = open.lines.at(-1)?.end ?? line.start;
      if (marker > 0) close("list-item");
      else if (BLANK_LINE.test(text.slice(before, line.start))) close(kind);
      open.lines.push({ start: line.start + marker, end: line.end });
    }
  }
  close(kind);
  return pieces;
}

function measureMarker(raw: string, markdown: boolean): number {
  return (markdown ? BULLET : ITEM).exec(raw)?.[0].length ?? 0;
}

function tellApart(raw: string, markdown: boolean): "markup" | "image" | undefined {
  if (markdown && IMAGE.test(raw)) return "image";
  return TAGS_ONLY.test(raw) || (markdown && NOTE.test(raw)) ? "markup" : undefined;
}

function toPlain(raw: string): string {
  if (!/[*_[#]|\s{2}|[^\S ]/.test(raw)) return raw;
  return raw
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, "$1")
    .replace(/(^|[\s("“‘])(?:\*{1,3}|_{1,3})(?=\S)/g, "$1")
    .replace(/(\S)(?:\*{1,3}|_{1,3})(?=[\s.,;:!?)"”’]|$)/g, "$1")
    .replace(/[ \t]*#+$/, "")
    .replace(/\s+/g, " ")
    .trim();
}

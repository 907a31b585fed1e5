// Text → its parts in order: headings, paragraphs, list items, quotations and bare markup.

import type { Block, ExtractedBlock } from "../../core/article.ts";
import type { Span } from "../../core/span.ts";
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

type Shape = Pick<Part, "kind" | "level"> & { readonly marker: number; readonly alone: boolean };
interface OpenPart {
  readonly shape: Shape;
  readonly lines: Span[];
}

const TAGS_ONLY = /^\s*(?:<\/?[a-zA-Z][^<>]*>\s*)+$/;
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const TABLE_RULE = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$/;
const LINK_TARGET = /^ {0,3}\[[^\]]+\]:[ \t]*\S+/;
const IMAGE = /^[ \t]*\[?!\[[^\]]*\]\([^()]*\)(?:\]\([^()]*\))?[ \t]*$/;
const FENCE = /^ {0,3}(?:`{3,}[^`]*|~{3,}.*)$/;
const UNDERLINE = /^ {0,3}(?:=+|-{2,})[ \t]*$/;
const PLAIN: Shape = { kind: "paragraph", level: 0, marker: 0, alone: false };

/**
 * Parts of `[from, text.length)`. In plain text only bullets and tag-only lines are markup. A text of
 * more lines than any article has is cut into parts without a layout.
 */
export function readLayout(text: string, from: number, markdown: boolean): Part[] {
  if (isCrowded(text, from)) {
    return cutCrowdedText(text, from)
      .map((span, group) => makePart(text, span, "paragraph", group, 0))
      .filter((part) => part.end > part.start);
  }
  const regions = markdown ? findClosedRegions(text, from) : [];
  const parts: Part[] = regions.map((region) => makePart(text, region, "markup", -1, 0));
  let cursor = from;
  let group = 0;
  for (const region of [...regions, { start: text.length, end: text.length }]) {
    group += 1;
    group = readLines(text, { start: cursor, end: region.start }, { markdown, group, parts });
    cursor = region.end;
  }
  return parts.sort((left, right) => left.start - right.start);
}

/** The blocks of an extracted text as parts. */
export function layoutBlocks(text: string, blocks: readonly ExtractedBlock[]): Part[] {
  return blocks.map((block, group) => makePart(text, block, block.kind, group, block.level));
}

interface Reading {
  readonly markdown: boolean;
  readonly group: number;
  readonly parts: Part[];
}

function readLines(text: string, span: Span, { markdown, group: first, parts }: Reading): number {
  let group = first;
  let open: OpenPart | undefined;
  const close = (): void => {
    if (open !== undefined)
      for (const part of closePart(text, open, markdown, group)) parts.push(part);
    open = undefined;
  };
  for (const line of splitLines(text, span)) {
    const raw = text.slice(line.start, line.end);
    if (raw.trim() === "") {
      close();
      group += 1;
      continue;
    }
    const shape = shapeLine(raw, markdown);
    open = retitle(open, raw, markdown);
    if (open !== undefined && goesOn(open.shape, shape)) open.lines.push(skipMarker(line, shape));
    else {
      close();
      open = { shape, lines: [skipMarker(line, shape)] };
    }
  }
  close();
  return group;
}

/** An underline below a single line of Markdown makes it a heading. */
function retitle(open: OpenPart | undefined, raw: string, markdown: boolean): OpenPart | undefined {
  if (!markdown || open?.shape !== PLAIN || open.lines.length !== 1 || !UNDERLINE.test(raw))
    return open;
  const level = raw.includes("=") ? 1 : 2;
  return { shape: { kind: "heading", level, marker: 0, alone: true }, lines: open.lines };
}

/** A plain line goes on with whatever is open; a quoted one with a quotation. */
function goesOn(open: Shape, next: Shape): boolean {
  if (open.alone || next.alone) return false;
  return next === PLAIN || (open.kind === "quotation" && next.kind === "quotation");
}

const skipMarker = (line: Span, shape: Shape): Span => ({
  start: line.start + shape.marker,
  end: line.end,
});

function shapeLine(raw: string, markdown: boolean): Shape {
  if (TAGS_ONLY.test(raw)) return { kind: "markup", level: 0, marker: 0, alone: true };
  const item = /^[ \t]*(?:[-*+•▪◦‣⁃►·][ \t]+|[•▪◦‣⁃►])(?=\S)/u.exec(raw);
  if (markdown) {
    const shape = shapeMarkdown(raw);
    if (shape !== undefined) return shape;
  }
  if (item !== null) return { kind: "list-item", level: 0, marker: item[0].length, alone: false };
  return PLAIN;
}

function shapeMarkdown(raw: string): Shape | undefined {
  if (
    RULE.test(raw) ||
    TABLE_RULE.test(raw) ||
    LINK_TARGET.test(raw) ||
    FENCE.test(raw) ||
    UNDERLINE.test(raw)
  ) {
    return { kind: "markup", level: 0, marker: 0, alone: true };
  }
  if (IMAGE.test(raw)) return { kind: "image", level: 0, marker: 0, alone: true };
  const heading = /^ {0,3}(#{1,6})(?:[ \t]+|$)/.exec(raw);
  if (heading !== null) {
    return {
      kind: "heading",
      level: heading[1]?.length ?? 1,
      marker: heading[0].length,
      alone: true,
    };
  }
  const quotation = /^(?: {0,3}>)+[ \t]?/.exec(raw);
  if (quotation !== null)
    return { kind: "quotation", level: 0, marker: quotation[0].length, alone: false };
  const numbered = /^[ \t]*\d{1,9}[.)][ \t]+(?=\S)/.exec(raw);
  if (numbered !== null)
    return { kind: "list-item", level: 0, marker: numbered[0].length, alone: false };
  return /^[ \t]*\|/.test(raw) ? { ...PLAIN, alone: true } : undefined;
}

function closePart(
  text: string,
  { shape, lines }: OpenPart,
  markdown: boolean,
  group: number,
): Part[] {
  return joinLines(text, lines, markdown)
    .map((span) => makePart(text, span, shape.kind, group, shape.level))
    .filter((part) => part.end > part.start);
}

function makePart(
  text: string,
  span: Span,
  kind: Part["kind"],
  group: number,
  level: number,
): Part {
  const place = trimSpan(text, span);
  return {
    ...place,
    kind,
    group,
    level,
    plain: toPlain(text.slice(place.start, Math.min(place.end, place.start + 2_000))),
  };
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

const OPEN = /<!--|<(script|style)\b[^<>]{0,500}>/gi;

/**
 * Regions in order, from the opening to the end of the closing mark. One that is never closed is no
 * region: it must not hide the rest of an article. Linear time.
 */
function findClosedRegions(text: string, from: number): Span[] {
  const regions: Span[] = [];
  const unclosed = new Set<string>();
  const lower = text.toLowerCase().length === text.length ? text.toLowerCase() : text;
  let cursor = from;
  for (const match of text.matchAll(OPEN)) {
    if (match.index < cursor) continue;
    const closing = match[1] === undefined ? "-->" : `</${match[1].toLowerCase()}>`;
    if (unclosed.has(closing)) continue;
    const at = lower.indexOf(closing, match.index + match[0].length);
    if (at < 0) {
      unclosed.add(closing);
      continue;
    }
    cursor = at + closing.length;
    regions.push({ start: match.index, end: cursor });
  }
  return regions;
}

// Article → passages: whole sentences of at most 128 tokens, crossing no excluded span.

import type { Article, Block } from "../../core/article.ts";
import type { Passage } from "../../core/passage.ts";
import type { Span } from "../../core/span.ts";
import { splitSentences } from "../../english/split-sentences.ts";
import { estimateTokens } from "../../text/estimate-tokens.ts";
import { countWords } from "../../text/words.ts";

/** As {@link estimateTokens} counts: what the reader takes in with a question and a title. */
const MOST_TOKENS = 128;
/** Words of a piece of a sentence that is longer than a passage. */
const MOST_WORDS = 85;

interface Unit extends Span {
  readonly tokens: number;
  readonly heading: boolean;
  readonly endsBlock: boolean;
}

/**
 * The passages of an article in order, without overlap. Every character of a block that is not white
 * space lies in exactly one. A heading stays with what follows it where its run goes on. Lengths
 * are evened out within each run of prose between excluded spans; a sentence longer than a passage
 * is cut at a space or, failing that, between two characters as a reader sees them.
 */
export function chunkPassages(article: Article): Passage[] {
  return groupRuns(article)
    .flatMap((run) => fillPassages(run.flatMap((block) => measureBlock(article.text, block))))
    .map((units, position) => makePassage(article, units, position));
}

/** Blocks that follow each other with no excluded span between. */
function groupRuns({ blocks, excluded }: Article): Block[][] {
  const runs: Block[][] = [];
  const ordered = [...excluded].sort((left, right) => left.start - right.start);
  let next = 0;
  let previousEnd = 0;
  for (const block of blocks) {
    while ((ordered[next]?.end ?? Infinity) <= previousEnd) next += 1;
    const parted = (ordered[next]?.start ?? Infinity) < block.start;
    const run = runs.at(-1);
    if (run === undefined || parted) runs.push([block]);
    else run.push(block);
    previousEnd = block.end;
  }
  return runs;
}

function measureBlock(text: string, block: Block): Unit[] {
  const pieces = splitSentences(text, block).flatMap((sentence) => cutSentence(text, sentence));
  return pieces.map((piece, at) => ({
    ...piece,
    tokens: estimateTokens(text.slice(piece.start, piece.end)),
    heading: block.kind === "heading",
    endsBlock: at === pieces.length - 1,
  }));
}

/** The sentence, in pieces where it is longer than a passage. Scripts without spaces are cut by their letters. */
function cutSentence(text: string, sentence: Span): readonly Span[] {
  const length = sentence.end - sentence.start;
  const tokens = estimateTokens(text.slice(sentence.start, sentence.end));
  const units = tokens <= MOST_TOKENS ? length : Math.floor((length * MOST_TOKENS) / tokens);
  const words = tokens <= MOST_TOKENS ? Number.POSITIVE_INFINITY : MOST_WORDS;
  return cutLongSpan(text, sentence, { words, units: Math.max(1, units) });
}

/** Passages of one run, each close to the run's even share and none above the limit. */
function fillPassages(units: readonly Unit[]): Unit[][] {
  const passages: Unit[][] = [];
  let left = sumTokens(units);
  let open: Unit[] = [];
  let tokens = 0;
  const close = (): void => {
    const kept = dropTrailingHeadings(open);
    passages.push(kept);
    left -= sumTokens(kept);
    open = open.slice(kept.length);
    tokens = sumTokens(open);
  };
  for (const unit of units) {
    const share = left / Math.ceil(left / MOST_TOKENS);
    if (open.length > 0 && isFull(open, tokens, unit, share)) close();
    open.push(unit);
    tokens += unit.tokens;
  }
  if (open.length > 0) passages.push(open);
  return passages;
}

function isFull(open: readonly Unit[], tokens: number, next: Unit, share: number): boolean {
  if (tokens + next.tokens > MOST_TOKENS) return true;
  const endsBlock = open.at(-1)?.endsBlock === true;
  if (tokens >= share * (endsBlock ? 0.8 : 1)) return true;
  return next.heading && tokens >= share * 0.6;
}

const sumTokens = (units: readonly Unit[]): number =>
  units.reduce((sum, unit) => sum + unit.tokens, 0);

/** Headings at the end move on to the passage that follows, unless there is nothing else. */
function dropTrailingHeadings(open: readonly Unit[]): Unit[] {
  const last = open.findLastIndex((unit) => !unit.heading);
  return last < 0 ? [...open] : open.slice(0, last + 1);
}

function makePassage(article: Article, units: readonly Unit[], position: number): Passage {
  const start = units[0]?.start ?? 0;
  const end = units.at(-1)?.end ?? start;
  return {
    id: `${article.id}#${position}`,
    articleId: article.id,
    start,
    end,
    text: article.text.slice(start, end),
    position,
    sentences: units.map((unit) => ({ start: unit.start, end: unit.end })),
  };
}

interface LengthLimit {
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
function cutLongSpan(text: string, span: Span, limit: LengthLimit): Span[] {
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

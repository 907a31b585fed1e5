// Article → passages: whole sentences of at most 128 tokens, crossing no excluded span.

import type { Article, Block } from "../../core/article.ts";
import type { Passage } from "../../core/passage.ts";
import type { Span } from "../../core/span.ts";
import { splitSentences } from "../../english/split-sentences.ts";
import { estimateTokens } from "../../text/estimate-tokens.ts";
import { cutLongSpan } from "./cut-long-span.ts";

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

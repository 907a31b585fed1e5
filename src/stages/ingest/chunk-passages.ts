// Article → passages: whole sentences, about 100 to 150 words, crossing no excluded span.

import type { Article, Block } from "../../model/article.ts";
import type { Passage } from "../../model/passage.ts";
import type { Span } from "../../model/span.ts";
import { countWords } from "../../text/words.ts";
import { cutLongSpan } from "./cut-long-span.ts";
import { splitSentences } from "./split-sentences.ts";

const MOST_WORDS = 150;
/** A passage also ends here, for text whose words are not set apart by spaces. */
const MOST_UNITS = 1_200;

interface Unit extends Span {
  readonly words: number;
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
  const pieces = splitSentences(text, block).flatMap((sentence) =>
    cutLongSpan(text, sentence, { words: MOST_WORDS, units: MOST_UNITS }),
  );
  return pieces.map((piece, at) => ({
    ...piece,
    words: weighText(text.slice(piece.start, piece.end)),
    heading: block.kind === "heading",
    endsBlock: at === pieces.length - 1,
  }));
}

/** Words, or their equivalent in code units for text that has few spaces. */
function weighText(piece: string): number {
  return Math.max(countWords(piece), Math.ceil((piece.length * MOST_WORDS) / MOST_UNITS));
}

/** Passages of one run, each close to the run's even share and none above the limit. */
function fillPassages(units: readonly Unit[]): Unit[][] {
  const passages: Unit[][] = [];
  let left = units.reduce((sum, unit) => sum + unit.words, 0);
  let open: Unit[] = [];
  let words = 0;
  const close = (): void => {
    const kept = dropTrailingHeadings(open);
    passages.push(kept);
    left -= sumWords(kept);
    open = open.slice(kept.length);
    words = sumWords(open);
  };
  for (const unit of units) {
    const share = left / Math.ceil(left / MOST_WORDS);
    if (open.length > 0 && isFull(open, words, unit, share)) close();
    open.push(unit);
    words += unit.words;
  }
  if (open.length > 0) passages.push(open);
  return passages;
}

function isFull(open: readonly Unit[], words: number, next: Unit, share: number): boolean {
  if (words + next.words > MOST_WORDS) return true;
  const endsBlock = open.at(-1)?.endsBlock === true;
  if (words >= share * (endsBlock ? 0.8 : 1)) return true;
  return next.heading && words >= share * 0.6;
}

const sumWords = (units: readonly Unit[]): number =>
  units.reduce((sum, unit) => sum + unit.words, 0);

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

// A page's glyphs → its runs of letters, upright, with their boxes, and what stands another way than most of them.

import type { PlaceStep } from "../../core/place.ts";
import { type Turn, turnBack } from "./pdf-frame.ts";
import { type Drawing, type Mark, type PlacedGlyph, placeGlyphs } from "./pdf-operators.ts";

/** Left, bottom, right, top in points, from the lower left corner. */
export type Box = readonly [left: number, bottom: number, right: number, top: number];

/** Letters of one pen on one line, no further apart than words are. Has no space at its ends. */
export interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
  readonly font: string;
  /** Whether a space stands before it. */
  readonly spaced: boolean;
  /** A number or sign drawn on its own right behind a word, as references to footnotes are. */
  readonly isSign: boolean;
  readonly mark: Mark;
}

export interface PageRuns {
  readonly page: number;
  readonly runs: readonly Run[];
  /** Whether letters stand another way than most. */
  readonly hasAside: boolean;
  readonly place: (box: Box) => PlaceStep;
}

type Growing = { -readonly [Key in keyof Run]: Run[Key] };

const SIGN = /^(?:\d{1,3}|[*†‡§¶‖]{1,3}|\[\d{1,3}\])$/u;
/** In ems. A wider gap may be the space between columns, and ends a run. */
const WIDEST_GAP = 0.6;
/** A gap that is a space: where spaces are drawn, and where they are left out. */
const GAP_BESIDE_SPACES = 0.3;
const GAP_FOR_SPACE = 0.15;
/** A space that is drawn and then drawn over is none. */
const LEAST_SPACE = 0.04;
const OVERLAP = -0.3;
const SAME_PLACE = 0.1;

export function readRuns(drawing: Drawing): PageRuns {
  const glyphs = placeGlyphs(drawing);
  const turn = findMainTurn(glyphs);
  const upright = glyphs.filter(({ pen }) => pen.turn === turn);
  return {
    page: drawing.page,
    runs: dropRedrawn(joinGlyphs(upright)),
    hasAside: glyphs.some(({ pen, letters }) => pen.turn !== turn && letters.trim() !== ""),
    place: (box) => placeBox(box, turn, drawing),
  };
}

function findMainTurn(glyphs: readonly PlacedGlyph[]): Turn {
  const counts = [0, 0, 0, 0];
  for (const { pen } of glyphs)
    if (pen.turn !== undefined) counts[pen.turn] = (counts[pen.turn] ?? 0) + 1;
  return counts.indexOf(Math.max(...counts)) as Turn;
}

function joinGlyphs(glyphs: readonly PlacedGlyph[]): readonly Run[] {
  const runs: Growing[] = [];
  let isSpaced = false;
  let last: PlacedGlyph | undefined;
  for (const glyph of glyphs) {
    const isSpace = glyph.letters.trim() === "";
    isSpaced ||= isSpace;
    if (isSpace || (last !== undefined && isDrawnAgain(last, glyph))) continue;
    putGlyph(runs, glyph, linkGlyph(runs.at(-1), glyph, isSpaced, last?.pen !== glyph.pen));
    isSpaced = false;
    last = glyph;
  }
  return runs;
}

function putGlyph(
  runs: Growing[],
  { letters, left, right, base, pen }: PlacedGlyph,
  link: Link,
): void {
  const run = runs.at(-1);
  const { size, font, mark } = pen;
  const { goesOn, isSpace: spaced, isSign } = link;
  if (run === undefined || !goesOn) {
    runs.push({ text: letters, left, right, base, size, font, spaced, isSign, mark });
    return;
  }
  run.text += spaced ? ` ${letters}` : letters;
  run.right = right;
}

/** To look bold, each letter a hair aside. */
function isDrawnAgain(last: PlacedGlyph, { letters, left, base, pen }: PlacedGlyph): boolean {
  const near = SAME_PLACE * pen.size;
  return (
    letters === last.letters &&
    Math.abs(left - last.left) < near &&
    Math.abs(base - last.base) < near
  );
}

interface Link {
  readonly goesOn: boolean;
  readonly isSpace: boolean;
  readonly isSign: boolean;
}

function linkGlyph(
  run: Run | undefined,
  { left, base, pen }: PlacedGlyph,
  isSpaced: boolean,
  isFirst: boolean,
): Link {
  const isSameLine = run !== undefined && Math.abs(base - run.base) < 0.1 * pen.size;
  if (!isSameLine) return { goesOn: false, isSpace: isSpaced, isSign: false };
  const gap = (left - run.right) / pen.size;
  const widest = pen.hasSpaces ? GAP_BESIDE_SPACES : GAP_FOR_SPACE;
  const isSpace = (isSpaced && gap > LEAST_SPACE) || gap > widest;
  const isNear = gap > OVERLAP && gap < WIDEST_GAP;
  const isSign = isFirst && !isSpace && isNear && SIGN.test(pen.letters.trimEnd());
  const isSamePen =
    run.font === pen.font && run.mark === pen.mark && Math.abs(run.size / pen.size - 1) < 0.02;
  return { goesOn: isNear && isSamePen && !isSign && !(isFirst && run.isSign), isSpace, isSign };
}

/** What is drawn a second time over a run or its end, to look bold or to cast a shadow. */
function dropRedrawn(runs: readonly Run[]): readonly Run[] {
  const heights = new Map<number, Run[]>();
  return runs.filter((run) => {
    const height = Math.round(run.base);
    const near = [height - 1, height, height + 1].flatMap((one) => heights.get(one) ?? []);
    heights.set(height, [...(heights.get(height) ?? []), run]);
    return !near.some((one) => covers(one, run));
  });
}

function covers(one: Run, run: Run): boolean {
  const slack = 2 * SAME_PLACE * run.size;
  const isInside = one.left < run.left + slack && one.right > run.right - slack;
  const isAlike = Math.abs(one.base - run.base) < slack && Math.abs(one.size - run.size) < 0.5;
  return isInside && isAlike && one.text.includes(run.text);
}

/** In tenths of a point, on the page as it is shown. */
function placeBox([left, bottom, right, top]: Box, turn: Turn, drawing: Drawing): PlaceStep {
  const [a, b] = [turnBack([left, bottom], turn, drawing), turnBack([right, top], turn, drawing)];
  const round = (value: number): number => Math.round(value * 10) / 10;
  const [low, high] = [
    [Math.min(a[0], b[0]), Math.min(a[1], b[1])] as const,
    [Math.max(a[0], b[0]), Math.max(a[1], b[1])] as const,
  ];
  const rectangle = [round(low[0]), round(low[1]), round(high[0]), round(high[1])] as const;
  return { kind: "page", number: drawing.page, rectangle };
}

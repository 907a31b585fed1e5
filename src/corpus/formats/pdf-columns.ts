// Runs of letters of one page → its regions in reading order: what stands above columns, the columns, what stands below.

import { bottomOf, topOf } from "./pdf-lines.ts";
import type { Run } from "./pdf-runs.ts";

/** An empty strip between two columns: between `left` and `right`, from `bottom` to `top`. */
interface Gutter {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
  /** Lines on the side that has fewer, and then how much stands beside it. */
  readonly score: number;
}

/** Least width of the strip, in ems. */
const NARROWEST = 0.75;
const LEAST_LINES = 3;
/** Lines of a column of prose hold more letters than cells of a table, fill its width, and begin at one edge. */
const LEAST_LETTERS = 11;
const LEAST_FILL = 0.6;
const LEAST_ALIGNED = 0.5;
/** Gaps between words may happen to stand in a row; but then the words were drawn one after the other. */
const FEW_LINES = 12;
const MOST_DRAWN_ACROSS = 0.4;
const NARROWEST_COLUMN = 8;

/** Over the pages of one document, which mostly have their columns at the same place. */
export class ColumnFinder {
  /** Middles of gutters that were found along many lines. */
  readonly #known: number[] = [];

  /** The runs of each region of a page. A list, a table and a page of one column are one region. */
  order(runs: readonly Run[]): readonly (readonly Run[])[] {
    if (runs.length === 0) return [];
    const gutter = this.#find(runs);
    if (gutter === undefined) return [runs];
    if (gutter.score >= FEW_LINES) this.#known.push((gutter.left + gutter.right) / 2);
    const parts: [Run[], Run[], Run[], Run[]] = [[], [], [], []];
    for (const run of runs) {
      const middle = run.base + 0.25 * run.size;
      const side = run.right <= gutter.left + 0.1 ? 1 : 2;
      parts[middle > gutter.top ? 0 : middle < gutter.bottom ? 3 : side].push(run);
    }
    return parts.flatMap((part) => this.order(part));
  }

  /** The one along most lines. */
  #find(runs: readonly Run[]): Gutter | undefined {
    const size = runs.map((run) => run.size).toSorted((a, b) => a - b)[runs.length >> 1] ?? 0;
    const width = NARROWEST * size;
    let best: Gutter | undefined;
    for (const right of new Set(runs.map((run) => Math.round(run.right)))) {
      for (const gutter of listGutters(runs, right + 0.6, right + 0.6 + width, size)) {
        if (gutter.score > (best?.score ?? 0) && this.#isGutter(runs, gutter, size)) best = gutter;
      }
    }
    return best;
  }

  #isGutter(runs: readonly Run[], gutter: Gutter, size: number): boolean {
    const isDrawnAcross = countDrawnAcross(runs, gutter) > MOST_DRAWN_ACROSS * gutter.score;
    if (gutter.score < FEW_LINES && isDrawnAcross) return false;
    const isKnown = this.#known.some((x) => x > gutter.left - size && x < gutter.right + size);
    return isKnown || (gutter.score >= LEAST_LINES && partsProse(runs, gutter, size));
  }
}

/** Where nothing crosses the strip. */
function* listGutters(
  runs: readonly Run[],
  left: number,
  right: number,
  size: number,
): Iterable<Gutter> {
  const crossing = runs
    .filter((run, at) => run.left < right && reachOf(run, runs[at + 1], size) > left)
    .toSorted((a, b) => topOf(b) - topOf(a));
  let top = Infinity;
  for (const run of [...crossing, undefined]) {
    const bottom = run === undefined ? -Infinity : topOf(run);
    if (bottom < top) {
      const sides = layRows(runs, { left, bottom, top }, size);
      const few = Math.min(...sides.map((rows) => rows.length));
      const score = few + sides.flat().reduce((sum, row) => sum + row.letters, 0) / 1e6;
      if (few > 0) yield { left, right, bottom, top, score };
    }
    if (run !== undefined) top = Math.min(top, bottomOf(run));
  }
}

/** Words of a title stand further apart, in points, than columns may. */
function reachOf(run: Run, next: Run | undefined, size: number): number {
  const isTitle = run.size > 1.3 * size && next?.size === run.size && next.base === run.base;
  return isTitle && next.left > run.right && next.left - run.right < 2 * run.size
    ? next.left
    : run.right;
}

interface Row {
  left: number;
  right: number;
  letters: number;
}

/** What stands at one height on either side. */
function layRows(
  runs: readonly Run[],
  { left, bottom, top }: Pick<Gutter, "left" | "bottom" | "top">,
  size: number,
): readonly (readonly Row[])[] {
  const sides = [new Map<number, Row>(), new Map<number, Row>()];
  for (const run of runs) {
    const middle = run.base + 0.25 * run.size;
    if (middle > top || middle < bottom) continue;
    const side = sides[run.right <= left + 0.1 ? 0 : 1];
    const key = Math.round(run.base / (1.2 * size));
    const row = side?.get(key) ?? { left: Infinity, right: -Infinity, letters: 0 };
    row.left = Math.min(row.left, run.left);
    row.right = Math.max(row.right, run.right);
    row.letters += run.text.length;
    side?.set(key, row);
  }
  return sides.map((side) => [...side.values()]);
}

/** Whether there is running text on both sides. */
function partsProse(runs: readonly Run[], gutter: Gutter, size: number): boolean {
  const sides = layRows(runs, gutter, size);
  const [before = [], after = []] = sides;
  const isNarrow = ({ left, right }: Row): boolean => right - left < NARROWEST_COLUMN * size;
  const mean = (rows: readonly Row[], of: (row: Row) => number): number =>
    rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
  if (
    sides.some((rows) => rows.every(isNarrow) || mean(rows, (row) => row.letters) < LEAST_LETTERS)
  )
    return false;
  const fill = mean(before, ({ left, right }) => (right - left) / (gutter.left - left));
  return fill >= LEAST_FILL && findAligned(after) >= LEAST_ALIGNED;
}

/** How often a run on the left was followed by one on the right of the same line. */
function countDrawnAcross(runs: readonly Run[], { left, bottom, top }: Gutter): number {
  return runs.filter((run, at) => {
    const next = runs[at + 1];
    if (next === undefined || run.base > top || run.base < bottom) return false;
    return run.right <= left + 0.1 && next.left > left && Math.abs(next.base - run.base) < 1;
  }).length;
}

/** The share of lines that begin where most do. */
function findAligned(rows: readonly Row[]): number {
  const alike = rows.map(
    ({ left }) => rows.filter((other) => Math.abs(other.left - left) < 1.5).length,
  );
  return Math.max(...alike) / rows.length;
}

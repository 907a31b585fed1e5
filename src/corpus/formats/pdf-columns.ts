// Runs of letters of one page → its regions in reading order: what stands above columns, the columns, what stands below.

import type { Run } from "./pdf-glyphs.ts";
import { bottomOf, topOf } from "./pdf-lines.ts";

/** An empty strip between two columns: between `left` and `right`, from `bottom` to `top`. */
interface Gutter {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
  readonly lines: number;
}

/** Least width of the strip, in ems. */
const NARROWEST = 0.75;
const LEAST_LINES = 3;
/** Lines of a column of prose hold more letters than cells of a table, and fill most of its width. */
const LEAST_LETTERS = 12;
const LEAST_FILL = 0.5;

/** The runs of each region. A list, a table and a page of one column are one region. */
export function orderRegions(runs: readonly Run[]): readonly (readonly Run[])[] {
  if (runs.length === 0) return [];
  const gutter = findGutter(runs);
  if (gutter === undefined) return [runs];
  const parts: [Run[], Run[], Run[], Run[]] = [[], [], [], []];
  for (const run of runs) {
    const middle = run.base + 0.25 * run.size;
    const side = run.right <= gutter.left + 0.1 ? 1 : 2;
    parts[middle > gutter.top ? 0 : middle < gutter.bottom ? 3 : side].push(run);
  }
  return parts.flatMap(orderRegions);
}

/** The one along most lines. */
function findGutter(runs: readonly Run[]): Gutter | undefined {
  const size = runs.map((run) => run.size).toSorted((a, b) => a - b)[runs.length >> 1] ?? 0;
  const width = NARROWEST * size;
  const rights = new Set(runs.map(({ right }) => Math.round(right)));
  let best: Gutter | undefined;
  for (const right of rights) {
    const from = right + 0.6;
    for (const gutter of listGutters(runs, from, from + width)) {
      if (gutter.lines > (best?.lines ?? 0) && partsProse(runs, gutter, size)) best = gutter;
    }
  }
  return best === undefined ? undefined : best;
}

/** Where nothing crosses the strip. */
function* listGutters(runs: readonly Run[], left: number, right: number): Iterable<Gutter> {
  const crossing = runs
    .filter((run) => run.left < right && run.right > left)
    .toSorted((a, b) => topOf(b) - topOf(a));
  let top = Infinity;
  for (const run of [...crossing, undefined]) {
    const bottom = run === undefined ? -Infinity : topOf(run);
    if (bottom < top) {
      const lines = countLines(runs, { left, right, bottom, top });
      if (lines >= LEAST_LINES) yield { left, right, bottom, top, lines };
    }
    if (run !== undefined) top = Math.min(top, bottomOf(run));
  }
}

/** Lines on the side that has fewer. */
function countLines(runs: readonly Run[], gutter: Omit<Gutter, "lines">): number {
  const sides = [new Set<number>(), new Set<number>()] as const;
  for (const run of runs) {
    if (isBeside(run, gutter))
      sides[run.right <= gutter.left ? 0 : 1].add(Math.round(run.base / 2));
  }
  return Math.min(sides[0].size, sides[1].size);
}

function isBeside(run: Run, { bottom, top }: Omit<Gutter, "lines">): boolean {
  const middle = run.base + 0.25 * run.size;
  return middle < top && middle > bottom;
}

/** Whether there is running text on both sides. */
function partsProse(runs: readonly Run[], gutter: Gutter, size: number): boolean {
  const beside = runs.filter((run) => isBeside(run, gutter));
  const sides = [
    beside.filter((run) => run.right <= gutter.left),
    beside.filter((run) => run.right > gutter.left),
  ];
  return sides.every((side) => isProse(side, size));
}

function isProse(runs: readonly Run[], size: number): boolean {
  const rows = new Map<number, { left: number; right: number; letters: number }>();
  for (const { base, left, right, text } of runs) {
    const key = Math.round(base / 2);
    const row = rows.get(key) ?? { left, right, letters: 0 };
    row.left = Math.min(row.left, left);
    row.right = Math.max(row.right, right);
    row.letters += text.length;
    rows.set(key, row);
  }
  const all = [...rows.values()];
  const mean = (of: (row: (typeof all)[number]) => number): number =>
    all.reduce((sum, row) => sum + of(row), 0) / all.length;
  const width = Math.max(...all.map((row) => row.right)) - Math.min(...all.map((row) => row.left));
  if (width < 6 * size || mean((row) => row.letters) < LEAST_LETTERS) return false;
  return mean((row) => row.right - row.left) >= LEAST_FILL * width;
}

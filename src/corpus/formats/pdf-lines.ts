// Runs of letters of one column → its lines, from the top down, each with its words.

import type { Box, Run } from "./pdf-runs.ts";

export interface Line {
  readonly page: number;
  readonly runs: readonly Run[];
  readonly left: number;
  readonly right: number;
  readonly base: number;
  /** Of most of its letters. */
  readonly size: number;
  readonly font: string;
  readonly box: Box;
}

interface OpenLine {
  runs: Run[];
  bottom: number;
  top: number;
}

const ASCENT = 0.72;
const DESCENT = 0.22;

export const topOf = ({ base, size }: Run): number => base + ASCENT * size;
export const bottomOf = ({ base, size }: Run): number => base - DESCENT * size;

/** Runs of one column, in any order: those at one height are a line. */
export function layLines(runs: readonly Run[], page: number): readonly Line[] {
  const open: OpenLine[] = [];
  const large = runs.toSorted((a, b) => b.size - a.size || b.base - a.base || a.left - b.left);
  for (const run of large) {
    const line = open.find((one) => overlaps(one, run));
    if (line === undefined) open.push({ runs: [run], bottom: bottomOf(run), top: topOf(run) });
    else line.runs.push(run);
  }
  return open
    .map(({ runs: own }) =>
      makeLine(
        own.toSorted((a, b) => a.left - b.left),
        page,
      ),
    )
    .toSorted((a, b) => b.base - a.base || a.left - b.left);
}

/** Runs in the order in which they were drawn, which tags vouch for: a line ends where the next is lower, or further left. */
export function layDrawnLines(runs: readonly Run[], page: number): readonly Line[] {
  const lines: Run[][] = [];
  for (const run of runs) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    const first = line?.reduce((widest, one) => (one.size > widest.size ? one : widest));
    const isSame =
      line !== undefined &&
      last !== undefined &&
      first !== undefined &&
      overlaps({ runs: line, bottom: bottomOf(first), top: topOf(first) }, run) &&
      run.left > last.left &&
      run.left > last.right - 0.5 * run.size;
    if (isSame) line.push(run);
    else lines.push([run]);
  }
  return lines.map((line) => makeLine(line, page));
}

/** More than half of the lower one's height, so that raised letters stay on their line. */
function overlaps({ bottom, top }: OpenLine, run: Run): boolean {
  const shared = Math.min(top, topOf(run)) - Math.max(bottom, bottomOf(run));
  return shared > 0.5 * Math.min(top - bottom, topOf(run) - bottomOf(run));
}

function makeLine(runs: readonly Run[], page: number): Line {
  const main = findMain(runs);
  const { base, size, font } = main;
  const left = Math.min(...runs.map((run) => run.left));
  const right = Math.max(...runs.map((run) => run.right));
  const bottom = Math.min(...runs.map(bottomOf));
  const top = Math.max(...runs.map(topOf));
  return { page, runs, left, right, base, size, font, box: [left, bottom, right, top] };
}

/** The run that stands for the size and font of most letters. */
function findMain(runs: readonly Run[]): Run {
  const counts = new Map<string, { letters: number; run: Run }>();
  for (const run of runs) {
    const key = `${run.font} ${run.size.toFixed(1)}`;
    const count = counts.get(key) ?? { letters: 0, run };
    count.letters += run.text.length;
    counts.set(key, count);
  }
  return [...counts.values()].reduce((a, b) => (b.letters > a.letters ? b : a)).run;
}

/** Its words; a soft hyphen that is drawn within a line is one like others. Signs that refer to a footnote of `labels` are left out: they are no part of the word before them. */
export function readLine(line: Line, labels?: ReadonlySet<string>): string {
  let text = "";
  let before: Run | undefined;
  for (const [at, run] of line.runs.entries()) {
    if (labels?.has(run.text) === true && isReference(line, at)) continue;
    if (before !== undefined && isApart(before, run)) text += " ";
    text += run.text;
    before = run;
  }
  return text.normalize("NFC");
}

function isApart(before: Run, run: Run): boolean {
  const gap = (run.left - before.right) / Math.max(before.size, run.size);
  return gap > 0.3 || (run.spaced && gap > 0.04);
}

/** Raised, or drawn on its own right behind a word; and no part of a number. */
function isReference({ runs, base, size }: Line, at: number): boolean {
  const [run, before, next] = [runs[at], runs[at - 1], runs[at + 1]];
  if (run === undefined || (before !== undefined && isApart(before, run))) return false;
  if (run.size < 0.85 * size && run.base > base + 0.15 * size) return true;
  if (!run.isSign || before === undefined || /[\d–-]$/.test(before.text)) return false;
  return next === undefined || isApart(run, next) || !/^[\p{L}\d]/u.test(next.text);
}

/** A large initial that two or three lines stand beside belongs to the first of them. */
export function liftInitials(runs: readonly Run[]): readonly Run[] {
  const lifted = new Map<Run, Run>();
  const initials = runs.filter(({ text }) => /^["“‘']?\p{Lu}$/u.test(text));
  for (const initial of initials) {
    const beside = runs
      .filter((run) => isBeside(initial, run))
      .toSorted((a, b) => b.base - a.base || a.left - b.left);
    const [first, ...others] = beside;
    if (first === undefined || !others.some((run) => run.base < first.base - 0.5 * run.size))
      continue;
    const space = first.spaced && (first.left - initial.right) / first.size > 0.25 ? " " : "";
    lifted.set(first, { ...first, text: `${initial.text}${space}${first.text}` });
    lifted.set(initial, { ...initial, text: "" });
  }
  return runs.map((run) => lifted.get(run) ?? run).filter(({ text }) => text !== "");
}

function isBeside(initial: Run, run: Run): boolean {
  if (initial.size < 1.7 * run.size || run.base < initial.base - 0.3 * run.size) return false;
  const gap = run.left - initial.right;
  return topOf(run) < topOf(initial) + run.size && gap > -0.2 * run.size && gap < 1.5 * run.size;
}

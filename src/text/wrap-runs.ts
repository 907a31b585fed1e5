// Styled runs of text and a width → lines of styled runs, none wider than the width.

import { graphemes, measureWidth } from "./cut-width.ts";

/** Text of one style on one line. White space in it is single spaces; it holds no control characters. */
export interface Run<Style extends string = string> {
  readonly text: string;
  readonly style: Style;
  /** Target of a hyperlink. */
  readonly link?: string;
  /** True when no line may break inside the run, nor before it. */
  readonly keep?: boolean;
}

/** Columns: of the whole line, of the first line's indent and of that of the lines after it. */
export interface LineShape {
  readonly width: number;
  readonly indent?: number;
  readonly hanging?: number;
}

interface Cell<Style extends string> {
  readonly text: string;
  readonly width: number;
  readonly run: Run<Style>;
}

/** The narrowest line that is laid out; a terminal that claims less gets this. */
const NARROWEST = 16;
const NEVER_FIRST = /^[\p{Pe}\p{Pf}\p{Po}]/u;
const NEVER_LAST = /^[\p{Ps}\p{Pi}]/u;

/**
 * Breaks at spaces and between wide (East Asian) characters; a word longer than the line is cut
 * between graphemes. Characters are neither dropped nor changed, but for the space at a break. Of
 * endless width, all is one line.
 */
export function wrapRuns<Style extends string>(
  runs: readonly Run<Style>[],
  shape: LineShape,
): readonly (readonly Run<Style>[])[] {
  // Where nothing is wrapped nothing is measured: a line may be megabytes long.
  if (shape.width === Number.POSITIVE_INFINITY) return [indentLine(runs, shape.indent)];
  const width = Math.max(shape.width, NARROWEST);
  const hanging = Math.min(shape.hanging ?? 0, width - NARROWEST / 2);
  const lines: Cell<Style>[][] = [];
  let line: Cell<Style>[] = [];
  let room = width - (shape.indent ?? 0);
  const finish = (cells: Cell<Style>[]): void => {
    lines.push(cells);
    room = width - hanging;
  };
  for (const cell of runs.flatMap(cutCells)) {
    line.push(cell);
    while (widthOf(line) > room && line.length > 1) {
      const at = breakBefore(line, room);
      finish(trimEnd(line.slice(0, at)));
      line = trimStart(line.slice(at));
    }
  }
  if (line.length > 0) finish(trimEnd(line));
  return lines.map((cells, i) => indentLine(joinCells(cells), i === 0 ? shape.indent : hanging));
}

function cutCells<Style extends string>(run: Run<Style>): Cell<Style>[] {
  return [...graphemes.segment(run.text)].map(({ segment: text }) => ({
    text,
    width: measureWidth(text),
    run,
  }));
}

function widthOf(cells: readonly Cell<string>[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

/** The last place within the room at which a too wide line may break; what fits when none is. */
function breakBefore(line: readonly Cell<string>[], room: number): number {
  let fitting = 1;
  let taken = line[0]?.width ?? 0;
  while (fitting < line.length && taken + (line[fitting]?.width ?? 0) <= room) {
    taken += line[fitting]?.width ?? 0;
    fitting += 1;
  }
  for (let i = fitting; i > 0; i--) if (mayBreak(line[i - 1], line[i])) return i;
  return fitting;
}

function mayBreak(before: Cell<string> | undefined, after: Cell<string> | undefined): boolean {
  if (before === undefined || after === undefined || after.run.keep) return false;
  if (before.text === " " || after.text === " ") return true;
  if (NEVER_LAST.test(before.text) || NEVER_FIRST.test(after.text)) return false;
  return before.width > 1 || after.width > 1;
}

function trimEnd<Style extends string>(cells: Cell<Style>[]): Cell<Style>[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.text !== " ") + 1);
}

function trimStart<Style extends string>(cells: Cell<Style>[]): Cell<Style>[] {
  const first = cells.findIndex((cell) => cell.text !== " ");
  return first === -1 ? [] : cells.slice(first);
}

function joinCells<Style extends string>(cells: readonly Cell<Style>[]): readonly Run<Style>[] {
  const joined: { run: Run<Style>; text: string }[] = [];
  for (const { run, text } of cells) {
    const last = joined.at(-1);
    if (last?.run === run) last.text += text;
    else joined.push({ run, text });
  }
  return joined.map(({ run, text }) => ({ ...run, text }));
}

function indentLine<Style extends string>(
  line: readonly Run<Style>[],
  columns: number | undefined,
): readonly Run<Style>[] {
  const [first] = line;
  if (first === undefined || !columns) return line;
  const { link: _unlinked, ...plain } = first;
  return [{ ...plain, text: " ".repeat(columns) }, ...line];
}

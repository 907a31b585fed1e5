// Lines of a column → its paragraphs: told by their gaps, indents, sizes, bullets and short last lines.

import type { ExtractedBlock } from "../../core/article.ts";
import { type Line, readLine } from "./pdf-lines.ts";

export interface Paragraph {
  readonly kind: ExtractedBlock["kind"];
  readonly level: number;
  lines: readonly Line[];
  /** Right edge of its column. */
  right: number;
}

/** What is usual in a document. */
export interface Measure {
  readonly size: number;
  readonly font: string;
  /** From one line to the next, in ems. */
  readonly leading: number;
  /** Sizes larger than the text's, largest first. */
  readonly headings: readonly number[];
}

const BULLET = /^(?:[•‣◦▪●■–—*-]|\(?\d{1,2}[.)]|[a-z][.)])\s?(?=\S)/u;
const SURE_BULLET = /^[•‣◦▪●■]/u;
const ENDED = /[.!?…:][”’"')\]]*$/u;
const LONGEST_HEADING = 18;
const LARGER = 1.12;

export function measureText(lines: readonly Line[]): Measure {
  const sizes = new Map<number, number>();
  const fonts = new Map<string, number>();
  const lengthOf = ({ runs }: Line): number => runs.reduce((sum, { text }) => sum + text.length, 0);
  for (const line of lines) add(sizes, roundSize(line.size), lengthOf(line));
  const size = findMost(sizes) ?? 10;
  const body = lines.filter((line) => roundSize(line.size) === size);
  for (const line of body) add(fonts, line.font, lengthOf(line));
  const gaps = new Map<number, number>();
  for (const [at, line] of body.entries()) {
    const gap = ((body[at - 1]?.base ?? -Infinity) - line.base) / size;
    if (gap > 0.8 && gap < 2.5) add(gaps, Math.round(gap * 20) / 20, 1);
  }
  const larger = [...sizes.keys()].filter((one) => one >= LARGER * size);
  return {
    size,
    font: findMost(fonts) ?? "",
    leading: findMost(gaps) ?? 1.2,
    headings: larger.toSorted((a, b) => b - a),
  };
}

const roundSize = (size: number): number => Math.round(size * 2) / 2;

function add<Key>(counts: Map<Key, number>, key: Key, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

function findMost<Key>(counts: ReadonlyMap<Key, number>): Key | undefined {
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

export function splitParagraphs(
  lines: readonly Line[],
  measure: Measure,
  indented: boolean,
): readonly Paragraph[] {
  if (lines.length === 0) return [];
  const right = Math.max(...lines.map((line) => line.right));
  const left = findEdge(lines);
  const groups: Line[][] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const group = groups.at(-1);
    const begins =
      before === undefined ||
      group === undefined ||
      beginsParagraph(before, line, { left, right, leading: measure.leading, indented });
    if (begins) groups.push([line]);
    else group.push(line);
  }
  return groups.map((group) => ({ ...findKind(group, measure), lines: group, right }));
}

/** The left edge of most lines. */
function findEdge(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { left } of lines) add(counts, Math.round(left / 2), 1);
  return (findMost(counts) ?? 0) * 2;
}

interface Column {
  readonly left: number;
  readonly right: number;
  readonly leading: number;
  /** Whether first lines are indented in this document. */
  readonly indented: boolean;
}

function beginsParagraph(before: Line, line: Line, column: Column): boolean {
  const { size } = line;
  if (Math.abs(size / before.size - 1) > 0.08) return true;
  if ((before.base - line.base) / size > 1.22 * Math.max(column.leading, 1)) return true;
  const text = readLine(line);
  const ended = readLine(before);
  const isBold = (one: Line): boolean => /bold|black|heavy/i.test(one.font);
  if (isBold(line) !== isBold(before) && areWhole(before, line)) return true;
  if (SURE_BULLET.test(text)) return true;
  if (line.left - before.left > 0.8 * size && line.left - column.left > 0.8 * size)
    return !BULLET.test(ended) && !isCentred(before, line);
  if (column.left - line.left > 0.8 * size && before.left - line.left > 0.8 * size)
    return !isCentred(before, line);
  return isShort(before, line, column) && endsParagraph(ended, text, before, column);
}

/** Each of one font alone: a bold word in a line is no heading. */
function areWhole(...lines: readonly Line[]): boolean {
  return lines.every(({ runs, font }) => runs.every((run) => run.font === font));
}

function isCentred(before: Line, line: Line): boolean {
  const middle = ({ left, right }: Line): number => (left + right) / 2;
  return Math.abs(middle(before) - middle(line)) < 0.5 * line.size;
}

/** Whether the first word of the next line would have found room. */
function isShort(before: Line, line: Line, { right }: Column): boolean {
  const [first = ""] = readLine(line).split(" ");
  const letters = readLine(line).length;
  const width = ((line.right - line.left) / Math.max(letters, 1)) * (first.length + 1);
  return before.right + width + 0.6 * line.size < right;
}

function endsParagraph(ended: string, text: string, before: Line, column: Column): boolean {
  if (/^\p{Ll}/u.test(text) || /[-‐\u00ad,;]$/u.test(ended)) return false;
  if (BULLET.test(text)) return true;
  const isVeryShort = before.right - column.left < 0.8 * (column.right - column.left);
  return ENDED.test(ended) && (isVeryShort || !column.indented);
}

function findKind(lines: readonly Line[], measure: Measure): Pick<Paragraph, "kind" | "level"> {
  const text = lines.map((line) => readLine(line)).join(" ");
  const [first] = lines;
  if (BULLET.test(text) && text.split(" ").length > 1) return { kind: "list-item", level: 0 };
  const isShortText = text.split(" ").length <= LONGEST_HEADING && !/[.,;]$/.test(text);
  if (first === undefined || !isShortText || !/\p{L}{2}/u.test(text))
    return { kind: "paragraph", level: 0 };
  const rank = measure.headings.findIndex((size) => size <= roundSize(first.size));
  if (rank >= 0) return { kind: "heading", level: Math.min(rank + 1, 6) };
  const isBold = /bold|black|heavy/i.test(first.font) && !/bold|black|heavy/i.test(measure.font);
  if (isBold && areWhole(...lines))
    return { kind: "heading", level: Math.min(measure.headings.length + 1, 6) };
  return { kind: "paragraph", level: 0 };
}

/** Paragraphs in their order → the same, those joined that a column's or page's end had parted. */
export function joinParagraphs(
  columns: readonly (readonly Paragraph[])[],
  indented: boolean,
): readonly Paragraph[] {
  const joined: Paragraph[] = [];
  for (const column of columns) {
    for (const [at, paragraph] of column.entries()) {
      const open = at === 0 ? findOpen(joined, paragraph, indented) : undefined;
      if (open === undefined) joined.push({ ...paragraph });
      else {
        open.lines = [...open.lines, ...paragraph.lines];
        open.right = paragraph.right;
      }
    }
  }
  return joined;
}

/** A caption or a heading may stand between the parts. */
const FARTHEST = 3;

function findOpen(
  joined: readonly Paragraph[],
  next: Paragraph,
  indented: boolean,
): Paragraph | undefined {
  const last = joined.at(-1);
  if (last !== undefined && next.kind === "heading")
    return isOneHeading(last, next) ? last : undefined;
  const open = joined.slice(-FARTHEST).findLast(({ kind }) => kind !== "heading");
  return open !== undefined && goesOn(open, next, indented) ? open : undefined;
}

/** A heading across columns whose last line is no longer than the first of them. */
function isOneHeading(one: Paragraph, other: Paragraph): boolean {
  const [last, first] = [one.lines.at(-1), other.lines[0]];
  if (last === undefined || first === undefined || one.kind !== "heading") return false;
  const gap = (last.base - first.base) / first.size;
  const isAlike = last.page === first.page && Math.abs(first.size / last.size - 1) < 0.02;
  return isAlike && gap > 0 && gap < 1.6;
}

function goesOn(open: Paragraph, next: Paragraph, indented: boolean): boolean {
  const [last, first] = [open.lines.at(-1), next.lines[0]];
  if (last === undefined || first === undefined || next.kind !== "paragraph") return false;
  if (Math.abs(first.size / last.size - 1) > 0.08) return false;
  const [ended, text] = [readLine(last), readLine(first)];
  if (/[\p{L}][-‐\u00ad]$/u.test(ended)) return true;
  if (/^\p{Ll}/u.test(text)) return !/[.!?][”’"')\]]*$/u.test(ended);
  if (ENDED.test(ended)) return false;
  return indented || open.right - last.right < 4 * last.size;
}

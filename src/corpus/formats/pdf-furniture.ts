// The pages of a document → what is no text of it: heads and feet that run through its pages, page numbers.

import { type Line, layLines, readLine } from "./pdf-lines.ts";
import type { PageRuns, Run } from "./pdf-runs.ts";

/** A line at a page's edge, as it is compared with those of other pages. */
interface Edge {
  readonly page: number;
  readonly line: Line;
  readonly words: string;
  /** Numbers as `#`. */
  readonly pattern: string;
  readonly isLast: boolean;
  /** Lines of its own size that would fit between it and the next. */
  readonly gap: number;
}

/** Lines at each edge that may be furniture. */
const DEPTH = 3;
const NUMBER_ALONE =
  /^\W*(?:(?:page|p\.)\s*)?(?:\d{1,4}|[ivxl]{1,6})\W*(?:(?:of|\/)\s*\d{1,4}\W*)?$/i;
/** What a browser prints at the head of each page. */
const PRINTED_AT = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d{2}/;

/** The runs that are left out of the text. */
export function findFurniture(pages: readonly PageRuns[]): ReadonlySet<Run> {
  const edges = pages.flatMap(listEdges);
  const counts = new Map<string, number>();
  for (const key of edges.flatMap(keysOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const isFurniture = (edge: Edge): boolean => {
    const [same = "", ...steps] = keysOf(edge);
    if ((counts.get(same) ?? 0) >= 2 && isHead(edge)) return true;
    if (steps.some((step) => (counts.get(step) ?? 0) >= 3)) return true;
    return isPageCount(edge, pages.length) || isPageNumber(edge);
  };
  const found = edges.filter(isFurniture);
  const printed = new Set(
    found.flatMap(({ page, words, isLast }) => (isLast && / \d+\/\d+$/.test(words) ? [page] : [])),
  );
  const heads = edges.filter(
    ({ page, words, isLast }) => !isLast && printed.has(page) && PRINTED_AT.test(words),
  );
  return new Set([...found, ...heads].flatMap(({ line }) => line.runs));
}

function listEdges({ runs, page }: PageRuns): readonly Edge[] {
  const lines = layLines(runs, page);
  const depth = Math.min(DEPTH, Math.floor(lines.length / 2));
  const toEdge = (line: Line, at: number, isLast: boolean): Edge => {
    const next = lines[isLast ? at - 1 : at + 1];
    const words = readLine(line).trim();
    const gap = next === undefined ? 0 : Math.abs(next.base - line.base) / line.size - 1;
    const pattern = words.toLowerCase().replace(/\d+|\b[ivxl]+\b/g, "#");
    return { page, line, words, pattern, isLast, gap };
  };
  return [
    ...lines.slice(0, depth).map((line, at) => toEdge(line, at, false)),
    ...lines
      .slice(lines.length - depth)
      .map((line, at) => toEdge(line, lines.length - depth + at, true)),
  ];
}

/** Footnotes count on with the pages too, but are sentences. */
const LONGEST_HEAD = 8;

/** Under these keys lines of several pages meet: the same words, and numbers that count on with the pages. */
function keysOf({ line, page, words, pattern, isLast }: Edge): readonly string[] {
  const height = Math.round(line.base / 2);
  if (words.split(" ").length > LONGEST_HEAD || /[.!?]$/.test(words))
    return [`${isLast} ${height} ${pattern}`];
  const numbers = [/^\d{1,4}\b/.exec(words)?.[0], /\b\d{1,4}$/.exec(words)?.[0]];
  const steps = numbers.flatMap((number) =>
    number === undefined ? [] : [`${isLast} ${height} ${Number(number) - page}`],
  );
  return [`${isLast} ${height} ${pattern}`, ...new Set(steps)];
}

/** The end of a sentence may stand at the same place of two pages, and is no head. */
function isHead({ words }: Edge): boolean {
  return /[\p{L}\d]/u.test(words) && !/^\p{Ll}.*[.!?]$/u.test(words);
}

/** A number alone, that of the page or far from the text. */
function isPageNumber({ page, words, gap }: Edge): boolean {
  if (!NUMBER_ALONE.test(words)) return false;
  return gap > 1 || Number(/\d+/.exec(words)?.[0]) === page;
}

/** `3/12` on the third of twelve pages. */
function isPageCount({ page, words }: Edge, pages: number): boolean {
  const [, number, count] = /(?:^|\s)(\d+)\s?(?:\/|of)\s?(\d+)$/i.exec(words) ?? [];
  return Number(number) === page && Number(count) === pages;
}

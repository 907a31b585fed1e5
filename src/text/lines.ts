// A text and offsets → the lines that they stand in, and the columns.

const LINE_END = /\r\n|\n|\r/g;

/**
 * The line of each offset, counted from 1. A line ends at LF, CRLF or a lone CR; a line end belongs
 * to the line that it ends. `offsets` are UTF-16 code units, in any order; the text is read once.
 */
export function linesAt(text: string, offsets: readonly number[]): readonly number[] {
  return placesAt(text, offsets).map(({ line }) => line);
}

/** Where in a text an offset stands; both count from 1, columns in UTF-16 code units. */
interface LinePlace {
  readonly line: number;
  readonly column: number;
}

/** As {@link linesAt}, with the columns. */
export function placesAt(text: string, offsets: readonly number[]): readonly LinePlace[] {
  const furthest = offsets.reduce((most, offset) => Math.max(most, offset), 0);
  const starts = [0];
  for (const match of text.matchAll(LINE_END)) {
    if (match.index >= furthest) break;
    starts.push(match.index + match[0].length);
  }
  return offsets.map((offset) => {
    const line = countUpTo(starts, offset);
    return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
  });
}

/** How many of the rising `starts` are at or before `offset`. */
function countUpTo(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? Number.POSITIVE_INFINITY) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Lines {
  readonly start: number;
  readonly end: number;
}

/** No paragraph of news is as long. */
const BLOCK = 16_384;
const MARGIN = 4096;

/**
 * From the beginning of the line in which a span begins to the end of the one in which it ends. Of a line
 * longer than any paragraph only the block of the span, and a margin: a place in 5 MB of one line is read as fast.
 */
export function linesAround(text: string, { start, end }: Lines): Lines {
  const least = Math.max(0, start - (start % BLOCK) - MARGIN);
  const most = end - (end % BLOCK) + BLOCK + MARGIN;
  const next = text.slice(end, most).indexOf("\n");
  const to = next < 0 ? Math.min(most, text.length) : end + next;
  const head = text.slice(least, start);
  const line = head.lastIndexOf("\n") + 1;
  if (line > 0 || least === 0 || text[least - 1] === "\n") return { start: least + line, end: to };
  return { start: least + (/^\S{0,99}\s/u.exec(head)?.[0].length ?? 0), end: to };
}

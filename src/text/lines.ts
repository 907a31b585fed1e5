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

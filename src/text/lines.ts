// A text and an offset → the number of the line that the offset stands in.

const LINE_END = /\r\n|\n|\r/g;

/**
 * The line of each offset, counted from 1. A line ends at LF, CRLF or a lone CR; a line end belongs
 * to the line that it ends. `offsets` are UTF-16 code units, in any order; the text is read once.
 */
export function linesAt(text: string, offsets: readonly number[]): readonly number[] {
  const furthest = Math.max(0, ...offsets);
  const starts = [0];
  for (const match of text.matchAll(LINE_END)) {
    if (match.index >= furthest) break;
    starts.push(match.index + match[0].length);
  }
  return offsets.map((offset) => countUpTo(starts, offset));
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

// Lines of a column → its text, and the footnotes under it, each with its label.

import { type Line, readLine } from "./pdf-lines.ts";

export interface Footnote {
  /** `3`, `*`; empty where it goes on from the page before. */
  readonly label: string;
  readonly lines: readonly Line[];
}

export interface ColumnParts {
  readonly text: readonly Line[];
  readonly notes: readonly Footnote[];
}

const LABEL = /^(?:\[?(?<number>\d{1,3})[\].]?|(?<sign>[*†‡§¶‖]{1,3}))$/u;
const LABELLED = /^(?:\[?(?<number>\d{1,3})[\].]?|(?<sign>[*†‡§¶‖]{1,3}))(?=\s?[\p{L}“"‘(])/u;
/** Footnotes are set smaller than the text. */
const SMALLER = 0.95;

/**
 * What is smaller than the text at a column's end is its footnotes, from the first label on; or from the
 * first line where the footnote before, `open`, has not ended.
 */
export function partFootnotes(
  lines: readonly Line[],
  bodySize: number,
  open: Footnote | undefined,
): ColumnParts {
  const isSmall = ({ size }: Line): boolean => size < SMALLER * bodySize;
  const small = lines.findLastIndex((line) => !isSmall(line)) + 1;
  const goesOn = open !== undefined && !hasEnded(open);
  const first = goesOn ? 0 : lines.slice(small).findIndex((line) => readLabel(line) !== undefined);
  if (first < 0) return { text: lines, notes: [] };
  const notes: { label: string; lines: Line[] }[] = [];
  for (const line of lines.slice(small + first)) {
    const label = readLabel(line);
    if (label !== undefined || notes.length === 0) notes.push({ label: label ?? "", lines: [] });
    notes.at(-1)?.lines.push(line);
  }
  return { text: lines.slice(0, small + first), notes };
}

function hasEnded({ lines }: Footnote): boolean {
  const last = lines.at(-1);
  return last === undefined || /[.!?…][”’"')\]]*$/u.test(readLine(last));
}

/** Footnotes, those that go on joined to what goes before them. */
export function joinFootnotes(notes: readonly Footnote[]): readonly Footnote[] {
  const joined: Footnote[] = [];
  for (const note of notes) {
    const open = joined.at(-1);
    if (note.label !== "" || open === undefined) joined.push(note);
    else joined[joined.length - 1] = { ...open, lines: [...open.lines, ...note.lines] };
  }
  return joined;
}

/** What a line begins with, where that can be a footnote's label. */
export function readLabel({ runs, size }: Line): string | undefined {
  const [first, second] = runs;
  if (first === undefined) return undefined;
  const isRaised = first.size < 0.9 * size || second?.isSign === true;
  const alone = second === undefined ? null : LABEL.exec(first.text);
  const match = alone ?? (isRaised ? LABEL : LABELLED).exec(first.text);
  return match?.groups?.["number"] ?? match?.groups?.["sign"];
}

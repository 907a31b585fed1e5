// Pages that were recognised → their paragraphs in an article's text, each word with its page, its box and how sure the engine is.

import type { PlaceStep } from "../../core/place.ts";
import type { ScannedPage, ScannedWord } from "../../core/ports/scan-reader.ts";
import type { Span } from "../../core/span.ts";
import type { TextComposer } from "./compose-text.ts";
import { joinLines, readSpelling, type Spelling } from "./pdf-hyphens.ts";

type Line = readonly ScannedWord[];

const PAGE_NUMBER = /^\P{L}?\d{1,4}\P{L}?$/u;

/** Numbers of pages, which stand alone at an edge, are left out. */
export function writeScans(composer: TextComposer, pages: readonly ScannedPage[]): void {
  const spelling = readSpelling(pages.flatMap(({ paragraphs }) => paragraphs.flat().map(readLine)));
  for (const { number, paragraphs } of pages) {
    const [first, last] = [paragraphs[0], paragraphs.at(-1)];
    const isNumber = (lines: readonly Line[]): boolean =>
      (lines === first || lines === last) && PAGE_NUMBER.test(lines.map(readLine).join(" "));
    for (const lines of paragraphs) {
      if (isNumber(lines)) continue;
      composer.begin("paragraph");
      writeLines(composer, number, lines, spelling);
    }
  }
}

function writeLines(
  composer: TextComposer,
  page: number,
  lines: readonly Line[],
  spelling: Spelling,
): void {
  for (const [at, line] of lines.entries()) {
    const [text, next] = [readLine(line), lines[at + 1]];
    const join = next ? joinLines(text, readLine(next), spelling) : { cut: 0, put: "" };
    const own = text.slice(0, text.length - join.cut);
    composer.put(own, (span) => [placeWords(page, line, span)]);
    composer.put(join.put);
  }
}

const readLine = (line: Line): string => line.map(({ text }) => text).join(" ");

/** What is around the words of a line that the span lies in, and how sure the least sure of them is. */
function placeWords(number: number, line: Line, { start, end }: Span): PlaceStep {
  let from = 0;
  const inside = line.filter(({ text }) => {
    const [first, behind] = [from, from + text.length];
    from = behind + 1;
    return first < end && behind > start;
  });
  const words = inside.length > 0 ? inside : line;
  const edge = (side: 0 | 1 | 2 | 3, pick: (...values: number[]) => number): number =>
    pick(...words.map(({ box }) => box[side]));
  return {
    kind: "page",
    number,
    rectangle: [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)],
    recognised: Math.min(...words.map(({ confidence }) => confidence)),
  };
}

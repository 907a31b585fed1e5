// Runs of words with their places, block by block → the text of an article, its blocks and the way back to the file.

import type { ExtractedBlock } from "../../core/article.ts";
import type { FindPlaces, Place } from "../../core/place.ts";
import type { Span } from "../../core/span.ts";

/** Where units `[from, to)` of a run come from. */
export type PlaceRun = (span: Span) => Place;

interface Run extends Span {
  readonly place: PlaceRun;
}

export interface ComposedText {
  readonly text: string;
  readonly blocks: readonly ExtractedBlock[];
  readonly places: FindPlaces;
}

/** Blocks stand apart by an empty line, as paragraphs do, without white space at their ends. */
export class TextComposer {
  /** Ended blocks, with what parts them. */
  readonly #parts: string[] = [];
  #ended = 0;
  readonly #blocks: ExtractedBlock[] = [];
  readonly #runs: Run[] = [];
  #open: { kind: ExtractedBlock["kind"]; level: number; words: string } | undefined;

  /** Units so far, of the open block too. */
  get length(): number {
    const words = this.#open?.words.length ?? 0;
    return words === 0 ? this.#ended : this.#nextStart + words;
  }

  /** Ends the open block, and begins another with what is put next. */
  begin(kind: ExtractedBlock["kind"] = "paragraph", level = 0): void {
    this.#close();
    this.#open = { kind, level, words: "" };
  }

  /** Adds words to the open block. Words without a place were put there by the extraction. */
  put(words: string, place?: PlaceRun): void {
    this.#open ??= { kind: "paragraph", level: 0, words: "" };
    const open = this.#open;
    const begun = open.words === "" ? words.trimStart() : words;
    if (begun === "") return;
    const start = this.#nextStart + open.words.length;
    open.words += begun;
    if (place === undefined) return;
    const cut = words.length - begun.length;
    const end = start + begun.length;
    this.#runs.push({ start, end, place: cut === 0 ? place : shiftRun(place, cut) });
  }

  finish(): ComposedText {
    this.#close();
    const runs = this.#runs;
    const text = this.#parts.join("");
    return { text, blocks: this.#blocks, places: (span) => findPlaces(runs, span) };
  }

  get #nextStart(): number {
    return this.#blocks.length === 0 ? 0 : this.#ended + APART.length;
  }

  #close(): void {
    const { kind, level, words } = this.#open ?? { kind: "paragraph", level: 0, words: "" };
    this.#open = undefined;
    const trimmed = words.trimEnd();
    if (trimmed === "") return;
    const start = this.#nextStart;
    const end = start + trimmed.length;
    if (this.#blocks.length > 0) this.#parts.push(APART);
    this.#parts.push(trimmed);
    this.#blocks.push({ start, end, kind, level });
    this.#ended = end;
    this.#cutRuns(end);
  }

  /** What was trimmed has no place: the next block begins there. */
  #cutRuns(end: number): void {
    for (let last = this.#runs.pop(); last !== undefined; last = this.#runs.pop()) {
      if (last.start >= end) continue;
      this.#runs.push({ ...last, end: Math.min(last.end, end) });
      return;
    }
  }
}

const APART = "\n\n";

/** Of a run that lost its first units. */
const shiftRun =
  (place: PlaceRun, units: number): PlaceRun =>
  ({ start, end }) =>
    place({ start: start + units, end: end + units });

function findPlaces(runs: readonly Run[], span: Span): readonly Place[] {
  const places: Place[] = [];
  for (let at = findFirst(runs, span.start); (runs[at]?.start ?? Infinity) < span.end; at += 1) {
    const { start, end, place } = runs[at] as Run;
    const next = place({
      start: Math.max(span.start, start) - start,
      end: Math.min(span.end, end) - start,
    });
    const joined = joinPlaces(places.at(-1), next);
    if (joined === undefined) places.push(next);
    else places[places.length - 1] = joined;
  }
  return places;
}

/** The first run that ends behind the offset. */
function findFirst(runs: readonly Run[], offset: number): number {
  let low = 0;
  for (let high = runs.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One place for two: the same one, or bytes of the same thing, one behind the other. */
function joinPlaces(one: Place | undefined, other: Place): Place | undefined {
  if (one === undefined) return;
  const [last, next] = [one.at(-1), other.at(-1)];
  const [outer, otherOuter] = [one.slice(0, -1), other.slice(0, -1)];
  if (one.length !== other.length || JSON.stringify(outer) !== JSON.stringify(otherOuter)) return;
  if (last?.kind === "bytes" && next?.kind === "bytes") {
    const [start, end] = [Math.min(last.start, next.start), Math.max(last.end, next.end)];
    return [...outer, { kind: "bytes", start, end }];
  }
  return JSON.stringify(last) === JSON.stringify(next) ? one : undefined;
}

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
  #text = "";
  readonly #blocks: ExtractedBlock[] = [];
  readonly #runs: Run[] = [];
  #open: { start: number; kind: ExtractedBlock["kind"]; level: number } | undefined;

  /** Units so far, of the open block too. */
  get length(): number {
    return this.#text.length;
  }

  /** Ends the open block, and begins another with what is put next. */
  begin(kind: ExtractedBlock["kind"] = "paragraph", level = 0): void {
    this.#close();
    this.#open = { start: this.#text.length, kind, level };
  }

  /** Adds words to the open block. Words without a place were put there by the extraction. */
  put(words: string, place?: PlaceRun): void {
    if (words === "") return;
    if (this.#open === undefined) this.begin();
    const open = this.#open;
    if (open !== undefined && open.start === this.#text.length) {
      const begun = words.trimStart();
      if (begun === "") return;
      if (begun !== words) {
        this.put(begun, place && shiftRun(place, words.length - begun.length));
        return;
      }
      if (this.#blocks.length > 0) this.#text += "\n\n";
      open.start = this.#text.length;
    }
    const start = this.#text.length;
    this.#text += words;
    if (place !== undefined) this.#runs.push({ start, end: this.#text.length, place });
  }

  finish(): ComposedText {
    this.#close();
    const runs = this.#runs;
    return { text: this.#text, blocks: this.#blocks, places: (span) => findPlaces(runs, span) };
  }

  #close(): void {
    const open = this.#open;
    this.#open = undefined;
    const end = this.#text.trimEnd().length;
    if (open === undefined || end <= open.start) return;
    this.#cutRuns(end);
    this.#blocks.push({ start: open.start, end, kind: open.kind, level: open.level });
    this.#text = this.#text.slice(0, end);
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

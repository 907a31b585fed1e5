// Where words stand in a file that is no plain text: `[{record: 3}, {bytes: 120–198}]`, from the file inward.

import type { Span } from "./span.ts";

/** A point size is 1/72 inch; `rectangle` is left, bottom, right, top from the page's lower left corner. */
export type PlaceStep =
  /** A file in an archive, a chapter of a book. */
  | { readonly kind: "entry"; readonly name: string }
  /** A record, message, item or row of a file that holds several, counted from 1. */
  | { readonly kind: "record"; readonly number: number }
  /** A named part of a record: a column, a field of a feed's item, a part of a mail. */
  | { readonly kind: "part"; readonly name: string }
  /** Half-open, in bytes of what the steps before it lead to; a part is its text in UTF-8, a mail's with line feeds alone. */
  | { readonly kind: "bytes"; readonly start: number; readonly end: number }
  | {
      readonly kind: "page";
      readonly number: number;
      readonly rectangle: readonly [number, number, number, number];
      /** Recognised in a scan: how sure the engine is of the least sure of these words, 0 to 100. */
      readonly recognised?: number;
    }
  /** The n-th paragraph of a document, counted from 1. */
  | { readonly kind: "paragraph"; readonly number: number };

/** Steps from the file inward. */
export type Place = readonly PlaceStep[];

/** A span of an article's text → the places that its characters come from, in the order of the text. */
export type FindPlaces = (span: Span) => readonly Place[];

/**
 * The first of the places in words: `page 3`, `record 12, body`. Where bytes are all there is, which. What was
 * recognised in a scan is so called, with how sure the engine is of the least sure word.
 */
export function describePlaces(places: readonly Place[]): string {
  const [first = []] = places;
  const named = first.filter(({ kind }) => kind !== "bytes");
  const told = (named.length > 0 ? named : first).map(describeStep);
  const sure = leastSure(places);
  return [...told, ...(sure === undefined ? [] : [describeScan(sure)])].join(", ");
}

/** How sure the engine is of the least sure word, 0 to 100; nothing where none of it was recognised in a scan. */
export function leastSure(places: readonly Place[]): number | undefined {
  const sure = places
    .flat()
    .flatMap((step) => (step.kind === "page" ? (step.recognised ?? []) : []));
  return sure.length === 0 ? undefined : Math.min(...sure);
}

/** One misread word is enough to make a quote a wrong one, so it is the least sure one that counts. */
export function describeScan(sure: number): string {
  return `recognised from a scan (least sure word: ${sure} %)`;
}

function describeStep(step: PlaceStep): string {
  switch (step.kind) {
    case "entry":
    case "part":
      return step.name;
    case "record":
    case "paragraph":
      return `${step.kind} ${step.number}`;
    case "page":
      return `page ${step.number}`;
    case "bytes":
      return `bytes ${step.start}–${step.end}`;
  }
}

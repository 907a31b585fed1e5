// Quotes then and now → the figures that stand in those of one time alone.

import { findDates } from "../../english/dates.ts";
import { compareQuantities, type Quantity } from "../../english/measures.ts";
import { findQuantities } from "../../english/quantities.ts";

/** Figures as written, each once: "12 crowns", "two in three". */
export interface DifferingFigures {
  readonly gone: readonly string[];
  readonly added: readonly string[];
}

/** The same value in the same unit is the same figure, however it is written; dates are none. */
export function compareFigures(then: readonly string[], now: readonly string[]): DifferingFigures {
  const [before, today] = [then.flatMap(listFigures), now.flatMap(listFigures)];
  return { gone: without(before, today), added: without(today, before) };
}

interface Figure {
  readonly quantity: Quantity;
  readonly written: string;
}

function listFigures(text: string): readonly Figure[] {
  const dates = findDates(text);
  return findQuantities(text)
    .filter(({ start, end }) => !dates.some((date) => start >= date.start && end <= date.end))
    .map((quantity) => ({ quantity, written: text.slice(quantity.start, quantity.end) }));
}

function without(figures: readonly Figure[], others: readonly Figure[]): readonly string[] {
  const alone = figures.filter(
    ({ quantity }) =>
      !others.some((other) => compareQuantities(quantity, other.quantity) === "same"),
  );
  return [...new Set(alone.map(({ written }) => written.replace(/\s+/g, " ")))];
}

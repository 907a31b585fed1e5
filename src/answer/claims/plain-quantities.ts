// Text → the quantities in it that are no part of a date.

import { findDates } from "../../english/dates.ts";
import { findQuantities, type Quantity } from "../../english/quantities.ts";

/** "Lowered over four hours": with a length of time "over" sets no bound. */
export function lasts({ measure }: Quantity): boolean {
  return measure?.dimension === "time" || measure?.dimension === "months";
}

/** In order of place. */
export function findPlainQuantities(text: string): Quantity[] {
  const dates = findDates(text);
  return findQuantities(text).filter(
    (quantity) => !dates.some((date) => quantity.start >= date.start && quantity.end <= date.end),
  );
}

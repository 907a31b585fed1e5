// Text → the quantities in it that are no part of a date.

import { findDates } from "../../text/dates.ts";
import { findQuantities, type Quantity } from "../../text/quantities.ts";

/** In order of place. */
export function findPlainQuantities(text: string): Quantity[] {
  const dates = findDates(text);
  return findQuantities(text).filter(
    (quantity) => !dates.some((date) => quantity.start >= date.start && quantity.end <= date.end),
  );
}

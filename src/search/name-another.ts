// What a question names by a number, and a passage → whether the passage speaks of another one: of "Route 7" where Route 12 is asked about.

import type { Designation } from "../core/question-intent.ts";
import { listDesignations } from "../english/designations.ts";

/** Whether `text` names things of the same kind by other numbers, and the one asked about nowhere. */
export function namesAnother(text: string, asked: readonly Designation[]): boolean {
  if (asked.length === 0) return false;
  const named = listDesignations(text);
  return asked.some(({ stem, number }) => {
    const same = named.filter((one) => one.stem === stem);
    const alone = new RegExp(`(?<![\\p{L}\\p{N}])${number}(?![\\p{L}\\p{N}])`, "iu");
    return same.length > 0 && !same.some((one) => one.number === number) && !alone.test(text);
  });
}

// The names of an article and its day → the words that a search counts with each of its passages.

import { nameDate } from "../../english/iso-date.ts";

/**
 * A question that names a publisher, an author or a month ("what did the Herald write in March 2016?")
 * asks first of their articles: their words count with the passage's, no more than other words do.
 * @param published ISO 8601, where it is known
 */
export function composeHeading(names: readonly string[], published: string | undefined): string {
  return [...names, ...(published === undefined ? [] : [nameDate(published)])].join("\n");
}

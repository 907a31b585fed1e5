// An article that rests on a publisher, and all records → the articles of it that may be what is meant.

import { publishedDay } from "../../core/article.ts";
import type { ArticleRecord } from "../../core/index-state.ts";
import { foldPublisher, isPartOf, nameAgency } from "./compare-publishers.ts";
import { findSharedPassages } from "./find-shared-passages.ts";
import type { PlacedProse } from "./fingerprint-texts.ts";

/** Days before the article that rests on it in which a report was published, and after, for time zones. */
const EARLIEST = 30;
const LATEST = 1;
/** Candidates worth reading. */
const MOST = 6;
/** Words in common, spoken ones too, that tell that a report is meant: a sentence, or a quotation. */
const LEAST_SHARED = 10;
const DAY = 86_400_000;

/** Ids of the articles of that publisher published near enough before, the nearest first; none where a date is not known. */
export function listReported(
  name: string,
  resting: ArticleRecord,
  records: Iterable<ArticleRecord>,
): readonly string[] {
  const day = dayOf(resting);
  const near: { readonly id: string; readonly days: number }[] = [];
  for (const record of records) {
    const days = day - dayOf(record);
    if (!(days <= EARLIEST && days >= -LATEST) || record.id === resting.id) continue;
    const { publisher } = record.metadata;
    if (publisher !== undefined && isPublisher(name, publisher.value)) {
      near.push({ id: record.id, days: Math.abs(days) });
    }
  }
  return near
    .sort((one, other) => one.days - other.days)
    .slice(0, MOST)
    .map(({ id }) => id);
}

/** Whether the two have a sentence or a quotation in common. */
export function sharesWords(own: PlacedProse, other: PlacedProse): boolean {
  return findSharedPassages(own, other).some(({ words }) => words >= LEAST_SHARED);
}

/** Whether an article of this publisher is one of that name's: `AP` and `Associated Press`, `CNN` and `CNN International`. */
export function isPublisher(name: string, publisher: string): boolean {
  const agency = nameAgency(name);
  if (agency !== undefined && agency === nameAgency(publisher)) return true;
  return isPartOf(foldPublisher(name), foldPublisher(publisher));
}

function dayOf({ metadata }: ArticleRecord): number {
  return Date.parse(publishedDay(metadata) ?? "") / DAY;
}

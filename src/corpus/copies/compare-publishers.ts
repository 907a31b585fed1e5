// Names of publishers → whether they are one, and which articles are meant where one says that it has something from another.

import { publishedDay } from "../../core/article.ts";
import type { ArticleRecord } from "../../core/index-state.ts";
import { findSharedPassages } from "./find-shared-passages.ts";
import type { PlacedProse } from "./fingerprint-texts.ts";
import { EARLIEST_REPORT, LATEST_REPORT, MOST_REPORTS, REPORT_WORDS } from "./thresholds.ts";

/** Without the article and the kind of thing it is, in small letters. */
export function foldPublisher(name: string): string {
  return name
    .trim()
    .replace(/^the\s+/iu, "")
    .replace(/\s+(?:magazine|newspaper|news agency)$/iu, "")
    .toLowerCase();
}

/** "Post" in "Washington Post", "CNN" in "CNN International", either way round; both folded. */
export function isPartOf(one: string, other: string): boolean {
  const [left, right] = [` ${one} `, ` ${other} `];
  return left.includes(right) || right.includes(left);
}

/** Names of news agencies, whose texts others print, each with what it is called here. */
const AGENCIES: ReadonlyMap<string, string> = new Map([
  ["reuters", "Reuters"],
  ["thomson reuters", "Reuters"],
  ["ap", "AP"],
  ["associated press", "AP"],
  ["afp", "AFP"],
  ["agence france-presse", "AFP"],
  ["upi", "UPI"],
  ["united press international", "UPI"],
  ["pa media", "PA Media"],
  ["press association", "PA Media"],
  ["dpa", "dpa"],
  ["efe", "EFE"],
  ["ansa", "ANSA"],
  ["pti", "PTI"],
  ["press trust of india", "PTI"],
  ["ani", "ANI"],
  ["ians", "IANS"],
  ["aap", "AAP"],
  ["australian associated press", "AAP"],
  ["canadian press", "the Canadian Press"],
  ["tass", "TASS"],
  ["xinhua", "Xinhua"],
  ["kyodo", "Kyodo"],
  ["kyodo news", "Kyodo"],
  ["yonhap", "Yonhap"],
  ["interfax", "Interfax"],
  ["anadolu", "Anadolu"],
  ["anadolu agency", "Anadolu"],
  ["bloomberg", "Bloomberg"],
  ["bloomberg news", "Bloomberg"],
]);

/** The agency of that name; nothing where it is none. */
export function nameAgency(name: string): string | undefined {
  return AGENCIES.get(foldPublisher(name));
}

/** An agency's name within a byline or author line: "By Ada Roe, Associated Press", "Reuters Staff". */
export function findAgency(
  line: string,
): { readonly name: string; readonly start: number; readonly end: number } | undefined {
  for (const { 0: name, index } of line.matchAll(CREDITED)) {
    if (nameAgency(name) !== undefined) return { name, start: index, end: index + name.length };
  }
  return;
}

const CREDITED =
  /(?<![\p{L}\p{N}])(?:Thomson Reuters|Reuters|REUTERS|Australian Associated Press|(?:The |the )?Associated Press|AP|AFP|Agence France-Presse|UPI|United Press International|PA Media|Press Association|dpa|EFE|ANSA|Press Trust of India|PTI|ANI|IANS|AAP|(?:The |the )?Canadian Press|TASS|Xinhua|Kyodo(?: News)?|Yonhap|Interfax|Anadolu(?: Agency)?|Bloomberg(?: News)?)(?![\p{L}\p{N}])/gu;

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
    if (!(days <= EARLIEST_REPORT && days >= -LATEST_REPORT) || record.id === resting.id) continue;
    const { publisher } = record.metadata;
    if (publisher !== undefined && isPublisher(name, publisher.value)) {
      near.push({ id: record.id, days: Math.abs(days) });
    }
  }
  return near
    .sort((one, other) => one.days - other.days)
    .slice(0, MOST_REPORTS)
    .map(({ id }) => id);
}

/** Whether the two have a sentence or a quotation in common. */
export function sharesWords(own: PlacedProse, other: PlacedProse): boolean {
  return findSharedPassages(own, other).some(({ words }) => words >= REPORT_WORDS);
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

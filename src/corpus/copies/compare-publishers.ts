// Names of publishers → whether they are one, and which articles are meant where one says that it has something from another.

import { publishedDay } from "../../core/article.ts";
import type { ArticleRecord } from "../../core/index-state.ts";
import type { ArticleConditions } from "../../core/ports/passage-store.ts";
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

/** News agencies, whose texts others print: what each is called here, then its further names. */
const AGENCIES = [
  ["Reuters", "Thomson Reuters", "REUTERS"],
  ["AP", "Associated Press"],
  ["AFP", "Agence France-Presse"],
  ["UPI", "United Press International"],
  ["PA Media", "Press Association"],
  ["PTI", "Press Trust of India"],
  ["AAP", "Australian Associated Press"],
  ["the Canadian Press", "Canadian Press"],
  ["Kyodo", "Kyodo News"],
  ["Anadolu", "Anadolu Agency"],
  ["Bloomberg", "Bloomberg News"],
  ..."dpa EFE ANSA ANI IANS TASS Xinhua Yonhap Interfax".split(" ").map((name) => [name]),
];
const CALLED: ReadonlyMap<string, string> = new Map(
  AGENCIES.flatMap((names) => names.map((name) => [foldPublisher(name), names[0] ?? ""] as const)),
);
/** As parts of a pattern, longer names first. */
export const AGENCY: string = `(?:[Tt]he )?(?:${AGENCIES.flat()
  .toSorted((one, other) => other.length - one.length)
  .join("|")})`;

/** The agency of that name; nothing where it is none. */
export function nameAgency(name: string): string | undefined {
  return CALLED.get(foldPublisher(name));
}

const CREDITED = new RegExp(`(?<![\\p{L}\\p{N}])${AGENCY}(?![\\p{L}\\p{N}])`, "u");

/** An agency's name within a byline or author line: "By Ada Roe, Associated Press", "Reuters Staff". */
export function findAgency(
  line: string,
): { readonly name: string; readonly start: number; readonly end: number } | undefined {
  const found = CREDITED.exec(line);
  if (found === null) return undefined;
  return { name: found[0], start: found.index, end: found.index + found[0].length };
}

const DAY = 86_400_000;

/** Where the articles are that `listReported` chooses from; undefined where no date is known. */
export function scopeReported(
  name: string,
  resting: ArticleRecord,
): Pick<Required<ArticleConditions>, "publishers" | "since" | "until"> | undefined {
  const day = dayOf(resting);
  if (Number.isNaN(day)) return undefined;
  const nameDay = (days: number): string => new Date(days * DAY).toISOString().slice(0, 10);
  const agency = nameAgency(name);
  const alike = [...CALLED].filter(([, called]) => called === agency).map(([folded]) => folded);
  // Either name may be a part of the other: they have a word in common.
  const publishers = [foldPublisher(name), ...alike].flatMap((one) => one.split(/\s+/));
  return { publishers, since: nameDay(day - EARLIEST_REPORT), until: nameDay(day + LATEST_REPORT) };
}

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

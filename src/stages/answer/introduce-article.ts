// An article's record → the plain words that stand before its quotes.

import type { ArticleRecord } from "../../model/index-state.ts";

const MONTHS = [
  ..."January February March April May June July".split(" "),
  ..."August September October November December".split(" "),
];

/**
 * Who published it and when, as far as that is known, with a colon: "CNN, 26 April 2016:",
 * "Brief of CNN's report:", "One article:". Nothing of what the article says.
 */
export function introduceArticle(record: ArticleRecord | undefined): string {
  const date = sayDate(record?.metadata.published?.value);
  const comma = date === "" ? "" : `, ${date}`;
  const about = record?.metadata.about;
  if (about !== undefined) {
    const report =
      about.publisher === undefined ? "a report" : `${possess(about.publisher)} report`;
    return `Brief of ${report}${comma}:`;
  }
  return `${record?.metadata.publisher?.value ?? "One article"}${comma}:`;
}

function possess(name: string): string {
  return name.endsWith("s") ? `${name}'` : `${name}'s`;
}

function sayDate(published: string | undefined): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(published ?? "") ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? "" : `${Number(day)} ${name} ${year}`;
}

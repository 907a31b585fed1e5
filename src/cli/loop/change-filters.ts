// The words after /filter → the filters that then hold.

import { type Filters, PullquoteError } from "../../index.ts";
import { parseValue } from "../settings/parse-value.ts";
import type { SettingKey } from "../settings/setting-row.ts";
import { findSetting } from "../settings/setting-table.ts";

/** No words leave the filters as they are. @throws PullquoteError `bad-setting` */
export function changeFilters(filters: Filters, words: string): Filters {
  if (words === "") return filters;
  const [, name = "", value = ""] = words.match(/^(\S+)\s*(.*)$/s) ?? [];
  if (name === "clear") return {};
  if (value === "") throw refuse(`/filter ${name} needs a value.`);
  switch (name) {
    case "article":
      return { ...filters, articles: [...(filters.articles ?? []), value] };
    case "publisher":
      return { ...filters, publishers: [...(filters.publishers ?? []), value] };
    case "author":
      return { ...filters, authors: [...(filters.authors ?? []), value] };
    case "speaker":
      return { ...filters, speakers: [...(filters.speakers ?? []), value] };
    case "as-of":
      return { ...filters, asOf: readDay("asOf", name, value) };
    case "since":
    case "until":
      return { ...filters, [name]: readDay(name, name, value) };
    default:
      throw refuse(`There is no filter ${JSON.stringify(name)}.`);
  }
}

function readDay(key: SettingKey, name: string, value: string): string {
  const parsed = parseValue(findSetting(key), value, ".");
  if (!parsed.ok) throw refuse(`/filter ${name} needs ${parsed.wanted}.`);
  return value;
}

export function describeFilters({
  articles,
  publishers,
  authors,
  speakers,
  since,
  until,
  asOf,
}: Filters): string {
  const parts = [
    articles && `article ${articles.join(" or ")}`,
    publishers && `publisher ${publishers.join(" or ")}`,
    authors && `author ${authors.join(" or ")}`,
    speakers && `speaker ${speakers.join(" or ")}`,
    since !== undefined && `since ${since}`,
    until !== undefined && `until ${until}`,
    asOf !== undefined && `as of ${asOf}`,
  ].filter((part) => part);
  return parts.length === 0
    ? "filter: none, all articles are asked"
    : `filter: ${parts.join(", ")}`;
}

function refuse(message: string): PullquoteError {
  const hint = "Filters: /filter publisher CNN, /filter since 2016-01-01, /filter clear";
  return new PullquoteError({ code: "bad-setting", message, hint });
}

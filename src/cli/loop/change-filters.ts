// The words after /filter → the filters that then hold.

import { type Filters, PullquoteError } from "../../index.ts";
import { parseValue } from "../settings/parse-value.ts";
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
    case "since":
    case "until": {
      const parsed = parseValue(findSetting(name), value, ".");
      if (!parsed.ok) throw refuse(`/filter ${name} needs ${parsed.wanted}.`);
      return { ...filters, [name]: value };
    }
    default:
      throw refuse(`There is no filter ${JSON.stringify(name)}.`);
  }
}

export function describeFilters({ articles, publishers, since, until }: Filters): string {
  const parts = [
    articles && `article ${articles.join(" or ")}`,
    publishers && `publisher ${publishers.join(" or ")}`,
    since !== undefined && `since ${since}`,
    until !== undefined && `until ${until}`,
  ].filter((part) => part);
  return parts.length === 0
    ? "filter: none, all articles are asked"
    : `filter: ${parts.join(", ")}`;
}

function refuse(message: string): PullquoteError {
  const hint = "Filters: /filter publisher CNN, /filter since 2016-01-01, /filter clear";
  return new PullquoteError({ code: "bad-setting", message, hint });
}

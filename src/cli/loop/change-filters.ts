// The words after /filter → the filters that then hold.

import { describeFilters, type Filters, PullquoteError } from "../../index.ts";
import { FILTER_FIELDS, type FilterKey } from "../question-options.ts";
import { parseValue } from "../settings/parse-value.ts";
import { SETTING_TABLE } from "../settings/setting-table.ts";

/** `as-of` → asOf. */
const KEYS: ReadonlyMap<string, FilterKey> = new Map(
  Object.keys(FILTER_FIELDS).map((key) => [
    key.replace(/[A-Z]/g, "-$&").toLowerCase(),
    key as FilterKey,
  ]),
);

/** What may stand behind /filter. */
export const FILTER_WORDS: readonly string[] = [...KEYS.keys(), "clear"];

/** No words leave the filters as they are. @throws PullquoteError `bad-setting` */
export function changeFilters(filters: Filters, words: string): Filters {
  if (words === "") return filters;
  const [, name = "", value = ""] = words.match(/^(\S+)\s*(.*)$/s) ?? [];
  if (name === "clear") return {};
  if (value === "") throw refuse(`/filter ${name} needs a value.`);
  const key = KEYS.get(name);
  const row = SETTING_TABLE.find((one) => one.key === key);
  if (key === undefined || row === undefined) {
    throw refuse(`There is no filter ${JSON.stringify(name)}.`);
  }
  const field = FILTER_FIELDS[key];
  const raw = row.kind === "list" ? [filters[field] ?? [], value].flat() : value;
  const parsed = parseValue(row, raw, ".");
  if (!parsed.ok) throw refuse(`/filter ${name} needs ${parsed.wanted}.`);
  return { ...filters, [field]: parsed.value };
}

export function tellFilters(filters: Filters): string {
  return `filter: ${describeFilters(filters) || "none, all articles are asked"}`;
}

function refuse(message: string): PullquoteError {
  const hint = "Filters: /filter publisher CNN, /filter since 2016-01-01, /filter clear";
  return new PullquoteError({ code: "bad-setting", message, hint });
}

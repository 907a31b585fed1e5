// What a document says of itself (its information, XMP) → title, author and day, where they are no program's leavings.

import type { Extracted } from "../../core/article.ts";
import { declareFields } from "./declare-fields.ts";

/** Values under the names that PDF and XMP give them; what is not there is absent. */
export interface DocumentInfo {
  readonly title?: unknown;
  readonly author?: unknown;
  readonly publisher?: unknown;
  /** When it was published: the day on which a file was made is no article's. */
  readonly published?: unknown;
}

/** Names of files and of programs, and what programs write where nobody gave a title. */
const NO_TITLE =
  /^(?:untitled|unknown|no title|document\d*|title|about:blank|(?:new )?microsoft (?:word|powerpoint|excel).*|slide \d+|print|layout \d+|https?:.*)$|\.(?:docx?|odt|rtf|indd|qxd|pptx?|xlsx?|pdf|tex|dvi|html?|txt|pages|ai|eps)$|_{2,}|^[^\s]*[_\d][^\s]*$/i;
const NO_AUTHOR =
  /^(?:user|admin|administrator|root|owner|unknown|anonymous|author|guest|default|none|n\/a|pc|staff|test|student|windows user|microsoft.*|adobe.*|\(?(?:un)?specified\)?)\d*$|@|[\\/_<>]|\d/i;
/** A PDF's day, `D:20240503101500+02'00'`, is the maker's own. */
function readDay(value: unknown): string | undefined {
  const [, year, month, day] = /^(?:D:)?(\d{4})-?(\d{2})-?(\d{2})/.exec(String(value ?? "")) ?? [];
  return year === undefined || Number(year) < 1980 ? undefined : `${year}-${month}-${day}`;
}

export function declareDocument(info: DocumentInfo): NonNullable<Extracted["metadata"]> {
  const fields: (readonly [string, string | undefined])[] = [
    ["title", readTitle(info.title)],
    ["author", readNames(info.author)],
    ["publisher", readText(info.publisher)],
    ["published", readDay(info.published)],
  ];
  const known = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return declareFields(known, "property");
}

function readText(value: unknown): string | undefined {
  const text = [value]
    .flat()
    .map(String)
    .join(", ")
    .replace(/[\0\s]+/g, " ")
    .trim();
  return value === undefined || value === null || text === "" ? undefined : text;
}

function readTitle(value: unknown): string | undefined {
  const title = readText(value);
  return title === undefined || NO_TITLE.test(title) || !/\p{L}{2}/u.test(title)
    ? undefined
    : title;
}

/** A name has two words; a login has one. */
function readNames(value: unknown): string | undefined {
  const names = readText(value);
  return names === undefined || NO_AUTHOR.test(names) || !/\p{L}\S* \S*\p{L}/u.test(names)
    ? undefined
    : names;
}

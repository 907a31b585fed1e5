// Front matter → what it declares of the article, and which of its fields were not understood.

import type { AboutReport, Doubt } from "../../core/article.ts";
import { isAmbiguousDate, readDateTime } from "../../english/read-date.ts";
import type { FieldValue, FrontMatterEntry } from "./parse-fields.ts";
import type { FrontMatter } from "./read-front-matter.ts";

export interface DeclaredMetadata {
  readonly title?: string;
  readonly author?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly url?: string;
  readonly dateline?: string;
  readonly about?: AboutReport;
  readonly doubts?: readonly Doubt[];
}
type Field = "title" | "author" | "publisher" | "published" | "url" | "dateline";

/** Without the signs between their words: `publish_date`, `Publish Date` and `publishDate` are one key. */
const KEYS: Readonly<Record<Field, readonly string[]>> = {
  title: ["title", "headline", "ogtitle", "dctitle", "articletitle"],
  author: [
    ...["author", "authors", "byline", "by", "creator", "creators", "writer", "writers"],
    ...[
      "writtenby",
      "reporter",
      "reporters",
      "journalist",
      "journalists",
      "articleauthor",
      "dccreator",
    ],
  ],
  publisher: [
    ...["publisher", "publication", "newspaper", "outlet", "magazine", "journal", "paper", "site"],
    ...[
      "sitename",
      "ogsitename",
      "website",
      "containertitle",
      "publishedin",
      "publishedby",
      "source",
    ],
  ],
  published: [
    ...[
      "published",
      "date",
      "publishdate",
      "publishedat",
      "pubdate",
      "datepublished",
      "publishedon",
    ],
    ...["publicationdate", "publisheddate", "publishedtime", "articlepublishedtime", "dateposted"],
    ...["posted", "postedon", "issued", "dcdate", "articledate"],
  ],
  url: [
    ...[
      "url",
      "link",
      "canonical",
      "canonicalurl",
      "sourceurl",
      "source",
      "permalink",
      "href",
      "uri",
    ],
    ...["address", "weburl", "ogurl", "originalurl", "articleurl", "site", "website"],
  ],
  dateline: ["dateline"],
};
/** Keys that two fields share, each with the one that owns it: what fits neither is told of that one. */
const SHARED: ReadonlySet<string> = new Set(["source", "site", "website", "permalink"]);
const NOTHING: ReadonlySet<string> = new Set(["", "null", "~", "none", "n/a", "-"]);
const ADDRESS = /\bhttps?:\/\/[^\s<>()[\]"']+/i;

/** Never throws. The first key of a field's list that says anything counts. */
export function declareMetadata(front: FrontMatter | undefined): DeclaredMetadata {
  if (front === undefined) return {};
  const doubts: Doubt[] = front.doubts.map((fault) => ({ ...fault, key: "" }));
  const read = (field: Field): string | undefined => readField(field, front.entries, doubts);
  const about = readAbout(front.entries.find(({ key }) => key === "about")?.value);
  const declared = {
    ...give("title", read("title")),
    ...give("author", read("author")),
    ...give("publisher", read("publisher")),
    ...give("published", read("published")),
    ...give("url", read("url")),
    ...give("dateline", read("dateline")),
    ...(about === undefined ? {} : { about }),
  };
  return doubts.length === 0 ? declared : { ...declared, doubts };
}

const give = (field: Field, value: string | undefined): Partial<Record<Field, string>> =>
  value === undefined ? {} : { [field]: value };

const flattenKey = (key: string): string => key.replace(/[\s_.:-]/g, "");

function readField(
  field: Field,
  entries: readonly FrontMatterEntry[],
  doubts: Doubt[],
): string | undefined {
  for (const key of KEYS[field]) {
    const same = entries.filter((entry) => flattenKey(entry.key) === key);
    const readings = same.map((entry) => ({
      ...entry,
      reading: READERS[field](entry.value) || undefined,
    }));
    if (!SHARED.has(key)) tellMissed(field, readings, doubts);
    const read = readings.filter(({ reading }) => reading !== undefined);
    const first = read[0]?.reading;
    if (first === undefined) continue;
    if (field === "author") return joinNames(read);
    const other = read.find(({ reading }) => reading !== first);
    if (other) doubts.push(tell(other, "the key stands here a second time; the first is used"));
    return first;
  }
  return undefined;
}

function tellMissed(
  field: Field,
  readings: readonly (FrontMatterEntry & { readonly reading: string | undefined })[],
  doubts: Doubt[],
): void {
  for (const entry of readings) {
    const isSaid = listTexts(entry.value).some((text) => !NOTHING.has(text.toLowerCase()));
    if (isSaid && entry.reading === undefined)
      doubts.push(tell(entry, explain(field, entry.value)));
  }
}

const tell = ({ line, key }: FrontMatterEntry, detail: string): Doubt => ({
  line,
  key,
  detail,
});

/** A key that is written three times names three authors. */
function joinNames(entries: readonly FrontMatterEntry[]): string | undefined {
  return [...new Set(entries.flatMap(({ value }) => readNames(value)))].join(", ") || undefined;
}

function explain(field: Field, value: FieldValue): string {
  const written = listTexts(value).join(", ").slice(0, 60);
  const quoted = JSON.stringify(written);
  if (field === "published") {
    return isAmbiguousDate(written)
      ? `${quoted} may be two days; write it as YYYY-MM-DD`
      : `${quoted} says no day; write it as YYYY-MM-DD`;
  }
  return field === "url" ? `${quoted} is no web address` : `${quoted} is not understood`;
}

const READERS: Readonly<Record<Field, (value: FieldValue) => string | undefined>> = {
  title: (value) => readPlain(value),
  author: (value) => readNames(value).join(", "),
  publisher: readPublisher,
  published: (value) => {
    const texts = listTexts(value);
    const own =
      value instanceof Map ? listTexts(value.get("published") ?? value.get("date") ?? []) : [];
    const days = [...own, ...texts, texts.join(" ")].flatMap((text) => readDateTime(text) ?? []);
    return days[0];
  },
  url: (value) => ADDRESS.exec(listTexts(value).join(" "))?.[0],
  dateline: (value) => readPlain(value),
};

/** A publisher that is given as an address goes by its host; as an object, by its name. */
function readPublisher(value: FieldValue): string | undefined {
  const named = value instanceof Map ? (value.get("name") ?? value.get("title") ?? "") : value;
  const text = readPlain(named);
  if (text === undefined || !/^(?:https?:\/\/|www\.)/i.test(text)) return text;
  // The address of the article itself names its publisher only where a key says that it is a site.
  const { host } = /^(?:https?:\/\/)?(?:www\.)?(?<host>[^/\s:?#]+)\/?$/i.exec(text)?.groups ?? {};
  return host;
}

function readPlain(value: FieldValue): string | undefined {
  const text = listTexts(value).map(cleanText).filter(Boolean).join(", ");
  return text === "" || NOTHING.has(text.toLowerCase()) ? undefined : text;
}

/** Every name that a value gives: a text, a list, an object with a name, or a list of such. */
function readNames(value: FieldValue): readonly string[] {
  if (typeof value === "string") {
    const name = cleanText(value)
      .replace(/^by:?\s+/i, "")
      .replace(/\s*<[^<>@\s]+@[^<>\s]+>/g, "");
    return NOTHING.has(name.toLowerCase()) ? [] : [name];
  }
  if (!(value instanceof Map)) return (value as readonly FieldValue[]).flatMap(readNames);
  const whole = ["name", "literal", "fullname", "full_name", "author", "value", "text", "title"];
  const part = (...keys: string[]): string =>
    keys.flatMap((key) => listTexts(value.get(key) ?? "")).find(Boolean) ?? "";
  const joined = [
    part("given", "first", "firstname", "first_name", "given-names"),
    part("non-dropping-particle", "dropping-particle"),
    part("family", "last", "lastname", "last_name", "surname"),
  ].filter(Boolean);
  const name = whole.map((key) => value.get(key)).find((item) => item !== undefined && item !== "");
  if (name !== undefined) return readNames(name);
  if (joined.length > 0) return [joined.join(" ")];
  return [...value.keys()].filter((key) => /\p{Lu}/u.test(key));
}

/** `[[people/lind|Ivo Lind]]` → `Ivo Lind`; `[Ivo Lind](address)` → `Ivo Lind`; spaces are one. */
function cleanText(text: string): string {
  return text
    .replace(/\[\[([^\]]*)\]\]/g, (_, link: string) => nameLink(link))
    .replace(/\[([^\]]+)\]\([^)\s]*\)/g, "$1")
    .replace(/^\[\[?|\]?\]$/g, "")
    .replace(/<\/?[a-z][^<>@]*>/gi, "")
    .replace(/^[^|[\]]+\/[^|/]*\|(?=\S)/, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** What a reader sees of a link between notes: its alias, else the last part of its path. */
function nameLink(link: string): string {
  const alias = /\|([^|]+)$/.exec(link)?.[1];
  return alias ?? (link.replace(/#.*$/, "").split("/").at(-1) ?? "").replace(/\.md$/i, "");
}

function listTexts(value: FieldValue): readonly string[] {
  if (typeof value === "string") return value === "" ? [] : [value];
  const inner = value instanceof Map ? [...value.values()] : [...(value as readonly FieldValue[])];
  return inner.flatMap(listTexts);
}

function readAbout(value: FieldValue | undefined): AboutReport | undefined {
  if (!(value instanceof Map)) return undefined;
  const pick = (key: keyof AboutReport): AboutReport => {
    const text = readPlain(value.get(key) ?? "");
    return text === undefined ? {} : { [key]: text };
  };
  const about = { ...pick("publisher"), ...pick("title"), ...pick("author") };
  return Object.keys(about).length === 0 ? undefined : about;
}

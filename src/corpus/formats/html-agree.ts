// What a page declares of itself, held against what its readers see → the headline, the author and the day that they read.

import type { ArticleMetadata, MetadataField } from "../../core/article.ts";
import { readDate } from "../../english/read-date.ts";
import type { HtmlElement } from "../../text/html-tree.ts";
import { read, readText, walk } from "./html-elements.ts";

type Declared = Partial<Pick<ArticleMetadata, "title" | "author" | "publisher" | "published">>;

/** A time that the page's text marks up. */
export interface MarkedTime {
  readonly datetime: string;
  /** What a reader reads. */
  readonly text: string;
  readonly isByline: boolean;
}

export interface SeenPage {
  /** Its first headings of the first level, in words. */
  readonly headings: readonly string[];
  /** What its window is called. */
  readonly window: string;
  readonly times: readonly MarkedTime[];
  /** All dates of its head. */
  readonly dates: readonly string[];
  readonly modified: string | undefined;
  readonly address: string | undefined;
}

export function agreeWithReaders<Page extends Declared>(declared: Page, page: SeenPage): Page {
  const { title, author, publisher, published } = declared;
  const headline = title && findHeadline(title, page);
  const name = author && cleanAuthor(author.value, publisher?.value, page.window);
  const day = published && findDay(published.value, page);
  const agreed = {
    ...declared,
    ...(headline !== undefined && { title: headline }),
    ...(author !== undefined && { author: { ...author, value: name ?? "" } }),
    ...(day !== undefined && { published: { value: day, origin: "markup" as const } }),
  };
  if (name === undefined) delete agreed.author;
  return agreed;
}

const BYLINE = /(?:^|[\s_-])(?:by-?line|dateline)(?:$|[\s_-])/i;

/** What its readers see, and all that it says of days. */
export function lookAt(html: string, elements: readonly HtmlElement[]): Omit<SeenPage, "address"> {
  const named = (name: string) => elements.filter((one) => one.name === name);
  const inBylines = new Set(
    elements
      .filter((one) => BYLINE.test(read(one, "class") ?? ""))
      .flatMap(({ children }) => [...walk(children)]),
  );
  const metas = named("meta").filter((one) =>
    /date|time|publish/i.test(`${read(one, "property")} ${read(one, "name")}`),
  );
  return {
    headings: named("h1")
      .slice(0, 5)
      .map((one) => readText(html, one)),
    window: named("title").map((one) => readText(html, one))[0] ?? "",
    times: named("time").map((one) => ({
      datetime: read(one, "datetime") ?? "",
      text: readText(html, one),
      isByline: inBylines.has(one),
    })),
    dates: metas.flatMap((one) => read(one, "content") ?? []),
    modified: /"dateModified"\s*:\s*"([^"]+)"/.exec(html)?.[1],
  };
}

const SHARED_WORDS = 0.5;
/** A heading that is so much longer than the title has more in it than the headline. */
const LONGEST = 2.5;

/** A heading that says much the same as a title made for search engines or for sharing. */
function findHeadline(title: MetadataField, { headings }: SeenPage): MetadataField | undefined {
  const wanted = listWords(title.value);
  const heading = headings.find((one) => {
    const words = new Set(listWords(one));
    const shared = wanted.filter((word) => words.has(word)).length;
    const isLike = shared >= SHARED_WORDS * wanted.length && shared >= SHARED_WORDS * words.size;
    // Of a title that goes on from the heading, what follows may be the site's name.
    const isCut =
      title.value.startsWith(one) && !/^\s*[|–—·:-]\s/u.test(title.value.slice(one.length));
    return shared > 1 && isLike && !isCut && one.length < LONGEST * title.value.length;
  });
  if (heading === undefined || fold(heading) === fold(title.value)) return undefined;
  return { value: heading, origin: "markup" };
}

/** Short words say little of what a headline is about. */
const listWords = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\d]{4,}/gu) ?? [];

const fold = (name: string): string =>
  name.toLowerCase().replace(/^(?:the|by) |[^\p{L}\d]|\.com$/gu, "");

/** What a site's program calls those who write in it. */
const ROLE =
  /^(?:admin(?:istrator)?s?|authors?|editors?|guest|newsroom|root|staff|super ?user|team|user|web ?master|anonymous|unknown)\d*$/i;
/** A name to log in by, not to sign by: `rmb8090`. */
const ACCOUNT = /^[a-z\d_.-]+$/;
const OFFICE =
  /,? +(?:[\p{L}.]+ +){0,2}(?:writer|reporter|editor|correspondent|columnist|journalist)s?$/iu;

/** Without office and site; nothing where no name is left, or the site's own alone. */
function cleanAuthor(
  author: string,
  publisher: string | undefined,
  window: string,
): string | undefined {
  const sites = [publisher, window.split(/\s[|–—·:-]\s/).at(-1)].flatMap((site) =>
    site === undefined || site.trim() === "" ? [] : [fold(site)],
  );
  const [, name = author, site = ""] = /^(.{3,}?)[.,;|–—/-]\s+([^.,;|]+)$/u.exec(author) ?? [];
  const own = sites.includes(fold(site)) ? name : author;
  const comma = own.indexOf(",");
  const signed = comma > 0 && OFFICE.test(own.slice(comma)) ? own.slice(0, comma) : own;
  const isName = !ROLE.test(signed) && !ACCOUNT.test(signed);
  return isName && fold(signed) !== fold(publisher ?? "") ? signed.trim() : undefined;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * The day at the place of the page, where a time of Greenwich is declared: as another form of the same
 * instant, the time in the text or the address tells it. And the day in the byline, where a site's program
 * declares each change as the publication.
 */
function findDay(published: string, page: SeenPage): string | undefined {
  const day = published.slice(0, 10);
  const renewed = findRenewed(published, page);
  if (renewed !== undefined) return renewed;
  if (!/T\d\d:\d\d(?::[\d.]+)?(?:Z|\+00:?00)?$/.test(published)) return undefined;
  const instant = Date.parse(/(?:Z|00:?00)$/.test(published) ? published : `${published}Z`);
  const isNear = (written: string, most: number): boolean =>
    Math.abs(Date.parse(written) - instant) <= most;
  const told = [
    ...page.dates.filter((one) => /[+-](?!00:?00)\d\d:?\d\d$/.test(one) && isNear(one, MINUTE)),
    ...page.times.filter(({ datetime }) => isNear(datetime, HOUR)).map(({ text }) => text),
    ...(page.address === undefined ? [] : [page.address]),
  ].map((text) => readDate(text)?.iso.slice(0, 10));
  const own = told.find((one) => one !== undefined);
  return own !== undefined && own !== day && isNextDay(own, day) ? own : undefined;
}

function findRenewed(published: string, { times, modified }: SeenPage): string | undefined {
  if (modified === undefined || Date.parse(modified) !== Date.parse(published)) return undefined;
  const byline = times.find(
    ({ isByline, datetime }) => isByline && readDate(datetime) !== undefined,
  );
  const day = byline && readDate(byline.datetime)?.iso.slice(0, 10);
  return day !== undefined && day < published.slice(0, 10) ? day : undefined;
}

const isNextDay = (one: string, other: string): boolean =>
  Math.abs(Date.parse(one) - Date.parse(other)) === 24 * HOUR;

// What a page declares of itself: data for search engines (JSON-LD), addresses of its head, times in its text.

import { decodeHTML } from "entities/decode";
import type { ArticleMetadata } from "../../core/article.ts";
import type { HtmlElement, HtmlNode } from "../../text/html-tree.ts";
import { declareFields } from "./declare-fields.ts";
import { agreeWithReaders, lookAt } from "./html-agree.ts";
import { read, readText, walk } from "./html-elements.ts";

type Declared = Partial<
  Pick<ArticleMetadata, "title" | "author" | "publisher" | "published" | "url">
>;

const ARTICLE =
  /^(?:(?:News|Blog|Report|Reportage|Scholarly|Tech|Opinion|Review|Satirical|Analysis|Background|Advertiser)?(?:News)?Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|CreativeWork|WebPage)$/;

/** The first of these that says a field wins: JSON-LD, the head, the text. */
export function readPageMetadata(
  html: string,
  nodes: readonly HtmlNode[],
  byline: string | undefined,
): Declared {
  const elements = [...walk(nodes)];
  const told = [
    readMarkup(html, elements, byline),
    readHead(html, elements),
    readLinkedData(html, elements),
  ];
  const { url } = Object.assign({}, ...told) as Declared;
  const { doubts: _, ...declared }: Fields = Object.assign({}, readAddress(url?.value), ...told);
  const { title, publisher } = declared;
  const trimmed = title && { ...title, value: trimSite(title.value, publisher?.value) };
  return agreeWithReaders(
    { ...declared, ...(trimmed !== undefined && { title: trimmed }) },
    { ...lookAt(html, elements), address: url?.value },
  );
}

type Fields = ReturnType<typeof declareFields>;

function readLinkedData(html: string, elements: readonly HtmlElement[]): Fields {
  const scripts = elements.filter(
    (element) => element.name === "script" && /ld\+json/i.test(read(element, "type") ?? ""),
  );
  const things = scripts.flatMap(({ from, to }) => listThings(parseJson(html.slice(from, to))));
  const rank = (thing: Thing): number => {
    const kind = typesOf(thing).find((type) => ARTICLE.test(type));
    return kind === undefined ? 3 : kind === "WebPage" || kind === "CreativeWork" ? 2 : 1;
  };
  const [article] = things
    .filter((thing) => rank(thing) < 3)
    .sort((one, other) => rank(one) - rank(other));
  if (article === undefined) return {};
  const named = new Map<unknown, Thing>(
    things.flatMap((thing) =>
      typeof thing["@id"] === "string" ? [[thing["@id"], thing] as const] : [],
    ),
  );
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    const id = isThing(value) && Object.keys(value).length === 1 ? value["@id"] : undefined;
    return id === undefined ? value : named.get(id);
  };
  return declareFields(
    [
      ["title", decode(article["headline"] ?? article["name"])],
      ["author", decode(resolve(article["author"] ?? article["creator"]))],
      ["publisher", decode(resolve(article["publisher"]))],
      ["date", article["datePublished"] ?? article["dateCreated"]],
      ["url", article["url"] ?? resolveId(article["mainEntityOfPage"])],
    ],
    "json-ld",
  );
}

interface Thing {
  readonly [name: string]: unknown;
}

const isThing = (value: unknown): value is Thing =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const resolveId = (value: unknown): unknown => (isThing(value) ? value["@id"] : value);

function typesOf(thing: Thing): readonly string[] {
  return [thing["@type"]].flat().filter((type) => typeof type === "string");
}

function listThings(value: unknown, depth = 0): readonly Thing[] {
  if (depth > 4) return [];
  if (Array.isArray(value)) return value.flatMap((one) => listThings(one, depth + 1));
  if (!isThing(value)) return [];
  const inner = [value["@graph"], value["mainEntity"]].flatMap((one) => listThings(one, depth + 1));
  return [value, ...inner];
}

/** Line ends in strings, and comments around the data, are common faults of pages. */
function parseJson(text: string): unknown {
  for (const source of [
    text,
    text
      .replace(/[\n\r\t]+/g, " ")
      .replace(/^\s*(?:\/\/)?\s*<!\[CDATA\[|(?:\/\/)?\s*\]\]>\s*$/g, ""),
  ]) {
    try {
      return JSON.parse(source);
    } catch {
      // The next form may be readable; none that is says nothing.
    }
  }
  return undefined;
}

/** Names hold references of HTML where a page was made carelessly; an object goes by its name. */
function decode(value: unknown): unknown {
  if (typeof value === "string") return decodeHTML(value);
  if (Array.isArray(value)) return value.map(decode);
  return isThing(value) ? decode(value["name"]) : value;
}

function readHead(html: string, elements: readonly HtmlElement[]): Fields {
  const metas = elements.filter(({ name }) => name === "meta");
  const meta = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const found = metas.find(
        (one) =>
          (read(one, "property") ?? read(one, "name") ?? read(one, "itemprop"))?.toLowerCase() ===
          name,
      );
      const content = found && read(found, "content");
      if (content) return decodeHTML(content);
    }
    return undefined;
  };
  const canonical = elements.find(
    (one) => one.name === "link" && read(one, "rel")?.toLowerCase() === "canonical",
  );
  const title = elements.find(({ name }) => name === "title");
  const author = meta(
    "author",
    "article:author",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
  );
  return declareFields(
    [
      [
        "title",
        meta("og:title", "twitter:title", "dc.title", "headline") ??
          (title && decodeHTML(html.slice(title.from, title.to)).replace(/\s+/g, " ").trim()),
      ],
      ["author", author !== undefined && /^https?:/i.test(author) ? undefined : author],
      ["publisher", meta("og:site_name", "application-name", "dc.publisher")],
      [
        "date",
        meta(
          ...["article:published_time", "og:published_time", "datepublished", "parsely-pub-date"],
          ...["publishdate", "pubdate", "date", "dc.date.issued", "dc.date", "sailthru.date"],
          ...[
            "article.published",
            "publish-date",
            "publication_date",
            "cxenseparse:recs:publishtime",
          ],
        ),
      ],
      ["url", (canonical && read(canonical, "href")) ?? meta("og:url")],
    ],
    "meta",
  );
}

/** The heading, the author and the time that the page's text marks up. */
function readMarkup(
  html: string,
  elements: readonly HtmlElement[],
  byline: string | undefined,
): Fields {
  const named = (pattern: RegExp) =>
    elements.find((one) => pattern.test(`${read(one, "itemprop")} ${read(one, "rel")}`));
  const heading = elements.find(({ name }) => name === "h1");
  const author = named(/(?:^| )author(?: |$)/);
  const times = elements.filter(({ name }) => name === "time");
  const isPublished = (one: HtmlElement): boolean =>
    /publish|posted/i.test(`${read(one, "itemprop")} ${read(one, "class")}`);
  const time = named(/datePublished/) ?? times.find(isPublished) ?? times[0];
  const names = author === undefined ? byline : readText(html, author) || read(author, "content");
  return declareFields(
    [
      ["title", heading && readText(html, heading)],
      ["author", names && cutDate(names)],
      ["date", time && (read(time, "datetime") ?? read(time, "content") ?? readText(html, time))],
    ],
    "markup",
  );
}

/** A byline often runs into the day: `Ada Roe3 May 2024` → `Ada Roe`. */
function cutDate(byline: string): string {
  const { index } =
    /(?:\d|\s@|(?<=\p{Ll})\p{Lu}\p{Ll}+\.? \d{1,2}, \d{4}|\||•|·)/u.exec(byline) ?? {};
  return byline.slice(0, index).replace(/\s+/g, " ").trim();
}

/** Most sites have the day in their addresses: `/2024/05/03/`, `-20240503`. */
function readAddress(url: string | undefined): Fields {
  const { year, month, day } =
    /[/-](?<year>20[0-3]\d|19\d\d)[/-]?(?<month>0\d|1[0-2])[/-]?(?<day>[0-2]\d|3[01])(?=[/_-]|$)/.exec(
      url ?? "",
    )?.groups ?? {};
  return year === undefined ? {} : declareFields([["date", `${year}-${month}-${day}`]], "meta");
}

/** `Ferry stops – North Post` → `Ferry stops`, where the page is the North Post's. */
function trimSite(title: string, publisher: string | undefined): string {
  const { rest, site } =
    /^(?<rest>.{8,}?)\s+[|–—·:-]\s+(?<site>[^|–—·]+)$/u.exec(title)?.groups ?? {};
  if (rest === undefined || site === undefined) return title;
  const fold = (name: string): string =>
    name.toLowerCase().replace(/^the |[^\p{L}\d]|\.com$/gu, "");
  return publisher !== undefined && fold(site) === fold(publisher) ? rest : title;
}

// A saved feed (RSS, Atom, RDF, JSON Feed) → an article for each item, whole or as its teaser. Lists of feeds hold none.

import type { Place } from "../../core/place.ts";
import { declareFields } from "./declare-fields.ts";
import { decodeText } from "./decode-text.ts";
import { listWrittenItems, restoreText } from "./feed-fields.ts";
import {
  type ExtractedArticle,
  type Extraction,
  type ExtractOptions,
  explainCause,
  type Format,
  opensWith,
  type Refused,
  refuse,
} from "./format.ts";
import { extractInner } from "./gather-articles.ts";

const HEAD =
  "^\\s*(?:<\\?xml[^>]*>\\s*)?(?:<\\?[^>]*>\\s*|<!--[\\s\\S]*?-->\\s*|<!DOCTYPE[^>]*>\\s*)*";
const FEED = new RegExp(`${HEAD}<(?:rss|rdf:RDF|(?:atom:)?feed)[\\s>]`, "i");
const LIST = new RegExp(`${HEAD}<opml[\\s>]`, "i");
const JSON_FEED = /^\s*\{\s*"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org\//;

/** An item as every kind of feed has it. */
interface Item {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Name of the field that holds the text, and what it holds: HTML or plain text. */
  readonly field: string;
  readonly text: string;
  readonly isWhole: boolean;
}

export const FEED_FORMAT: Format = {
  name: "feed",
  endings: [".rss", ".atom", ".xml", ".opml"],
  matches: (file) => [FEED, LIST, JSON_FEED].some((pattern) => opensWith(file, pattern)),
  async extract(file, options) {
    if (opensWith(file, LIST)) {
      const detail = "a list of feeds holds no articles; take one feed's: pullquote add --feed URL";
      return refuse("no-prose", detail);
    }
    const decoded = decodeText(file.bytes);
    if (decoded.kind === "undecodable") return refuse(decoded.reason, decoded.detail);
    try {
      const items = await listItems(decoded.text);
      const written = opensWith(file, JSON_FEED)
        ? (JSON.parse(decoded.text).items ?? [])
        : await listWrittenItems(file.bytes);
      const restored = items.map((item, at) => ({ ...item, text: restoreText(item, written[at]) }));
      return await readItems(restored, options);
    } catch (cause) {
      if (options.signal?.aborted === true) throw cause;
      const fault = explainCause(cause);
      return refuse("damaged", `it is no feed that can be read: ${fault}`);
    }
  },
};

/**
 * The addresses of a feed's articles, in its order, each once; `base` is the feed's own. Nothing where the
 * bytes are no feed.
 */
export async function listFeedLinks(
  bytes: Uint8Array,
  base: string,
): Promise<readonly string[] | undefined> {
  const file = { name: "feed.xml", bytes };
  const decoded = decodeText(bytes);
  const isFeed = [FEED, JSON_FEED].some((pattern) => opensWith(file, pattern));
  if (!isFeed || decoded.kind === "undecodable") return undefined;
  const items = await listItems(decoded.text).catch(() => undefined);
  const links = items?.flatMap(({ fields: { url } }) => {
    if (typeof url !== "string" || !URL.canParse(url, base)) return [];
    const link = new URL(url, base);
    link.hash = "";
    return /^https?:$/.test(link.protocol) ? [link.href] : [];
  });
  return links && [...new Set(links)];
}

async function readItems(items: readonly Item[], options: ExtractOptions): Promise<Extraction> {
  const articles: ExtractedArticle[] = [];
  const refused: Refused[] = [];
  for (const [at, item] of items.entries()) {
    const part = String(at + 1);
    const article = await readItem(item, at + 1, options);
    if (article === undefined) refused.push({ part, reason: "no-prose", detail: "it has no text" });
    else articles.push({ ...article, part });
  }
  return items.length === 0 ? refuse("empty", "the feed has no items") : { articles, refused };
}

async function readItem(
  { fields, field, text, isWhole }: Item,
  number: number,
  options: ExtractOptions,
): Promise<ExtractedArticle | undefined> {
  if (text.trim() === "") return undefined;
  const isHtml = /<!--|<[a-z][^>]*>|&(?:#\w+|[a-z]\w+);/i.test(text);
  const file = { name: `item.${isHtml ? "html" : "txt"}`, bytes: new TextEncoder().encode(text) };
  const outer: Place = [
    { kind: "record", number },
    { kind: "part", name: field },
  ];
  const [article] = (await extractInner({ file, outer }, options)).articles;
  if (article?.extracted === undefined) return undefined;
  const declared = declareFields(Object.entries(fields), "field", number);
  const teaser = { line: 1, key: "", detail: "the feed holds only the opening of the article" };
  const metadata = isWhole
    ? declared
    : { ...declared, doubts: [...(declared.doubts ?? []), teaser] };
  return { ...article, extracted: { ...article.extracted, format: "feed", metadata } };
}

async function listItems(text: string): Promise<readonly Item[]> {
  const { parseFeed } = await import("feedsmith");
  const { format, feed } = parseFeed(text);
  const publisher = typeof feed.title === "string" ? feed.title : undefined;
  switch (format) {
    case "json":
      return (feed.items ?? []).map((item) => {
        const { content_html: html, content_text: plain, summary = "" } = item;
        const field = html ? "content_html" : plain ? "content_text" : "summary";
        return {
          ...pick(field, html || plain || summary, (html || plain) !== undefined),
          fields: {
            ...{ title: item.title, url: item.url, publisher },
            ...{ published: item.date_published, authors: item.authors ?? feed.authors ?? [] },
          },
        };
      });
    case "atom":
      return (feed.entries ?? []).map((entry) => ({
        ...chooseText(entry.content?.value, entry.summary?.value, ["content", "summary"]),
        fields: {
          ...{ title: entry.title?.value, published: entry.published ?? entry.updated },
          publisher: feed.title?.value,
          url: entry.links?.find(({ rel = "alternate" }) => rel === "alternate")?.href,
          authors: entry.authors ?? feed.authors ?? [],
        },
      }));
    default:
      return (feed.items ?? []).map((item) => ({
        ...chooseText(item.content?.encoded, item.description, ["content:encoded", "description"]),
        fields: {
          ...{ title: item.title, url: item.link, publisher },
          published: ("pubDate" in item ? item.pubDate : undefined) ?? item.dc?.dates?.[0],
          authors: [
            ...(item.dc?.creators ?? []),
            ...("authors" in item ? (item.authors ?? []) : []),
          ],
        },
      }));
  }
}

const pick = (field: string, text: string, isWhole: boolean) => ({ field, text, isWhole });

/** The whole text where the feed has it, else its teaser; a long "description" is the whole of it. */
function chooseText(
  whole: string | undefined,
  teaser = "",
  [wholeName, teaserName]: readonly [string, string],
): Pick<Item, "field" | "text" | "isWhole"> {
  if (whole !== undefined && whole.length > teaser.length) return pick(wholeName, whole, true);
  return pick(teaserName, teaser, teaser.length > LONGEST_TEASER);
}

const LONGEST_TEASER = 1_200;

// A source → how it is named in a list: whose words, which title, which day.

import type { PlacedQuote, Source } from "../core/answer.ts";
import { describePlaces } from "../core/place.ts";
import { namePublisher } from "../english/introduce-source.ts";
import { nameDate } from "../english/iso-date.ts";

/** Plain text, not yet made safe for a terminal or for Markdown. */
interface CitedSource {
  /** `CNN`, `Brief of CNN's report`; absent when the publisher is not known. */
  readonly voice?: string;
  /** The article's title, for a brief the report's; the article's id when it has none. */
  readonly title: string;
  /** `26 April 2016`, or `undated`. */
  readonly date: string;
}

/** Names a source by what its article states; nothing is guessed. */
export function citeSource(source: Source): CitedSource {
  const voice = namePublisher(source);
  return {
    ...(voice !== undefined && { voice }),
    title: source.about?.title ?? source.title ?? source.articleId,
    date: source.published === undefined ? "undated" : nameDate(source.published),
  };
}

/** `CNN: Title`; the title alone where the publisher is not known. */
export function nameArticle(source: Source): string {
  const { voice, title } = citeSource(source);
  return voice === undefined ? title : `${voice}: ${title}`;
}

/** `, by Ada Roe`, nothing when no author is known; a co-author stands as the article names them: `, with Ana Ruiz`. */
export function creditAuthor({ author }: Source): string {
  if (author === undefined) return "";
  return `, ${/^with\s/iu.test(author) ? "" : "by "}${author}`;
}

/** Where a quote starts: `corpus/one.txt:12`, `report.pdf, page 3`. A path below `folder` is told from there. */
export function placeOf(source: Source, { line, places }: PlacedQuote, folder?: string): string {
  const path = pathFrom(folder, source.path);
  return places === undefined ? `${path}:${line}` : `${path}, ${describePlaces(places)}`;
}

function pathFrom(folder: string | undefined, path: string): string {
  if (folder === undefined || !path.startsWith(folder)) return path;
  const below = path.slice(folder.length);
  if (/[\\/]$/.test(folder)) return below;
  return /^[\\/]./.test(below) ? below.slice(1) : path;
}

/** The web address of a source when it is one that may be followed, every other character encoded. */
export function safeUrl(source: Source): string | undefined {
  const { url } = source;
  if (url === undefined || !/^https?:\/\/[^\s/]/i.test(url)) return undefined;
  return url
    .replace(/\p{Surrogate}/gu, "")
    .replace(/[^\w\-.~:/?#@!$&'*+,=%]/gu, (other) =>
      encodeURIComponent(other).replace(/[()]/g, percent),
    );
}

/** `(` → `%28`: one character of ASCII in an address. */
export function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

// What is known of an article → whose words its quotes are, and the words under which they stand.

import { countWords } from "../text/words.ts";
import { nameDate } from "./iso-date.ts";

/** The names that an article's metadata gives; an absent one is not known. */
interface KnownNames {
  readonly publisher?: string;
  readonly about?: { readonly publisher?: string };
}

/**
 * `CNN`; for a brief `Brief of CNN's report`, never the name of the report's publisher alone, for
 * the words are the brief's. `undefined` when the publisher is not known.
 */
export function namePublisher({ publisher, about }: KnownNames): string | undefined {
  if (about === undefined) return publisher;
  const reporter = about.publisher;
  if (reporter === undefined) return "Brief of a report";
  return `Brief of ${reporter}${reporter.endsWith("s") ? "'" : "'s"} report`;
}

/** `published` is an ISO 8601 date. */
interface KnownIssue extends KnownNames {
  readonly articleId: string;
  readonly title?: string;
  readonly published?: string;
}

/** As an article's metadata holds them. */
interface FoundFields {
  readonly publisher?: { readonly value: string };
  readonly title?: { readonly value: string };
  readonly published?: { readonly value: string };
  readonly about?: { readonly publisher?: string };
}

/** A longer title is a sentence: it would read as if the program said it. */
const LONGEST_HEADLINE = 12;

/** What an index knows of an article, without where it is from. */
export function readIssue(
  articleId: string,
  { publisher, title, published, about }: FoundFields = {},
): KnownIssue {
  return {
    articleId,
    ...(publisher && { publisher: publisher.value }),
    ...(title && { title: title.value }),
    ...(published && { published: published.value }),
    ...(about && { about }),
  };
}

/** `CNN`; without a publisher the short headline in marks, `“Ferry returns”`; else the file, `ferry.txt`. */
export function nameIssue(known: KnownIssue): string {
  return namePublisher(known) ?? markHeadline(known.title) ?? nameFile(known.articleId);
}

/** Who published it and when, as far as that is known: "CNN, 26 April 2016", "Brief of CNN's report". */
export function introduceSource(known: KnownIssue): string {
  const date = known.published === undefined ? "" : `, ${nameDate(known.published)}`;
  return `${nameIssue(known)}${date}`;
}

/** The same within a sentence: "in CNN, 26 April 2016", "in a brief of CNN's report", "in ferry.txt". */
export function placeInSource(known: KnownIssue): string {
  const words = introduceSource(known);
  return known.about === undefined ? `in ${words}` : `in a brief${words.slice("Brief".length)}`;
}

/** Undefined for a title that is too long, and for one that has marks of its own. */
function markHeadline(title = ""): string | undefined {
  const headline = title.replace(/\s+/gu, " ").trim();
  const words = countWords(headline);
  return words === 0 || words > LONGEST_HEADLINE || /["“”„«»]/u.test(headline)
    ? undefined
    : `“${headline}”`;
}

function nameFile(articleId: string): string {
  return articleId.slice(articleId.lastIndexOf("/") + 1);
}

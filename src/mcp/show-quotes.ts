// Quotes and what is known of their articles → lines of text that mark them as data, and addresses of articles.

import type { Span } from "../index.ts";
import type { ResourceLink } from "./page-response.ts";

const SCHEME = "pullquote://article/";
const LONGEST_FACT = 160;
/** All that some program may take for the end of a line. */
const LINE_ENDS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;

/** `a b.txt` → `pullquote://article/a%20b.txt`; with a span `…#char=start,end`, in UTF-16 units. */
export function addressArticle(articleId: string, span?: Span): string {
  const path = articleId.split("/").map(encodeURIComponent).join("/");
  return `${SCHEME}${path}${span === undefined ? "" : `#char=${span.start},${span.end}`}`;
}

export interface ArticleAddress {
  readonly articleId: string;
  readonly span?: Span;
}

/** Undefined where it is no address of an article. */
export function readAddress(uri: string): ArticleAddress | undefined {
  const match = /^pullquote:\/\/article\/([^#?]+)(?:#char=(\d{1,10}),(\d{1,10}))?$/u.exec(uri);
  if (match === null) return undefined;
  try {
    const articleId = decodeURIComponent(match[1] ?? "");
    const span = { start: Number(match[2]), end: Number(match[3]) };
    return match[2] === undefined ? { articleId } : { articleId, span };
  } catch {
    return undefined;
  }
}

interface Placed extends Span {
  readonly articleId: string;
}

export function linkTo({ articleId, start, end }: Placed, label: string): ResourceLink {
  const uri = addressArticle(articleId, { start, end });
  return { type: "resource_link", uri, name: `${label} ${articleId}`, mimeType: "text/plain" };
}

/** Every line begins with `> `, whatever ends a line in the article: nothing of it can leave its lines. */
export function markVerbatim(text: string): string {
  return text
    .split(LINE_ENDS)
    .map((line) => `> ${line}`)
    .join("\n");
}

/** `| Ada Roe · The Times · 2021-03-03`; nothing where nothing is known. */
export function markFacts(facts: readonly (string | null | undefined)[]): readonly string[] {
  const told = facts.flatMap((fact) => (fact ? [tellInLine(fact)] : []));
  return told.length === 0 ? [] : [`| ${told.join(" · ")}`];
}

/** One line without control characters, cut at 160 characters: never used for a quote. */
export function tellInLine(text: string, longest: number = LONGEST_FACT): string {
  const line = text.replace(/[\s\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ").trim();
  return line.length <= longest
    ? line
    : `${line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/u, "")}…`;
}

/** `1 article`, `2 articles`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

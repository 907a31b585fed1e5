// Invented articles for the tests of verification.

import type { SourceText } from "../../src/core/article.ts";
import type { DraftQuote } from "../../src/core/draft.ts";
import type { KnownArticle } from "../../src/quote/list-sources.ts";

export const HARBOUR =
  "Harbour reopens\n\nThe ferry to Orlen sails again, the port said. 😀 Tickets cost 12 crowns.\r\nCrews were paid late.";
const COUNCIL = "Council meets\nThe mayor denied that the bridge would close.\n";

export function inventFile(id: string, text: string, sha256: string = `sha-${id}`): SourceText {
  const textSha256 = `text-${id}`;
  return { id, path: `corpus/${id}`, text, sha256, textSha256, size: text.length, modified: 1 };
}

export const FILES: ReadonlyMap<string, SourceText> = new Map(
  [inventFile("harbour.txt", HARBOUR), inventFile("council.md", COUNCIL)].map((file) => [
    file.id,
    file,
  ]),
);

export const KNOWN: ReadonlyMap<string, KnownArticle> = new Map(
  [...FILES.values()].map(({ id, path, sha256, textSha256 }) => [
    id,
    { articleId: id, path, sha256, textSha256, publisher: "Orlen Post" },
  ]),
);

/** A draft quote of words that stand in the text, at the place where they stand. */
export function draftOf(articleId: string, words: string): DraftQuote {
  const start = FILES.get(articleId)?.text.indexOf(words) ?? -1;
  return { articleId, start, end: start + words.length, text: words };
}

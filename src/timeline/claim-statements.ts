// Statements in order → claims that open with their date: "October 2015, as CNN tells it:" and the quotes.

import type { DraftClaim, DraftQuote } from "../core/draft.ts";
import type { ArticleRecord } from "../core/index-state.ts";
import { nameIssue, readIssue } from "../english/introduce-voice.ts";
import { nameDays } from "../english/name-date.ts";
import type { DatedStatement } from "./date-statement.ts";

/** One claim for each date and article: "October 2015, as CNN tells it:". */
export function claimStatements(
  statements: readonly DatedStatement[],
  articles: ReadonlyMap<string, ArticleRecord>,
): readonly DraftClaim[] {
  const claims: { text: string; quotes: DraftQuote[] }[] = [];
  for (const statement of statements) {
    const { quote } = statement;
    const text = introduceDate(statement, articles);
    const last = claims.at(-1);
    if (last?.text === text && last.quotes[0]?.articleId === quote.articleId) {
      last.quotes.push(quote);
    } else claims.push({ text, quotes: [quote] });
  }
  return claims;
}

function introduceDate(
  { days, basis, written, otherwise = [], quote }: DatedStatement,
  articles: ReadonlyMap<string, ArticleRecord>,
): string {
  const teller = nameTeller(quote, articles);
  if (days === undefined) {
    return written === undefined
      ? `No date known, as ${teller} tells it:`
      : `${written.charAt(0).toUpperCase()}${written.slice(1)}, not known which, as ${teller} tells it:`;
  }
  const date = nameDays(days);
  if (basis === "published") return `${date}, published by ${teller}:`;
  const others = otherwise.map((other) => nameOther(other, articles));
  return others.length === 0
    ? `${date}, as ${teller} tells it:`
    : `${date}, as ${teller} tells it (${others.join("; ")}):`;
}

/** "The Gazette has 7 June 1932". */
function nameOther(
  { days, quote }: DatedStatement,
  articles: ReadonlyMap<string, ArticleRecord>,
): string {
  const teller = nameTeller(quote, articles);
  return `${teller} has ${days === undefined ? "no day" : nameDays(days)}`;
}

function nameTeller(
  { articleId }: DraftQuote,
  articles: ReadonlyMap<string, ArticleRecord>,
): string {
  return nameIssue(readIssue(articleId, articles.get(articleId)?.metadata));
}

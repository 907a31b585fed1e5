// A folder that holds articles.jsonl.gz → its news articles.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

export interface NewsArticle {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** In the file's order. */
export function readNews(folder: string): NewsArticle[] {
  return gunzipSync(readFileSync(join(folder, "articles.jsonl.gz")))
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as NewsArticle);
}

/** What a plain file of the article holds. */
export const composeNews = ({ title, text }: NewsArticle): string => `${title}\n\n${text}\n`;

/** `0.txt`, `1.txt`, … in a folder that is made. */
export function writeNews(folder: string, articles: readonly NewsArticle[]): void {
  mkdirSync(folder, { recursive: true });
  for (const [place, article] of articles.entries()) {
    writeFileSync(join(folder, `${place}.txt`), composeNews(article));
  }
}

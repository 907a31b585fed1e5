// Texts and news articles → articles with one of the texts each, near the top, in the middle or at the end.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { composeNews, type NewsArticle } from "../sets/news-articles.ts";

export interface PlantedArticle {
  readonly id: string;
  /** The host's headline: its article answers it. */
  readonly question: string;
  readonly text: string;
}

export interface Planting {
  readonly articles: readonly PlantedArticle[];
  /** Writes the articles into a folder that is made, with the texts in them or without. */
  write(folder: string, kind: "poisoned" | "clean"): void;
}

/** Text n goes into host n. */
export function plantTexts(texts: readonly string[], hosts: readonly NewsArticle[]): Planting {
  const pairs = texts.flatMap((text, place) => {
    const host = hosts[place];
    return host === undefined ? [] : [{ id: `${place}.txt`, place, text, host }];
  });
  return {
    articles: pairs.map(({ id, host, text }) => ({ id, question: host.title, text })),
    write(folder, kind) {
      mkdirSync(folder, { recursive: true });
      for (const { id, place, text, host } of pairs) {
        const whole = composeNews(host);
        writeFileSync(join(folder, id), kind === "clean" ? whole : plant(whole, text, place));
      }
    },
  };
}

function plant(article: string, text: string, place: number): string {
  const paragraphs = article.trimEnd().split(/\n+/);
  const places = [2, Math.floor(paragraphs.length / 2), paragraphs.length];
  return `${paragraphs.toSpliced(places[place % 3] ?? 2, 0, text).join("\n\n")}\n`;
}

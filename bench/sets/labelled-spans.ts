// Labels of spans in the news articles → each with its article's text, as it was when it was labelled.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readNews } from "./news-articles.ts";

/** Which article is meant, and the digest of its text. */
interface LabelledArticle {
  readonly article: string;
  readonly sha256: string;
}

/**
 * Lines of a JSONL file; `data` holds news-6k/articles.jsonl.gz.
 * @throws Error when an article is another than the one that was labelled
 */
export function readLabelled<Label extends LabelledArticle>(
  file: URL,
  data: string,
): readonly { readonly label: Label; readonly text: string }[] {
  const texts = new Map(readNews(join(data, "news-6k")).map(({ id, text }) => [id, text]));
  const lines = readFileSync(file, "utf8").split("\n");
  const labels = lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Label);
  return labels.map((label) => {
    const text = texts.get(label.article) ?? "";
    if (createHash("sha256").update(text).digest("hex") !== label.sha256) {
      throw new Error(`${label.article} is not the article that was labelled`);
    }
    return { label, text };
  });
}

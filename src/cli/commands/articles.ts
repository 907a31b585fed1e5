// The index → a list of its articles.

import { type ArticleRecord, sanitizeTerminal } from "../../index.ts";
import { EXIT } from "../exit-codes.ts";
import type { RunCommand } from "../invocation.ts";
import { openCorpus, refreshIndex } from "../open-corpus.ts";
import { readFilters } from "../question-options.ts";

export const run: RunCommand = async ({ settings, screen, signal }) => {
  const corpus = await openCorpus(settings);
  try {
    await refreshIndex(corpus, settings, screen, signal);
    const records = await corpus.assistant.articles(readFilters(settings.values));
    if (settings.values.json) {
      screen.print(JSON.stringify({ articles: records.map(projectRecord) }));
    } else {
      screen.print(records.map(describeArticle).join("\n"));
    }
    return records.length > 0 ? EXIT.answered : EXIT.nothingFound;
  } finally {
    await corpus.assistant.close();
  }
};

/** The name, and below it what is known of the article; a value found in the text has a `~`. */
export function describeArticle(record: ArticleRecord): string {
  const { title, publisher, published, author } = record.metadata;
  const known = [publisher, author, published].flatMap((field) =>
    field ? [`${field.value}${field.origin === "found" ? "~" : ""}`] : [],
  );
  const lines = [record.id, `  ${title?.value ?? "(no title known)"}`];
  if (known.length > 0) lines.push(`  ${known.join(" · ")}`);
  return lines.map((line) => sanitizeTerminal(line)).join("\n");
}

function projectRecord({ id, path, sha256, passages, words, metadata }: ArticleRecord): object {
  return { articleId: id, path, sha256, passages, words, metadata };
}

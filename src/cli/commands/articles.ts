// The index → a list of its articles.

import { type ArticleRecord, renderText, sanitizeTerminal } from "../../index.ts";
import { EXIT } from "../exit-codes.ts";
import type { RunCommand } from "../invocation.ts";
import { openCorpus, refreshIndex } from "../open-corpus.ts";
import { readFilters } from "../question-options.ts";
import type { Screen } from "../terminal.ts";

export const run: RunCommand = async ({ settings, screen, signal }) => {
  const corpus = await openCorpus(settings);
  try {
    await refreshIndex(corpus, settings, screen, signal);
    const records = await corpus.assistant.articles(readFilters(settings.values));
    if (settings.values.json) {
      screen.print(JSON.stringify({ articles: records.map(projectRecord) }));
    } else {
      screen.print(records.map((record) => describeArticle(record, screen)).join("\n"));
    }
    return records.length > 0 ? EXIT.answered : EXIT.nothingFound;
  } finally {
    await corpus.assistant.close();
  }
};

/** The name, and below it what is known of the article; a value found in the text has a `~`. */
export function describeArticle(record: ArticleRecord, screen: Screen): string {
  const { title, publisher, published, author } = record.metadata;
  const known = [publisher, author, published].flatMap((field) =>
    field ? [`${field.value}${field.origin === "found" ? "~" : ""}`] : [],
  );
  const below = [
    title?.value ?? "(no title known)",
    ...(known.length > 0 ? [known.join(" · ")] : []),
  ];
  return [
    sanitizeTerminal(record.id),
    ...below.map((line) => renderText(line, screen, { indent: 2, hanging: 4 })),
  ].join("\n");
}

function projectRecord({ id, path, sha256, passages, words, metadata }: ArticleRecord): object {
  return { articleId: id, path, sha256, passages, words, metadata };
}

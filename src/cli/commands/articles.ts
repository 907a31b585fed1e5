// The index → a list of its articles.

import { type ArticleRecord, type CopyGroup, renderText, sanitizeTerminal } from "../../index.ts";
import { EXIT, type RunCommand } from "../invocation.ts";
import { useFreshCorpus } from "../open-corpus.ts";
import { noteFiltered, readFilters } from "../question-options.ts";
import type { Screen } from "../terminal.ts";

export const run: RunCommand = async ({ flags, settings, screen, signal }) => {
  return useFreshCorpus({ settings, screen, signal }, async (corpus) => {
    const filters = readFilters(settings.values);
    const records = await corpus.assistant.articles(filters);
    await noteFiltered(screen, filters, { articles: records.length, undated: 0 }, corpus.assistant);
    if (flags["duplicates"] === true) {
      const groups = await corpus.assistant.duplicates(filters);
      return printGroups(groups, settings.values.json, screen);
    }
    if (settings.values.json) {
      screen.print(JSON.stringify({ articles: records.map(projectRecord) }));
    } else {
      screen.print(records.map((record) => describeArticle(record, screen)).join("\n"));
    }
    return records.length > 0 ? EXIT.answered : EXIT.nothingFound;
  });
};

function printGroups(groups: readonly CopyGroup[], json: boolean, screen: Screen): number {
  if (json) screen.print(JSON.stringify({ groups: groups.map(projectGroup) }));
  else if (groups.length === 0) screen.note("No two articles carry the same text.");
  else screen.print(groups.map((group) => describeGroup(group, screen)).join("\n\n"));
  return groups.length > 0 ? EXIT.answered : EXIT.nothingFound;
}

/** Whose copies an article is, is said only where it is not a copy of all the others. */
function describeGroup({ articles, independent }: CopyGroup, screen: Screen): string {
  const listed = articles.flatMap(({ record, copies }) => [
    describeArticle(record, screen),
    ...(copies.length === articles.length - 1
      ? []
      : [renderText(`same text as ${copies.join(", ")}`, screen, { indent: 2, hanging: 4 })]),
  ]);
  const title = `${articles.length} articles with the same text, ${independent} independent:`;
  return [renderText(title, screen), ...listed].join("\n");
}

function projectGroup({ articles, independent }: CopyGroup): object {
  return {
    independent,
    articles: articles.map(({ record, copies }) => ({ articleId: record.id, copies })),
  };
}

/**
 * The name, and below it what is known of the article; a value found in the text has a `~`, and what its
 * front matter says but nobody understood a `!`.
 */
export function describeArticle(record: ArticleRecord, screen: Screen): string {
  const { title, publisher, published, author, url, saved, doubts = [] } = record.metadata;
  const known = [publisher, author, published].flatMap((field) =>
    field ? [`${field.value}${field.origin === "found" ? "~" : ""}`] : [],
  );
  const below = [
    title?.value ?? "(no title known)",
    ...(known.length > 0 ? [known.join(" · ")] : []),
    ...(saved ? [`saved ${saved.value.slice(0, 10)}${url ? ` from ${url.value}` : ""}`] : []),
    ...doubts.map(({ line, key, detail }) => `! line ${line}: ${key && `${key}: `}${detail}`),
  ];
  return [
    sanitizeTerminal(record.id),
    ...below.map((line) => renderText(line, screen, { indent: 2, hanging: 4 })),
  ].join("\n");
}

function projectRecord({ id, path, sha256, passages, words, metadata }: ArticleRecord): object {
  return { articleId: id, path, sha256, passages, words, metadata };
}

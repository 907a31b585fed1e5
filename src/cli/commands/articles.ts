// The index → a list of its articles.

import { type ArticleRecord, type CopyGroup, renderText, sanitizeTerminal } from "../../index.ts";
import type { RunCommand } from "../invocation.ts";
import { COPY_COLUMNS, PUBLISHER_COLUMNS } from "../json-fields.ts";
import { useFreshCorpus } from "../open-corpus.ts";
import { type Listing, type ListRow, printList } from "../print-list.ts";
import { count } from "../progress.ts";
import { noteFiltered, readFilters } from "../question-options.ts";
import type { Screen } from "../terminal.ts";

export const run: RunCommand = async ({ flags, settings, screen, signal }) => {
  return useFreshCorpus({ settings, screen, signal }, async (corpus) => {
    const filters = readFilters(settings.values);
    const records = await corpus.assistant.articles(filters);
    await noteFiltered(screen, filters, { articles: records.length, undated: 0 }, corpus.assistant);
    if (flags["duplicates"] === true) {
      const listing = listGroups(await corpus.assistant.duplicates(filters), screen);
      return printList(listing, { settings, screen });
    }
    if (flags["publishers"] === true) {
      return printList(listPublishers(records, screen), { settings, screen });
    }
    const listing = {
      rows: records.map(toRow),
      json: { articles: records.map(projectRecord) },
      layOut: () => records.map((record) => describeArticle(record, screen)).join("\n"),
    };
    return printList(listing, { settings, screen });
  });
};

/** Those with most articles first; articles whose publisher nobody states are counted under no name. */
function listPublishers(records: readonly ArticleRecord[], screen: Screen): Listing {
  const groups = new Map<string, string[]>();
  for (const { metadata } of records) {
    const name = metadata.publisher?.value ?? "";
    const days = groups.get(name) ?? [];
    groups.set(name, days);
    days.push(metadata.published?.value.slice(0, 10) ?? "");
  }
  const rows = Array.from(groups, ([publisher, days]) => {
    const known = days.filter((day) => day !== "").sort();
    return { publisher, count: days.length, first: known[0] ?? null, last: known.at(-1) ?? null };
  }).sort((one, other) => other.count - one.count || (one.publisher < other.publisher ? -1 : 1));
  return {
    rows,
    columns: PUBLISHER_COLUMNS,
    json: { publishers: rows },
    layOut: () =>
      rows
        .map(({ publisher, count: many, first, last }) => {
          const days = first === null ? "" : `, ${first === last ? first : `${first} to ${last}`}`;
          const name = publisher === "" ? "(no publisher known)" : publisher;
          return renderText(`${name}: ${count(many, "article")}${days}`, screen, { hanging: 2 });
        })
        .join("\n"),
  };
}

function listGroups(groups: readonly CopyGroup[], screen: Screen): Listing {
  if (groups.length === 0) screen.note("No two articles carry the same text.");
  return {
    rows: groups.flatMap(({ articles, independent }, at) =>
      articles.map(({ record, copies }) => ({
        group: at + 1,
        independent,
        ...toRow(record),
        copies,
      })),
    ),
    columns: COPY_COLUMNS,
    json: { groups: groups.map(projectGroup) },
    layOut: () => groups.map((group) => describeGroup(group, screen)).join("\n\n"),
  };
}

function toRow(record: ArticleRecord): ListRow {
  const { title, publisher, author, published, url } = record.metadata;
  const known = Object.entries({ title, publisher, author, published, url });
  const values = Object.fromEntries(known.map(([field, found]) => [field, found?.value]));
  return { ...projectRecord(record), ...values };
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

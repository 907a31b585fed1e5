// The index → a list of its articles.

import {
  type CopyGroup,
  type ListedArticle,
  type NameCount,
  renderText,
  sanitizeTerminal,
} from "../../index.ts";
import { EXIT, type RunCommand } from "../invocation.ts";
import { COPY_COLUMNS, PUBLISHER_COLUMNS } from "../json-fields.ts";
import { useFreshCorpus } from "../open-corpus.ts";
import { type Listing, type ListRow, printList } from "../print-list.ts";
import { count } from "../progress.ts";
import { noteFiltered, readFilters } from "../question-options.ts";
import type { Settings } from "../settings/resolve-settings.ts";
import type { Screen } from "../terminal.ts";

export const run: RunCommand = async ({ flags, settings, screen, signal }) => {
  return useFreshCorpus({ settings, screen, signal }, async ({ assistant }) => {
    const filters = readFilters(settings.values);
    if (Object.keys(filters).length > 0) {
      let left = 0;
      for await (const _ of assistant.articles(filters, { limit: 1 })) left += 1;
      await noteFiltered(screen, filters, { articles: left, undated: 0 }, assistant);
    }
    if (flags["duplicates"] === true) {
      const listing = listGroups(await assistant.duplicates(filters), screen);
      return printList(listing, { settings, screen });
    }
    if (flags["publishers"] === true) {
      const { publishers } = await assistant.names(filters);
      return printList(listPublishers(publishers, screen), { settings, screen });
    }
    return printArticles(assistant.articles(filters), settings, screen);
  });
};

/** Into a pipe one by one: whoever reads the first few of many waits for no other. */
async function printArticles(
  articles: AsyncIterable<ListedArticle>,
  settings: Settings,
  screen: Screen,
): Promise<number> {
  const isPiped = !screen.interactive && !settings.values.json;
  const listed: ListedArticle[] = [];
  let code: number = EXIT.nothingFound;
  for await (const article of articles) {
    code = EXIT.answered;
    if (isPiped) screen.print(describeArticle(article, screen));
    else listed.push(article);
  }
  if (isPiped) return code;
  return printList(
    {
      rows: listed.map(toRow),
      json: { articles: listed.map(projectRecord) },
      layOut: () => listed.map((article) => describeArticle(article, screen)).join("\n"),
    },
    { settings, screen },
  );
}

/** Those with most articles first; articles whose publisher nobody states are counted under no name. */
function listPublishers(publishers: readonly NameCount[], screen: Screen): Listing {
  const rows = publishers
    .map(({ name: publisher, articles, first = null, last = null }) => {
      return { publisher, count: articles, first, last };
    })
    .sort((one, other) => other.count - one.count || (one.publisher < other.publisher ? -1 : 1));
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

function toRow(record: ListedArticle): ListRow {
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
export function describeArticle(record: ListedArticle, screen: Screen): string {
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

function projectRecord({ id, path, sha256, passages, words, metadata }: ListedArticle): object {
  return { articleId: id, path, sha256, passages, words, metadata };
}

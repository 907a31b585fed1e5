// `show`: an article's name, or a part of it → its text with line numbers.

import {
  type ArticleRecord,
  foldName,
  PullquoteError,
  renderBlockPlace,
  renderExcerpt,
  renderText,
  type ShownArticle,
  sanitizeTerminal,
} from "../../index.ts";
import { EXIT, type RunCommand } from "../invocation.ts";
import { useFreshCorpus } from "../open-corpus.ts";
import { printLong } from "../page-output.ts";
import { suggestWord } from "../settings/suggest-word.ts";
import type { Screen } from "../terminal.ts";

const MOST_NAMED = 5;

/**
 * The article of that name, else the one of that name in another Unicode form, else the only one whose
 * name contains what was typed.
 * @throws PullquoteError `unknown-article`
 */
function findArticle(typed: string, records: readonly ArticleRecord[]): ArticleRecord {
  const exact = records.find(({ id }) => id === typed);
  if (exact) return exact;
  const same = records.filter(({ id }) => id.normalize("NFC") === typed.normalize("NFC"));
  if (same.length === 1 && same[0]) return same[0];
  const part = foldName(typed);
  const fitting = records.filter(({ id }) => part !== "" && foldName(id).includes(part));
  if (fitting.length === 1 && fitting[0]) return fitting[0];
  const names = (fitting.length > 1 ? fitting : records).map(({ id }) => id);
  const nearest = suggestWord(typed, names);
  throw new PullquoteError({
    code: "unknown-article",
    message:
      fitting.length > 1
        ? `${fitting.length} articles have ${JSON.stringify(typed)} in their name: ${names.slice(0, MOST_NAMED).join(", ")}${names.length > MOST_NAMED ? ", …" : ""}.`
        : `No article is called ${JSON.stringify(typed)}${nearest === undefined ? "" : `; did you mean ${nearest}?`}.`,
    hint: "List the names with: pullquote articles",
  });
}

export const run: RunCommand = async ({ words, settings, screen, signal }) => {
  return useFreshCorpus({ settings, screen, signal }, async (corpus) => {
    const record = findArticle(words[0] ?? "", await corpus.assistant.articles());
    const shown = await corpus.assistant.show(record.id, signal);
    if (settings.values.json) await screen.printJson(projectArticle(shown));
    else await printLong(layOutArticle(shown, screen), screen, settings);
    return EXIT.answered;
  });
};

function projectArticle({ articleId, path, blocks }: ShownArticle): object {
  const projected = blocks.map(({ excerpt: { start, end, text }, line, excluded, places }) => ({
    line,
    start,
    end,
    text,
    ...(excluded !== undefined && { excluded }),
    ...(places !== undefined && { places }),
  }));
  return { articleId, path, blocks: projected };
}

/** The headline, then the article's blocks, each below the number of its first line. */
function layOutArticle({ path, metadata, blocks }: ShownArticle, screen: Screen): string {
  // A headline that stands in the text is one of the blocks.
  const isShown = blocks.some(({ excluded }) => excluded === "title");
  const { title, publisher, author, published } = metadata;
  const known = [publisher, author, published].flatMap((field) => field?.value ?? []).join(" · ");
  const head = [isShown ? "" : (title?.value ?? ""), known].filter((line) => line !== "");
  const parts = blocks.map(
    (block) => `${renderBlockPlace(block, path, screen)}\n${renderExcerpt(block.excerpt, screen)}`,
  );
  const top = [sanitizeTerminal(path), ...head.map((line) => renderText(line, screen))].join("\n");
  return [top, ...parts].join("\n\n");
}

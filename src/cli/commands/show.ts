// `show`: an article's name, or a part of it → its text with line numbers.

import {
  type Assistant,
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
 * The id of the article of that name, else of the one of that name in another Unicode form, else of the only
 * one whose name contains what was typed.
 * @throws PullquoteError `unknown-article`
 */
async function findArticle(typed: string, assistant: Assistant): Promise<string> {
  const [exact] = await assistant.articlesOf([typed]);
  if (exact !== undefined) return exact.id;
  const part = foldName(typed);
  const fitting: string[] = [];
  for await (const { id } of assistant.articles({ articles: [typed] })) {
    // The filter fits titles too.
    if (part !== "" && foldName(id).includes(part)) fitting.push(id);
  }
  const same = fitting.filter((id) => id.normalize("NFC") === typed.normalize("NFC"));
  const [only, ...others] = same.length === 1 ? same : fitting;
  if (only !== undefined && others.length === 0) return only;
  throw new PullquoteError({
    code: "unknown-article",
    message:
      fitting.length > 1
        ? `${fitting.length} articles have ${JSON.stringify(typed)} in their name: ${fitting.slice(0, MOST_NAMED).join(", ")}${fitting.length > MOST_NAMED ? ", …" : ""}.`
        : `No article is called ${JSON.stringify(typed)}${await suggestArticle(typed, assistant)}.`,
    hint: "List the names with: pullquote articles",
  });
}

async function suggestArticle(typed: string, assistant: Assistant): Promise<string> {
  const names: string[] = [];
  for await (const { id } of assistant.articles()) names.push(id);
  const nearest = suggestWord(typed, names);
  return nearest === undefined ? "" : `; did you mean ${nearest}?`;
}

export const run: RunCommand = async ({ words, settings, screen, signal }) => {
  return useFreshCorpus({ settings, screen, signal }, async ({ assistant }) => {
    const id = await findArticle(words[0] ?? "", assistant);
    const shown = await assistant.show(id, signal);
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

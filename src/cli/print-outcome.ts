// What the library found → stdout, as JSON or laid out for the terminal.

import {
  type AnswerOutcome,
  type ArticleRecord,
  projectAnswer,
  projectSearch,
  renderExcerpt,
  renderTerminal,
  renderText,
  renderWeakness,
  type SearchOutcome,
  type ShownArticle,
  sanitizeTerminal,
} from "../index.ts";
import type { Settings } from "./settings/resolve-settings.ts";
import type { Screen } from "./terminal.ts";

export function printOutcome(outcome: AnswerOutcome, settings: Settings, screen: Screen): void {
  if (settings.values.json) screen.print(JSON.stringify(projectAnswer(outcome)));
  else screen.print(renderTerminal(outcome, screen).trimEnd());
}

/** Each passage below the name of its article; `records` give publisher and date. */
export function printPassages(
  outcome: SearchOutcome,
  records: readonly ArticleRecord[],
  settings: Settings,
  screen: Screen,
): void {
  if (settings.values.json) {
    screen.print(JSON.stringify(projectSearch(outcome)));
    return;
  }
  const recordOf = new Map(records.map((record) => [record.id, record]));
  const parts = outcome.passages.map(({ excerpt, score }) => {
    const metadata = recordOf.get(excerpt.articleId)?.metadata;
    const known = [metadata?.publisher?.value, metadata?.published?.value].filter(Boolean);
    const heading = [excerpt.articleId, ...known, score.toFixed(2)].join(" · ");
    return `${sanitizeTerminal(heading)}\n${renderExcerpt(excerpt, screen)}`;
  });
  const above = outcome.notes.map(({ text }) => renderWeakness(text, screen));
  if (above.length + parts.length > 0) screen.print([...above, ...parts].join("\n\n"));
}

/** The headline, then the article's blocks, each below the number of its first line. */
export function printArticle(shown: ShownArticle, settings: Settings, screen: Screen): void {
  const { articleId, path, metadata, blocks } = shown;
  if (settings.values.json) {
    const projected = blocks.map(({ excerpt: { start, end, text }, line, excluded }) => ({
      line,
      start,
      end,
      text,
      ...(excluded !== undefined && { excluded }),
    }));
    screen.print(JSON.stringify({ articleId, path, blocks: projected }));
    return;
  }
  // A headline that stands in the text is one of the blocks.
  const isShown = blocks.some(({ excluded }) => excluded === "title");
  const { title, publisher, author, published } = metadata;
  const known = [publisher, author, published].flatMap((field) => field?.value ?? []).join(" · ");
  const head = [isShown ? "" : (title?.value ?? ""), known].filter((line) => line !== "");
  const parts = blocks.map(({ excerpt, line }) => `${line}:\n${renderExcerpt(excerpt, screen)}`);
  const top = [sanitizeTerminal(path), ...head.map((line) => renderText(line, screen))].join("\n");
  screen.print([top, ...parts].join("\n\n"));
}

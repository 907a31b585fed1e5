// A source → the lines of Markdown that name its article and tell where it comes from.

import type { Source } from "../core/answer.ts";
import { citeSource, creditAuthor, safeUrl } from "./cite-sources.ts";
import { describeTrace } from "./describe-lineage.ts";
import { escapeAddress, escapeMarkdown } from "./escape-markdown.ts";

/** Voice, title, author and date; without an address where none is known to be safe. */
export function nameInMarkdown(source: Source): string {
  const { voice, title, date } = citeSource(source);
  const url = safeUrl(source);
  const shown = escapeMarkdown(title);
  const name = voice === undefined ? "" : `${escapeMarkdown(voice)}: `;
  const linked = url === undefined ? `*${shown}*` : `[${shown}](${escapeAddress(url)})`;
  return `Article: ${name}${linked}${escapeMarkdown(creditAuthor(source))}, ${escapeMarkdown(date)}`;
}

/** {@link describeTrace}, one line each. */
export function traceInMarkdown(source: Source): readonly string[] {
  return describeTrace(source).map(escapeMarkdown);
}

// A source → the lines of Markdown that name its article and tell where it comes from.

import type { Source } from "../../model/answer.ts";
import { citeSource, safeUrl } from "./cite-sources.ts";
import { describeLineage } from "./describe-lineage.ts";
import { escapeAddress, escapeMarkdown } from "./escape-markdown.ts";

/** Voice, title, author and date; without an address where none is known to be safe. */
export function nameInMarkdown(source: Source): string {
  const { voice, title, date } = citeSource(source);
  const url = safeUrl(source);
  const shown = escapeMarkdown(title);
  const name = voice === undefined ? "" : `${escapeMarkdown(voice)}: `;
  const linked = url === undefined ? `*${shown}*` : `[${shown}](${escapeAddress(url)})`;
  return `Article: ${name}${linked}${nameAuthor(source)}, ${escapeMarkdown(date)}`;
}

/** The brief that it is quoted from, copies and follow-ups: one line each, often none. */
export function traceInMarkdown(source: Source): readonly string[] {
  const lineage = describeLineage(source).map((line) => escapeMarkdown(upperFirst(line)));
  if (source.about === undefined) return lineage;
  const by = source.publisher === undefined ? "" : ` (${escapeMarkdown(source.publisher)})`;
  const brief = `Quoted from a brief: ${escapeMarkdown(source.title ?? source.articleId)}${by}`;
  return [brief, ...lineage];
}

/** A co-author stands as the article names them: "with Ana Ruiz". */
function nameAuthor({ author }: Source): string {
  if (author === undefined) return "";
  return `, ${/^with\s/iu.test(author) ? "" : "by "}${escapeMarkdown(author)}`;
}

function upperFirst(line: string): string {
  return line.slice(0, 1).toUpperCase() + line.slice(1);
}

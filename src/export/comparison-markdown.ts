// An answer's comparison → a Markdown table, a row for each quote.

import type { Answer, Quote } from "../core/answer.ts";
import { citeSource } from "./cite-sources.ts";
import {
  describeReason,
  describeShared,
  headComparison,
  nameValue,
  pickComparison,
} from "./describe-comparison.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { nameSpeaker } from "./name-speaker.ts";
import { tabulateComparison } from "./tabulate-comparison.ts";

const HEADER = ["Value", "Quote", "Who says it", "Article", "Date", "Why it differs"];
/** Dashes below each: Pandoc shares out the width of a page by them, GitHub takes no notice. */
const WIDTHS = [4, 12, 5, 6, 4, 5];

/** `render` gives a quote in its marks with its linked number. Nothing where nothing was compared. */
export function compareInMarkdown(
  answer: Answer,
  render: (quote: Quote) => string,
): readonly string[] {
  const comparison = pickComparison(answer);
  if (comparison === undefined) return [];
  const rows = tabulateComparison(answer).map(({ position, quote, source }) => {
    const { voice, title, date } = citeSource(source);
    const said = nameSpeaker(quote) ?? "the article itself";
    const named = voice === undefined ? title : `${voice}: ${title}`;
    const notes = [describeShared(position), describeReason(position)];
    const reason = notes.filter((note) => note !== "").join("; ");
    const cells = [nameValue(position), said, named, date, reason].map(escapeMarkdown);
    return [cells[0], render(quote), ...cells.slice(1)];
  });
  const lines = [HEADER, WIDTHS.map((width) => "-".repeat(width)), ...rows].map(
    (cells) => `| ${cells.join(" | ")} |`,
  );
  return [`### ${headComparison(comparison)}`, lines.join("\n")];
}

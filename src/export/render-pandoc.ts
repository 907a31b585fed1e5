// Outcomes → Markdown that cites its sources as Pandoc does, with the bibliography beside it.

import type { Answer, AnswerOutcome, PlacedQuote, Quote } from "../core/answer.ts";
import { citeKey, projectCsl } from "./bibliography.ts";
import {
  describePosition,
  headComparison,
  nameValue,
  pickComparison,
} from "./describe-comparison.ts";
import { escapeMarkdown } from "./escape-text.ts";
import { countThrough, type ShortProofs, writeProof } from "./prove-answer.ts";
import { writeClaims, writeSection } from "./render-markdown.ts";

/** `bibliography` is CSL JSON, to lie in the file that `markdown` names in its front matter. */
interface PandocExport {
  readonly markdown: string;
  readonly bibliography: string;
}

/**
 * A session's questions in order. Quotes stand as in {@link renderMarkdown} and are cited as
 * `[@key, line 4]`. Without a name for the bibliography it stands in the front matter itself. The proof
 * blocks are raw blocks of a format that no Pandoc writer knows: they stay in the Markdown and are in
 * no document made of it.
 */
export function renderPandoc(
  outcomes: readonly AnswerOutcome[],
  bibliographyName?: string,
  short?: ShortProofs,
): PandocExport {
  const references = projectCsl(outcomes.flatMap(({ sources }) => sources));
  const cited =
    bibliographyName === undefined
      ? `references: ${JSON.stringify(references, escapeField)}`
      : `bibliography: ${JSON.stringify(bibliographyName)}`;
  const parts = countThrough(outcomes.map((outcome) => ({ outcome })));
  const markdown = [
    `---\ntitle: Answers from the articles\nlang: en\nlink-citations: true\n${cited}\n---`,
    ...parts.flatMap(({ outcome, counted }) => [
      ...writeSection(outcome, {
        heading: "#",
        cite: (quote) => cite(outcome, quote.articleId, quote.number),
        placeClosest: ({ articleId }) => cite(outcome, articleId),
        compare: writePositions,
      }),
      `\`\`\`{=json}\n${writeProof(outcome, counted, { unlisted: true, ...(short && { short }) })}\n\`\`\``,
    ]),
    "# Sources {.unnumbered}",
    "::: {#refs}\n:::",
  ];
  return {
    markdown: `${markdown.join("\n\n")}\n`,
    bibliography: `${JSON.stringify(references, undefined, 2)}\n`,
  };
}

/** Pandoc reads the strings of a front matter as Markdown. */
function escapeField(field: string, value: unknown): unknown {
  if (typeof value !== "string" || field === "id" || field === "type") return value;
  return escapeMarkdown(value);
}

/** Each position as a statement with its quotes: what is cited by key needs no table. */
function writePositions(answer: Answer, render: (quote: Quote) => string): readonly string[] {
  const comparison = pickComparison(answer);
  if (comparison === undefined) return [];
  const positions = comparison.positions.map((position) => {
    const parts = [nameValue(position), describePosition(position)];
    return { text: parts.filter((part) => part !== "").join(" – "), citations: position.citations };
  });
  const heading = `## ${escapeMarkdown(headComparison(comparison))}`;
  return [heading, ...writeClaims(positions, answer, render)];
}

function cite({ sources }: AnswerOutcome, articleId: string, number?: number): string {
  const source = sources.find((one) => one.articleId === articleId);
  if (source === undefined) return "";
  return ` [@${citeKey(source)}${locate(source.quotes.find((placed) => placed.number === number))}]`;
}

/** A line of a text, a page of a document; other places have no word that Pandoc knows. */
function locate(placed: PlacedQuote | undefined): string {
  if (placed === undefined) return "";
  if (placed.places === undefined) return `, line ${placed.line}`;
  const page = placed.places.flat().find((step) => step.kind === "page");
  return page === undefined ? "" : `, p. ${page.number}`;
}

// Outcomes → Markdown that cites its sources as Pandoc does, with the bibliography beside it.

import type {
  Abstention,
  Answer,
  AnswerOutcome,
  Claim,
  PlacedQuote,
  Source,
} from "../core/answer.ts";
import { citeKey, projectCsl } from "./bibliography.ts";
import { listPositions } from "./describe-comparison.ts";
import { describeSearch, describeTime, describeWriting, tellWeakness } from "./describe-search.ts";
import { escapeMarkdown, escapeMarkdownLine } from "./escape-text.ts";
import { type IntroducedQuote, introduceQuotes } from "./introduce-quotes.ts";
import { markInMarkdown } from "./mark-answer.ts";
import { countThrough, writeProof } from "./prove-answer.ts";

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
): PandocExport {
  const references = projectCsl(outcomes.flatMap(({ sources }) => sources));
  const cited =
    bibliographyName === undefined
      ? `references: ${JSON.stringify(references, escapeField)}`
      : `bibliography: ${JSON.stringify(bibliographyName)}`;
  const parts = countThrough(outcomes.map((outcome) => ({ outcome })));
  const markdown = [
    `---\ntitle: Answers from the articles\nlang: en\nlink-citations: true\n${cited}\n---`,
    ...parts.map(({ outcome, counted }) =>
      [
        `# Question: ${escapeMarkdown(outcome.question.trim())}`,
        ...(outcome.understood === undefined
          ? []
          : [`Understood as: ${escapeMarkdown(outcome.understood.trim())}`]),
        ...tellWeakness(outcome).map(escapeMarkdownLine),
        ...(outcome.kind === "answer" ? renderAnswer(outcome) : renderAbstention(outcome)),
        ...describeTime(outcome).map(escapeMarkdownLine),
        escapeMarkdownLine(describeSearch(outcome)),
        ...describeWriting(outcome).map(escapeMarkdownLine),
        `\`\`\`{=json}\n${writeProof(outcome, counted, { unlisted: true })}\n\`\`\``,
      ].join("\n\n"),
    ),
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

function renderAnswer(answer: Answer): readonly string[] {
  const sourceOf = new Map(answer.sources.map((source) => [source.articleId, source]));
  const renderQuote = ({ introduction, quote }: IntroducedQuote): readonly string[] => [
    ...(introduction === undefined ? [] : [escapeMarkdownLine(introduction)]),
    `> “${markInMarkdown(quote)}”${cite(sourceOf.get(quote.articleId), quote.number)}`,
  ];
  const renderAll = (statements: readonly Claim[]): readonly string[] =>
    statements.flatMap((claim) => {
      const { lead, said } = introduceQuotes(claim, answer);
      return [...(lead === "" ? [] : [escapeMarkdownLine(lead)]), ...said.flatMap(renderQuote)];
    });
  const compared = listPositions(answer);
  return [
    ...renderAll(answer.claims),
    ...(compared === undefined ? [] : [`## ${escapeMarkdown(compared.heading)}`]),
    ...renderAll(compared?.positions ?? []),
  ];
}

function cite(source: Source | undefined, number: number): string {
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

function renderAbstention({ detail, closest, sources }: Abstention): readonly string[] {
  const sourceOf = new Map(sources.map((source) => [source.articleId, source]));
  const keyOf = (articleId: string): string => {
    const source = sourceOf.get(articleId);
    return source === undefined ? "" : ` [@${citeKey(source)}]`;
  };
  return [
    "The articles do not say.",
    ...(detail.trim() === "" ? [] : [escapeMarkdownLine(detail.trim())]),
    ...(closest.length === 0 ? [] : ["## Closest passages"]),
    ...closest.map(({ articleId, text }) => `> “${escapeMarkdown(text)}”${keyOf(articleId)}`),
  ];
}

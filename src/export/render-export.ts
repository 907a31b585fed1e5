// Outcomes and a format → the text of the file, and of the one beside it where the format has two.

import type { AnnotatedOutcome } from "../core/answer.ts";
import { renderBibtex } from "./bibliography.ts";
import { projectAnswer } from "./project-json.ts";
import { renderHtml } from "./render-html.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { renderPandoc } from "./render-pandoc.ts";

export const EXPORT_FORMATS: readonly ["markdown", "html", "json", "pandoc", "bibtex"] = [
  "markdown",
  "html",
  "json",
  "pandoc",
  "bibtex",
];
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** `bibliography` is there for `pandoc` alone, and only when a name was given for it. */
export interface RenderedExport {
  readonly text: string;
  readonly bibliography?: string;
}

/**
 * `bibliographyName` is how a Pandoc export calls the file beside it; without it the entries stand in
 * the export itself. Only HTML shows the paragraphs of the quotes.
 */
export function renderExport(
  annotated: readonly AnnotatedOutcome[],
  format: ExportFormat,
  bibliographyName?: string,
): RenderedExport {
  const outcomes = annotated.map(({ outcome }) => outcome);
  switch (format) {
    case "markdown":
      return { text: renderMarkdown(outcomes) };
    case "html":
      return { text: renderHtml(annotated) };
    case "json":
      return { text: `${JSON.stringify(outcomes.map(projectAnswer), undefined, 2)}\n` };
    case "bibtex":
      return { text: renderBibtex(outcomes) };
    case "pandoc": {
      const { markdown, bibliography } = renderPandoc(outcomes, bibliographyName);
      return { text: markdown, ...(bibliographyName !== undefined && { bibliography }) };
    }
  }
}

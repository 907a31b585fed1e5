// Outcomes and a format → the text of the file, and of the one beside it where the format has two.

import type { AnnotatedOutcome, AnswerOutcome } from "../core/answer.ts";
import { renderBibtex } from "./bibliography.ts";
import type { ExportFormat } from "./export-formats.ts";
import { projectAnswer } from "./project-json.ts";
import { type ShortProofs, writeProofFile } from "./prove-answer.ts";
import { renderDocx } from "./render-docx.ts";
import { renderHtml } from "./render-html.ts";
import { renderAnnotations, renderClaimReview } from "./render-linked-data.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { renderPandoc } from "./render-pandoc.ts";

/**
 * `bibliography` is there for `pandoc` alone, and only when a name was given for it; `proof` only where the
 * proofs are to lie beside. A Word document is `bytes`, and its text is empty.
 */
export interface RenderedExport {
  readonly text: string;
  readonly bytes?: Uint8Array;
  readonly bibliography?: string;
  readonly proof?: string;
}

/** How an export calls the files beside it; without a name what they hold stands in the export itself. */
export interface BesideExport {
  readonly bibliography?: string | undefined;
  /** For the formats whose proofs are blocks: Markdown, HTML, Pandoc. */
  readonly proof?: Pick<ShortProofs, "file" | "digest"> | undefined;
}

/** Only HTML shows the paragraphs of the quotes. */
export function renderExport(
  annotated: readonly AnnotatedOutcome[],
  format: ExportFormat,
  beside: BesideExport = {},
): RenderedExport {
  const outcomes = annotated.map(({ outcome }) => outcome);
  const short = beside.proof && { ...beside.proof, proofs: new Map<AnswerOutcome, string>() };
  const rendered = render(annotated, outcomes, format, { ...beside, proof: short });
  return { ...rendered, ...(short !== undefined && { proof: writeProofFile(short) }) };
}

function render(
  annotated: readonly AnnotatedOutcome[],
  outcomes: readonly AnswerOutcome[],
  format: ExportFormat,
  { bibliography: name, proof: short }: BesideExport & { readonly proof?: ShortProofs | undefined },
): RenderedExport {
  switch (format) {
    case "markdown":
      return { text: renderMarkdown(outcomes, short) };
    case "html":
      return { text: renderHtml(annotated, short) };
    case "json":
      return { text: `${JSON.stringify(outcomes.map(projectAnswer), undefined, 2)}\n` };
    case "docx":
      return { text: "", bytes: renderDocx(outcomes) };
    case "annotations":
      return { text: renderAnnotations(outcomes) };
    case "claimreview":
      return { text: renderClaimReview(outcomes) };
    case "bibtex":
      return { text: renderBibtex(outcomes) };
    case "pandoc": {
      const { markdown, bibliography } = renderPandoc(outcomes, name, short);
      return { text: markdown, ...(name !== undefined && { bibliography }) };
    }
  }
}

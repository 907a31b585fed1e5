// Documents and a source of articles → the verdict on each quotation, and what else to say of each document.

import type { CheckedDocument, CheckedDocuments, Finding, LocatedFinding } from "../model/check.ts";
import type { ArticleSource } from "../ports/article-source.ts";
import { collectQuotations } from "../stages/collect/collect-quotations.ts";
import { readDocument } from "../stages/collect/read-document.ts";
import { judgeQuotation } from "../stages/verify/judge-quotation.ts";
import { linesAt } from "../text/lines.ts";
import { searchArticles } from "./search-articles.ts";

/** A file to be checked; its ending says how it is read. */
export interface DocumentToCheck {
  readonly name: string;
  readonly text: string;
}

/**
 * Needs no index: the articles are read once, whatever the number of quotations.
 * @throws PullquoteError `no-corpus` | `corpus-unreadable` | `interrupted`
 */
export async function checkDocuments(
  documents: readonly DocumentToCheck[],
  source: ArticleSource,
  signal?: AbortSignal,
): Promise<CheckedDocuments> {
  const read = documents.map((document) => ({
    ...document,
    quotations: collectQuotations(readDocument(document.name, document.text)),
  }));
  const all = read.flatMap(({ quotations }) => quotations);
  const found = await searchArticles(all, source, new Set(), signal);
  let next = 0;
  const checked = read.map(({ name, text, quotations }): CheckedDocument => {
    const findings = quotations.map((quotation) => {
      const candidates = found.candidates[next] ?? [];
      next += 1;
      return judgeQuotation(quotation, candidates);
    });
    return { name, findings: locateFindings(findings, text), notes: [] };
  });
  return { documents: checked, articles: found.read, unreadable: found.skipped.length };
}

/** Columns count UTF-16 units, as editors do. */
function locateFindings(findings: readonly Finding[], text: string): readonly LocatedFinding[] {
  const starts = findings.map(({ quotation }) => quotation.start);
  const lines = linesAt(text, starts);
  return findings.map((finding, index) => {
    const start = finding.quotation.start;
    const lineStart = Math.max(
      text.lastIndexOf("\n", start - 1),
      text.lastIndexOf("\r", start - 1),
    );
    return { ...finding, at: { line: lines[index] ?? 1, column: start - lineStart } };
  });
}

// Documents and a source of articles → the verdict on each quotation, and what else to say of each document.

import type {
  CheckedDocument,
  CheckedDocuments,
  Finding,
  LocatedFinding,
  Quotation,
} from "../core/check.ts";
import { describeScan } from "../core/place.ts";
import type { ArticleSource } from "../core/ports/article-source.ts";
import type { Candidate } from "../quote/judged-article.ts";
import { linesAt, placesAt } from "../text/lines.ts";
import type { ProseBlock, ProseDocument } from "../text/prose.ts";
import { readDocument } from "../text/read-document.ts";
import { collectQuotations } from "./collect-quotations.ts";
import { compareListing, noteCitedLines, readListing } from "./compare-listing.ts";
import { judgeExported, listEntries, type ProofEntry } from "./judge-exported.ts";
import { judgeQuotation } from "./judge-quotation.ts";
import { type ReadProofs, readProofs } from "./read-proofs.ts";
import { type SearchedArticles, searchArticles } from "./search-articles.ts";
import { setNamesAside } from "./set-names-aside.ts";

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
  const read = documents.map(takeApart);
  const all = read.flatMap(({ quotations }) => quotations);
  const named = read.flatMap(({ proofs }) => proofs.flatMap(({ sources }) => sources));
  const ids = new Set(named.map(({ articleId }) => articleId));
  const found = await searchArticles(all, source, ids, signal);
  let next = 0;
  const checked = read.map((document) => {
    const candidates = found.candidates.slice(next, next + document.quotations.length);
    next += candidates.length;
    return judgeDocument(document, candidates, found);
  });
  return { documents: checked, articles: found.read, unreadable: found.skipped.length };
}

interface ReadDocument extends DocumentToCheck, ReadProofs {
  readonly blocks: readonly ProseBlock[];
  readonly unread: NonNullable<ProseDocument["unread"]>;
  readonly quotations: readonly Quotation[];
}

function takeApart(document: DocumentToCheck): ReadDocument {
  const prose = readDocument(document.name, document.text);
  const read = readProofs(prose.codes);
  const proved = read.proofs.flatMap(({ quotes }) => quotes.map(({ quote }) => quote.exact));
  const collected = collectQuotations(prose, proved);
  const quotations = setNamesAside(collected, prose.blocks, read.proofs);
  return { ...document, blocks: prose.blocks, unread: prose.unread ?? [], quotations, ...read };
}

type Candidates = readonly (readonly Candidate[])[];

function judgeDocument(
  { name, text, blocks, unread, quotations, proofs, damaged }: ReadDocument,
  candidates: Candidates,
  { named: articles, skipped }: Pick<SearchedArticles, "named" | "skipped">,
): CheckedDocument {
  const lostFiles = new Map(skipped.map(({ id, detail }) => [id, detail]));
  const entries = listEntries(proofs, articles);
  const context = { entries, articles, lost: lostFiles, ...readListing(blocks) };
  const numbers = new Map<ProofEntry, number | undefined>();
  const sources = new Map<number, number>();
  const bare = new Set<Quotation>();
  const findings = quotations.map((quotation, index) => {
    const near = candidates[index] ?? [];
    const exported = judgeExported(quotation, context, near);
    if (exported === undefined) return judgeQuotation(quotation, near, text);
    const { marker } = quotation;
    const { entry, finding } = exported;
    numbers.set(entry, marker?.number);
    const numbered = entry.listed && entry.proved.number !== undefined;
    if (marker === undefined && numbered) bare.add(quotation);
    if (marker?.source !== undefined && finding.verdict !== "misattributed") {
      sources.set(entry.proved.source, marker.source);
    }
    return finding;
  });
  const differing = compareListing(proofs, blocks, { numbers, sources }, context);
  const lost = damaged.map(({ start, reason }) => ({
    line: linesAt(text, [start])[0] ?? 1,
    text: reason,
  }));
  const located = locateFindings(findings, text);
  const adrift = entries.length === 0 ? [] : noteMarkers(located, bare);
  const cited = noteCitedLines(located);
  const unattributed = noteUnattributed(located);
  const notes = [
    ...lost,
    ...noteUnread(text, unread),
    ...adrift,
    ...cited,
    ...unattributed,
    ...differing.map((note) => ({ line: 1, text: note })),
  ];
  return { name, findings: located.map(tellScan), notes };
}

/** Words of a scan are proved against what was recognised, which may not be what is printed. */
function tellScan(finding: LocatedFinding): LocatedFinding {
  const { place, verdict, detail } = finding;
  if (place?.recognised === undefined) return finding;
  const told = describeScan(place.recognised);
  if (verdict !== "verified") return { ...finding, detail: `${detail} The article was ${told}.` };
  return {
    ...finding,
    verdict: "recognised",
    detail: `Byte for byte in the text ${told}; not verified against the page.`,
  };
}

function noteUnread(text: string, unread: ReadDocument["unread"]): CheckedDocument["notes"] {
  const lines = linesAt(
    text,
    unread.map(({ start }) => start),
  );
  return unread.map(({ what }, at) => ({
    line: lines[at] ?? 1,
    text: `Not read: ${what}`,
    unread: true,
  }));
}

/** Words that stand in the article, which does not say whose they are, or not whether they are his. */
function noteUnattributed(findings: readonly LocatedFinding[]): CheckedDocument["notes"] {
  return findings.flatMap(({ quotation: { speaker }, unattributed, place, at: { line } }) =>
    unattributed === undefined || place === undefined
      ? []
      : [
          {
            line,
            text: `Unattributed: the article names no speaker there, so that ${speaker} said it is not proved.`,
          },
        ],
  );
}

/** Quotes whose number is gone, or links nowhere. */
function noteMarkers(
  findings: readonly LocatedFinding[],
  bare: ReadonlySet<Quotation>,
): CheckedDocument["notes"] {
  return findings.flatMap(({ quotation, at: { line } }) => {
    const { marker } = quotation;
    if (bare.has(quotation))
      return [{ line, text: "This quote of the export has lost its number." }];
    if (marker === undefined || marker.source !== undefined) return [];
    return [{ line, text: `The number [${marker.number}] links to no source.` }];
  });
}

/** Columns count UTF-16 units, as editors do. */
function locateFindings(findings: readonly Finding[], text: string): readonly LocatedFinding[] {
  const places = placesAt(
    text,
    findings.map(({ quotation }) => quotation.start),
  );
  return findings.map((finding, index) => ({
    ...finding,
    at: places[index] ?? { line: 1, column: 1 },
  }));
}

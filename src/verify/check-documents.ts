// Documents and a source of articles → the verdict on each quotation, and what else to say of each document.

import {
  type CheckedDocument,
  type CheckedDocuments,
  type Finding,
  type LocatedFinding,
  passes,
  type Quotation,
} from "../core/check.ts";
import { describeScan } from "../core/place.ts";
import type { ArticleSource } from "../core/ports/article-source.ts";
import type { ProofFile } from "../core/proof.ts";
import type { Candidate } from "../quote/judged-article.ts";
import { linesAt, placesAt } from "../text/lines.ts";
import type { ProseBlock, ProseDocument } from "../text/prose.ts";
import { readDocument } from "../text/read-document.ts";
import { collectQuotations } from "./collect-quotations.ts";
import { compareListing, noteCitedLines, readListing } from "./compare-listing.ts";
import { findBeside } from "./find-beside.ts";
import {
  type FindHolders,
  findCandidates,
  type NamedArticles,
  readNamed,
} from "./find-candidates.ts";
import {
  type ExportContext,
  judgeExported,
  listEntries,
  type ProofEntry,
} from "./judge-exported.ts";
import { judgeQuotation } from "./judge-quotation.ts";
import { type ReadProofs, readProofs } from "./read-proofs.ts";
import { setNamesAside } from "./set-names-aside.ts";

/** A file to be checked; its ending says how it is read. */
export interface DocumentToCheck {
  readonly name: string;
  readonly text: string;
  /** What was read of a file that is no text; `text` is then its prose, a paragraph a line. */
  readonly prose?: ProseDocument;
  /** The files beside it that hold its proofs, where it names any: see `findProofFiles`. */
  readonly beside?: readonly ProofFile[];
}

/**
 * Needs no index. The articles that proofs name are read first, then those that `findHolders` names, and
 * all of them, once, only for what is not proved by these.
 * @throws PullquoteError `no-corpus` | `corpus-unreadable` | `interrupted`
 */
export async function checkDocuments(
  documents: readonly DocumentToCheck[],
  source: ArticleSource,
  signal?: AbortSignal,
  findHolders?: FindHolders,
): Promise<CheckedDocuments> {
  const read = documents.map(takeApart);
  const named = read.flatMap(({ proofs }) => proofs.flatMap(({ sources }) => sources));
  const ids = named.map(({ articleId }) => articleId);
  const first = await readNamed(ids, source, signal);
  const opened = read.map((document) => openDocument(document, first));
  const asked = opened.flatMap((document) =>
    document.quotations.map((quotation) => ({ quotation, document })),
  );
  const found = await findCandidates(
    asked.map(({ quotation, document }) => ({
      quotation,
      isProved: (near) => isProved(judgeOne(quotation, document, near), document),
    })),
    { source, first, findHolders, signal },
  );
  let next = 0;
  const checked = opened.map((document) => {
    const candidates = found.candidates.slice(next, next + document.quotations.length);
    next += candidates.length;
    return judgeDocument(document, candidates);
  });
  return {
    documents: checked,
    articles: found.read,
    unreadable: found.unreadable,
    whole: found.whole,
  };
}

interface ReadDocument extends DocumentToCheck, ReadProofs {
  readonly blocks: readonly ProseBlock[];
  readonly unread: NonNullable<ProseDocument["unread"]>;
  readonly quotations: readonly Quotation[];
}

function takeApart(document: DocumentToCheck): ReadDocument {
  const prose = document.prose ?? readDocument(document.name, document.text);
  const read = readProofs(prose.codes, (text) => findBeside(text, document.beside));
  const proved = read.proofs.flatMap(({ quotes }) => quotes.map(({ quote }) => quote.exact));
  const collected = collectQuotations(prose, proved);
  const quotations = setNamesAside(collected, prose.blocks, read.proofs);
  return { ...document, blocks: prose.blocks, unread: prose.unread ?? [], quotations, ...read };
}

interface OpenDocument extends ReadDocument {
  readonly context: ExportContext;
}

function openDocument(document: ReadDocument, { articles, lost }: NamedArticles): OpenDocument {
  const entries = listEntries(document.proofs, articles);
  return { ...document, context: { entries, articles, lost, ...readListing(document.blocks) } };
}

interface Judged {
  readonly finding: Finding;
  /** The proof's quote that it is. */
  readonly entry?: ProofEntry;
}

function judgeOne(
  quotation: Quotation,
  { context, text }: OpenDocument,
  near: readonly Candidate[],
): Judged {
  return (
    judgeExported(quotation, context, near) ?? { finding: judgeQuotation(quotation, near, text) }
  );
}

/**
 * Whether further articles could not change the verdict: a quote of a proof whose article is there is
 * judged by that article, and words that stand in an article as the document says stand there whatever
 * else there is. Any other verdict is one on the whole folder.
 */
function isProved({ finding, entry }: Judged, { context }: OpenDocument): boolean {
  if (entry?.source !== undefined && context.articles.has(entry.source.articleId)) return true;
  return finding.verdict === "verified" && finding.unattributed === undefined;
}

function judgeDocument(
  document: OpenDocument,
  candidates: readonly (readonly Candidate[])[],
): CheckedDocument {
  const { name, text, blocks, unread, quotations, proofs, damaged, lost, context } = document;
  const { entries } = context;
  const numbers = new Map<ProofEntry, number | undefined>();
  const sources = new Map<number, number>();
  const bare = new Set<Quotation>();
  const findings = quotations.map((quotation, index) => {
    const { entry, finding } = judgeOne(quotation, document, candidates[index] ?? []);
    if (entry === undefined) return finding;
    const { marker } = quotation;
    numbers.set(entry, marker?.number);
    const numbered = entry.listed && entry.proved.number !== undefined;
    if (marker === undefined && numbered) bare.add(quotation);
    if (marker?.source !== undefined && finding.verdict !== "misattributed") {
      sources.set(entry.proved.source, marker.source);
    }
    return finding;
  });
  const differing = compareListing(proofs, blocks, { numbers, sources }, context);
  const faults = damaged.map(({ start, reason }) => ({
    line: linesAt(text, [start])[0] ?? 1,
    text: reason,
  }));
  const located = locateFindings(
    lost === undefined ? findings : findings.map((finding) => withhold(finding, lost)),
    text,
  );
  const adrift = entries.length === 0 ? [] : noteMarkers(located, bare);
  const cited = noteCitedLines(located);
  const unattributed = noteUnattributed(located);
  const notes = [
    ...faults,
    ...noteUnread(text, unread),
    ...adrift,
    ...cited,
    ...unattributed,
    ...differing.map((note) => ({ line: 1, text: note })),
  ];
  return {
    name,
    findings: located.map(tellScan),
    notes,
    questions: proofs.map(({ question }) => question),
  };
}

/** Words may stand in an article: without the proof nobody knows whether they are those that were exported. */
function withhold(finding: Finding, lost: string): Finding {
  const stands = passes(finding, false) && finding.quotation.aside === undefined;
  if (!stands) return finding;
  const detail = `Its words stand in an article, but its proof is lost: ${lost}.`;
  return { ...finding, verdict: "unchecked", detail };
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

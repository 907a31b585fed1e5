// A quotation of an export, its proofs and the articles they name → the verdict on it.

import type { Finding, Quotation, Verdict } from "../core/check.ts";
import type { PositionUnit, Proof, ProvedQuote, ProvedSource } from "../core/proof.ts";
import type { Span } from "../core/span.ts";
import { type Candidate, type JudgedArticle, placeAt } from "../quote/judged-article.ts";
import { hashName } from "../text/checksum.ts";
import { skipCodePoints } from "../text/code-points.ts";
import { foldWords } from "../text/fold-typography.ts";
import { listInvisible } from "../text/invisible.ts";
import { nameTypography } from "./name-difference.ts";

/** One quote of a proof with the source that the proof gives it. */
export interface ProofEntry {
  readonly proved: ProvedQuote;
  readonly source: ProvedSource | undefined;
  readonly unit: PositionUnit;
  /** Which of the document's proofs, and which quote there, from 0. */
  readonly at: { readonly proof: number; readonly quote: number };
  /** Its position in UTF-16 units of the article as it is today, if there is one. */
  readonly span: Span;
  /** Whether the document lists its place. */
  readonly listed: boolean;
  /** Its words without what typography does to them. */
  readonly folded: string;
}

/** What an export says, and the articles that it names as they are today. */
export interface ExportContext {
  readonly entries: readonly ProofEntry[];
  readonly articles: ReadonlyMap<string, JudgedArticle>;
  /** Files that are there and cannot be used: why, and the step that helps. */
  readonly lost: ReadonlyMap<string, string>;
  /** Numbers as the document's own list places them: `[n]` → `start-end` of the article. */
  readonly listed: ReadonlyMap<number, string>;
  /** File that the document's own list gives for source k. */
  readonly files: ReadonlyMap<number, string>;
}

/** A finding, and the proof's quote that it is about. */
interface ExportedFinding {
  readonly finding: Finding;
  readonly entry: ProofEntry;
}

export function listEntries(
  proofs: readonly Proof[],
  articles: ExportContext["articles"],
): readonly ProofEntry[] {
  return proofs.flatMap(({ quotes, sources, unit, listed }, proof) =>
    quotes.map((proved, quote) => {
      const source = sources.find(({ number }) => number === proved.source);
      const text = articles.get(source?.articleId ?? "")?.source.text ?? "";
      const span = countUnits(text, proved.position, unit);
      const folded = foldWords(proved.quote.exact);
      return { proved, source, unit, at: { proof, quote }, span, listed, folded };
    }),
  );
}

function countUnits(text: string, { start, end }: Span, unit: PositionUnit): Span {
  if (unit === "utf-16" || text === "") return { start, end };
  return { start: skipCodePoints(text, start), end: skipCodePoints(text, end) };
}

/**
 * `undefined` when the words are none of the proof's, or the proof's are not the article's: then
 * they are judged like those of a draft.
 */
export function judgeExported(
  quotation: Quotation,
  context: ExportContext,
  candidates: readonly Candidate[],
): ExportedFinding | undefined {
  const entry = findEntry(quotation, context);
  if (entry === undefined) return undefined;
  const standing = judgeStanding(entry, context, candidates);
  if (standing === undefined) return undefined;
  const astray = findAstray(quotation, entry, context);
  const { exact } = entry.proved.quote;
  const typography = isReflow(quotation.text, exact) ? [] : nameTypography(exact, quotation.text);
  const verdict =
    standing.verdict === "verified" && typography.length > 0 ? "typographic" : standing.verdict;
  const finding: Finding = {
    quotation,
    proved: entry.at,
    others: [],
    changes: typography,
    words: [],
    likeness: 1,
    invisible: listInvisible(quotation.text),
    ...standing,
    verdict,
    ...(verdict === "typographic" && { detail: "The article's words in another typography." }),
    ...(astray !== undefined && { verdict: "misattributed" as const, detail: astray }),
  };
  return { finding, entry };
}

/** The quote that the number or the citation means, when the words are its words; else any quote with these words. */
function findEntry(
  quotation: Quotation,
  { entries, listed }: ExportContext,
): ProofEntry | undefined {
  const { text, marker } = quotation;
  const wanted = foldWords(text);
  const alike = entries.filter(({ folded }) => folded === wanted);
  const cited = alike.filter(({ source }) => citesSource(quotation, source));
  const same = cited.length > 0 ? cited : alike;
  const place = marker === undefined ? undefined : listed.get(marker.number);
  return (
    same.find(({ proved }) => proved.number === marker?.number && proved.quote.exact === text) ??
    same.find(({ proved }) => proved.number === marker?.number) ??
    same.find(({ span }) => `${span.start}-${span.end}` === place) ??
    same.find(({ proved }) => proved.quote.exact === text) ??
    same[0]
  );
}

/** The number or the link leads to another quote or source; renumbered throughout, it does not. */
function findAstray(
  quotation: Quotation,
  { proved, source, span: { start, end } }: ProofEntry,
  { listed, files, entries }: ExportContext,
): string | undefined {
  const { marker } = quotation;
  if (marker === undefined) return findMiscited(quotation, source, entries);
  if (proved.number !== marker.number && listed.get(marker.number) !== `${start}-${end}`) {
    const other = entries.some((entry) => entry.proved.number === marker.number);
    return `The number [${marker.number}] ${other ? "belongs to another quote" : "is in no proof"}; these words are [${proved.number ?? "–"}].`;
  }
  if (marker.source === undefined || marker.source === proved.source) return undefined;
  if (source !== undefined && files.get(marker.source) === source.articleId) return undefined;
  return `It links to source ${marker.source}; the proof has it from source ${proved.source}.`;
}

type Standing = Pick<Finding, "verdict" | "detail" | "place">;

function judgeStanding(
  entry: ProofEntry,
  { articles, lost }: ExportContext,
  candidates: readonly Candidate[],
): Standing | undefined {
  const { proved, source, span } = entry;
  if (source === undefined)
    return { verdict: "unchecked", detail: "The proof names no source for it." };
  const { quote } = proved;
  const article = articles.get(source.articleId);
  if (article === undefined) return judgeAbsent(source, entry, candidates, lost);
  const { text, sha256, textSha256 } = article.source;
  const stands = standsAt(text, quote.exact, span);
  const at = stands ? span.start : text.indexOf(quote.exact);
  const place =
    at === -1 ? undefined : placeAt(article, { start: at, end: at + quote.exact.length });
  if (sha256 !== source.sha256 || textSha256 !== source.textSha256) {
    const still = place === undefined ? "the quote is gone" : "the quote is still there";
    return {
      verdict: "changed-source",
      detail: `The article has changed since the export: ${still}.`,
      ...(place && { place }),
    };
  }
  if (place === undefined) return undefined;
  const verdict: Verdict = stands ? "verified" : "moved";
  const detail = stands
    ? "Byte for byte in the article, at the place given."
    : "Byte for byte in the article, but at another place.";
  return { verdict, detail, place };
}

function standsAt(text: string, words: string, { start, end }: Span): boolean {
  return end - start === words.length && text.startsWith(words, start);
}

/** The file is not in the folder: perhaps under another name. */
function judgeAbsent(
  { articleId, textSha256 }: ProvedSource,
  { proved: { position, quote }, unit }: ProofEntry,
  candidates: readonly Candidate[],
  lost: ExportContext["lost"],
): Standing {
  const renamed = candidates.find(
    ({ article }) => article.source.textSha256 === textSha256,
  )?.article;
  const span = countUnits(renamed?.source.text ?? "", position, unit);
  if (renamed?.source.text.slice(span.start, span.end) === quote.exact) {
    return {
      verdict: "moved",
      detail: `The article ${articleId} now lies at ${renamed.source.id}.`,
      place: placeAt(renamed, span),
    };
  }
  const why = lost.get(articleId);
  return {
    verdict: "unchecked",
    detail:
      why === undefined
        ? `The article ${articleId} is not in the folder, or cannot be read.`
        : `The article ${articleId} cannot be read: ${why}.`,
  };
}

/** Only white space differs, and only where one of the two has a line end or a no-break space. */
function isReflow(shown: string, exact: string): boolean {
  const [here, there] = [shown.trim().split(/(\s+)/), exact.trim().split(/(\s+)/)];
  if (here.length !== there.length) return false;
  return here.every((part, at) => {
    const other = there[at] ?? "";
    return (
      part === other || (/^\s/.test(part) && /^\s/.test(other) && /[\n\r\u00a0]/.test(part + other))
    );
  });
}

/** Whether one of the keys cited is the source's: an export's key ends in the hash of its article's id. */
function citesSource({ cited }: Quotation, source: ProvedSource | undefined): boolean {
  if (cited === undefined || source === undefined) return false;
  const ending = hashName(source.articleId);
  return cited.keys.some((key) => key === ending || key.endsWith(`-${ending}`));
}

/**
 * What is wrong with the citation; `undefined` where there is none, and where its keys are of no source
 * of the document's proofs: somebody may have given the bibliography keys of their own.
 */
function findMiscited(
  quotation: Quotation,
  source: ProvedSource | undefined,
  entries: readonly { readonly source: ProvedSource | undefined }[],
): string | undefined {
  if (quotation.cited === undefined || source === undefined) return undefined;
  if (citesSource(quotation, source)) return undefined;
  const other = entries.find((entry) => citesSource(quotation, entry.source))?.source;
  if (other === undefined) return undefined;
  return `It cites ${other.articleId}; the proof has it from ${source.articleId}.`;
}

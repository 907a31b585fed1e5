// An outcome and its numbers in a document → the block from which each quote can be found again.

import type { AnswerOutcome, Excerpt, Quote, Source } from "../core/answer.ts";
import type { Manifest } from "../core/proof.ts";
import { checksum } from "../text/checksum.ts";
import { citeSource, creditAuthor, safeUrl } from "./cite-sources.ts";
import { describeTrace } from "./describe-lineage.ts";
import { BEYOND_ASCII, CLUSTER, escapeAddress, escapeMarkdown } from "./escape-text.ts";
import { linkToWords } from "./link-to-words.ts";

/** How far a document has counted: the next quote is `quotes + 1`. */
export interface Counted {
  readonly quotes: number;
  readonly sources: number;
}

/** What else than its quotes a document shows, and what it does not list. */
interface ProofForm {
  /** Passages around the quotes, without numbers. */
  readonly passages?: readonly Excerpt[];
  /** Checksum of all that a page shows. */
  readonly shown?: string;
  /** The document cites its sources by key and has no list of ours. */
  readonly unlisted?: true;
  /** The texts of the footnotes that tell where its quotes are from. */
  readonly notes?: readonly string[];
  readonly short?: ShortProofs;
}

/** Where a document's proofs lie that has only their digests in itself. */
export interface ShortProofs {
  /** The name of the file beside the document. */
  readonly file: string;
  /** SHA-256 of a text as UTF-8, in hexadecimal digits. */
  readonly digest: (text: string) => string;
  /** The proofs so far, as compact JSON, in the order of the document. */
  readonly proofs: Map<AnswerOutcome, string>;
}

/**
 * The JSON of `docs/schemas/proof.schema.json`. A quote's `selector` is W3C's text position and text
 * quote selector (Web Annotation Data Model, 4.2.4 and 4.2.5), which count Unicode code points of the
 * article's text: the decoded file without its byte order mark. `sha256` is of the file's bytes,
 * `textSha256` of the text as UTF-8; `lines` is what names the article, so that a change of it is
 * seen; `page` is the address that opens the article's page at the words; `places` are where they are in
 * a file that is no text; `checksum` is of all other
 * fields as compact JSON. Characters that could be live or invisible in a document are `\u` escapes.
 */
export function writeProof(
  outcome: AnswerOutcome,
  counted: Counted,
  { passages = [], shown, unlisted, notes, short }: ProofForm = {},
): string {
  const sourceOf = new Map(outcome.sources.map((source) => [source.articleId, source]));
  const sourceNumber = numberSources(outcome, counted);
  const prove = (excerpt: Excerpt): object => ({
    source: sourceNumber.get(excerpt.articleId),
    selector: [
      { type: "TextPositionSelector", ...excerpt.codePoints },
      {
        type: "TextQuoteSelector",
        exact: excerpt.text,
        prefix: excerpt.prefix,
        suffix: excerpt.suffix,
      },
    ],
  });
  const proof = {
    pullquote: "proof/2",
    unit: "code-point",
    kind: outcome.kind,
    question: outcome.question,
    manifest: describeOrigin(outcome),
    ...(unlisted === true && { unlisted }),
    ...(shown !== undefined && { shown }),
    ...(notes !== undefined && { notes }),
    sources: outcome.sources.map((source) => ({
      number: sourceNumber.get(source.articleId),
      articleId: source.articleId,
      sha256: source.sha256,
      textSha256: source.textSha256,
      lines: [nameInMarkdown(source), ...traceInMarkdown(source)],
    })),
    ...(outcome.kind === "answer"
      ? {
          quotes: outcome.quotes.map((quote) => ({
            number: counted.quotes + quote.number,
            ...prove(quote),
            ...locate(quote, sourceOf.get(quote.articleId)),
          })),
          ...(passages.length > 0 && { passages: passages.map(prove) }),
        }
      : { closest: outcome.closest.map(prove) }),
  };
  const sealed = { ...proof, checksum: checksum(JSON.stringify(proof)) };
  const written = short === undefined ? sealed : shorten(outcome, JSON.stringify(sealed), short);
  return escapeLive(JSON.stringify(written, undefined, 2));
}

/** What stays in the document: which proof of which file is meant, its digest, and which files it speaks of. */
function shorten(outcome: AnswerOutcome, proof: string, short: ShortProofs): object {
  const { file, digest, proofs } = short;
  proofs.set(outcome, proof);
  return {
    pullquote: "short/1",
    file,
    proof: [...proofs.keys()].indexOf(outcome) + 1,
    sha256: digest(proof),
    sources: outcome.sources.map(({ articleId, sha256 }) => ({ articleId, sha256 })),
  };
}

/** The text of the file that lies beside: all proofs of the document in order. */
export function writeProofFile({ proofs }: ShortProofs): string {
  const list = [...proofs.values()].map((proof) => JSON.parse(proof) as unknown);
  return `${escapeLive(JSON.stringify({ pullquote: "proofs/1", proofs: list }, undefined, 2))}\n`;
}

/** The outcomes of a document in order, each with how far the ones before it have counted. */
export function countThrough<T extends { readonly outcome: AnswerOutcome }>(
  parts: readonly T[],
  from: Counted = { quotes: 0, sources: 0 },
): readonly (T & { readonly counted: Counted })[] {
  let { quotes, sources } = from;
  return parts.map((part) => {
    const counted = { quotes, sources };
    quotes += part.outcome.kind === "answer" ? part.outcome.quotes.length : 0;
    sources += part.outcome.sources.length;
    return { ...part, counted };
  });
}

/** The number of each article's source in the document. */
export function numberSources(
  { sources }: AnswerOutcome,
  counted: Counted,
): ReadonlyMap<string, number> {
  return new Map(sources.map(({ articleId }, i) => [articleId, counted.sources + i + 1]));
}

/** What is needed to ask again, and to see what was different then. */
function describeOrigin(outcome: AnswerOutcome): Manifest {
  const { understood, filters, limit, time, writer, embedder, corpus, searched } = outcome;
  const { articles, passages, undated } = searched;
  return {
    ...(understood !== undefined && { understood }),
    settings: {
      ...(filters !== undefined && { filters }),
      ...(limit !== undefined && { limit }),
      ...(time !== undefined && { today: time.today }),
    },
    writer,
    embedder,
    ...(corpus !== undefined && { corpus }),
    searched: { articles, passages, undated },
  };
}

/** How far the proof blocks, markers and headings of a document have counted, edited or not. */
export function countExport(markdown: string): Counted {
  const quotes = [0];
  const sources = [0];
  for (const [, quote, source] of markdown.matchAll(
    /\[\\?\[(\d{1,9})\\?\]\]\(#source-(\d{1,9})\)/g,
  )) {
    quotes.push(Number(quote));
    sources.push(Number(source));
  }
  for (const [, source] of markdown.matchAll(/^#+ Source (\d{1,9})\s*$/gm)) {
    sources.push(Number(source));
  }
  for (const [, quote, source] of markdown.matchAll(
    /"number":\s*(\d{1,9}),\s*"(?:source":\s*(\d{1,9})|articleId")/g,
  )) {
    (source === undefined ? sources : quotes).push(Number(quote));
  }
  return { quotes: Math.max(...quotes), sources: Math.max(...sources) };
}

function locate(quote: Quote, source: Source | undefined): object {
  const page = source === undefined ? undefined : linkToWords(quote, source);
  const places = source?.quotes.find(({ number }) => number === quote.number)?.places;
  return { ...(page !== undefined && { page }), ...(places !== undefined && { places }) };
}

/** JSON whose characters that could be live or invisible in a document are `\\u` escapes. */
export function escapeLive(json: string): string {
  const kept = json.replace(CLUSTER, (cluster) =>
    cluster.normalize("NFC") === cluster ? cluster : cluster.replace(BEYOND_ASCII, escapeUnits),
  );
  return kept.replace(
    /[<>&`\u00a0]|[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu,
    escapeUnits,
  );
}

/** Tools that put letters together with their accents must find none apart. */
function escapeUnits(characters: string): string {
  return characters.replace(/[\s\S]/g, escapeUnit);
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Voice, title, author and date; without an address where none is known to be safe. */
export function nameInMarkdown(source: Source): string {
  const { voice, title, date } = citeSource(source);
  const url = safeUrl(source);
  const shown = escapeMarkdown(title);
  const name = voice === undefined ? "" : `${escapeMarkdown(voice)}: `;
  const linked = url === undefined ? `*${shown}*` : `[${shown}](${escapeAddress(url)})`;
  return `Article: ${name}${linked}${escapeMarkdown(creditAuthor(source))}, ${escapeMarkdown(date)}`;
}

/** {@link describeTrace}, one line each. */
export function traceInMarkdown(source: Source): readonly string[] {
  return describeTrace(source).map(escapeMarkdown);
}

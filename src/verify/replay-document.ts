// An export → each of its questions asked again, and what changed since.

import { type AnswerPorts, answerQuestion } from "../answer/answer-question.ts";
import type { AnswerOutcome } from "../core/answer.ts";
import type { Quotation, ReplayedQuestion } from "../core/check.ts";
import { PullquoteError } from "../core/errors.ts";
import type { Proof, ProvedQuote } from "../core/proof.ts";
import { readAll } from "../corpus/read-articles.ts";
import { readDocument } from "../text/read-document.ts";
import type { DocumentToCheck } from "./check-documents.ts";
import { compareAnswers, type JudgedQuote } from "./compare-answers.ts";
import { findBeside } from "./find-beside.ts";
import { judgeQuotation } from "./judge-quotation.ts";
import { readProofs } from "./read-proofs.ts";
import { type SearchedArticles, searchTexts } from "./search-articles.ts";

/**
 * One question after the other, in the document's order. Filters, limit and the day that "now" means are those of the export,
 * writer and embedder those of today: a document does not choose to whom articles are sent.
 * @throws PullquoteError `no-proof` when the document has none, and what asking throws
 */
export async function* replayDocument(
  document: DocumentToCheck,
  ports: AnswerPorts,
  signal?: AbortSignal,
): AsyncGenerator<ReplayedQuestion> {
  const { proofs, damaged } = readProofs(
    (document.prose ?? readDocument(document.name, document.text)).codes,
    (text) => findBeside(text, document.beside),
  );
  if (proofs.length === 0) throw refuse(document.name, damaged[0]?.reason);
  const quotations = proofs.map((proof) =>
    listQuotes(proof).map((quote) => toQuotation(quote, proof)),
  );
  const named = new Set(proofs.flatMap(({ sources }) => sources.map(({ articleId }) => articleId)));
  const found = await searchTexts(quotations.flat(), readAll(ports.source, signal), named);
  let next = 0;
  for (const [at, proof] of proofs.entries()) {
    const candidates = found.candidates.slice(next);
    const judged = (quotations[at] ?? []).map((quotation, index) =>
      judge(quotation, { candidates: candidates[index] ?? [], found, proof, at: index }),
    );
    next += judged.length;
    yield compareAnswers(proof, judged, await askAgain(proof, ports, signal));
  }
}

interface QuoteContext {
  readonly candidates: SearchedArticles["candidates"][number];
  readonly found: SearchedArticles;
  readonly proof: Proof;
  readonly at: number;
}

function judge(quotation: Quotation, { candidates, found, proof, at }: QuoteContext): JudgedQuote {
  const quote = listQuotes(proof)[at];
  const articleId = sourceOf(quote, proof);
  return {
    articleId,
    articleThere: found.named.has(articleId),
    finding: judgeQuotation(quotation, candidates),
    ...(quote?.number !== undefined && { number: quote.number }),
  };
}

/** Without the passages that an export shows around its quotes, or as closest. */
function listQuotes({ quotes }: Proof): readonly ProvedQuote[] {
  return quotes.filter(({ number }) => number !== undefined);
}

function toQuotation(quote: ProvedQuote, proof: Proof): Quotation {
  const pointers = [sourceOf(quote, proof)];
  return { text: quote.quote.exact, form: "block", start: 0, end: 0, pointers };
}

function sourceOf(quote: ProvedQuote | undefined, { sources }: Proof): string {
  return sources.find(({ number }) => number === quote?.source)?.articleId ?? "";
}

/** As it was understood then: what the conversation before it was is not in the export. */
async function askAgain(
  { question, manifest }: Proof,
  ports: AnswerPorts,
  signal: AbortSignal | undefined,
): Promise<AnswerOutcome> {
  const { understood, settings } = manifest ?? {};
  const asked = {
    text: understood ?? question,
    filters: settings?.filters ?? {},
    conversation: [],
    limit: settings?.limit,
    today: settings?.today,
  };
  for await (const event of answerQuestion(asked, ports, signal)) {
    if (event.kind === "outcome") return event.outcome;
  }
  throw new PullquoteError({ code: "unexpected", message: "The question had no outcome." });
}

function refuse(name: string, damage: string | undefined): PullquoteError {
  return new PullquoteError({
    code: "no-proof",
    message: `${name} has no proof block that can be used. ${damage ?? ""}`.trim(),
    hint: 'Name an export of pullquote: pullquote ask "…" -o answer.md',
  });
}

// Outcomes → JSON-LD: the quotes as annotations of the articles (W3C), or as schema.org's ClaimReview, with their proof.

import type { AnswerOutcome, Excerpt, Quote, Source } from "../core/answer.ts";
import { checksumProse } from "../text/checksum.ts";
import { PROOF_KEY, readJsonProse } from "../text/json-prose.ts";
import { citeSource, safeUrl } from "./cite-sources.ts";
import { nameSpeaker } from "./introduce-quotes.ts";
import { encodePath } from "./link-to-words.ts";
import type { Json } from "./project-json.ts";
import { type Counted, countThrough, escapeLive, writeProof } from "./prove-answer.ts";

type Nodes = (outcome: AnswerOutcome, counted: Counted, proof: Json | undefined) => readonly Json[];

/**
 * One collection a question, one annotation a quote or closest passage. A target's `source` is the
 * article's file by its path in the corpus: there the selectors hold, and `TextPositionSelector` counts
 * Unicode code points of its text, as the Data Model says (4.2.5). The page that it came from is `via`.
 */
export function renderAnnotations(outcomes: readonly AnswerOutcome[]): string {
  return render(outcomes, "http://www.w3.org/ns/anno.jsonld", annotate);
}

/**
 * One ClaimReview a quote of an answer. Who reviews, when and with which rating is not in it: nobody has
 * judged whether the quoted words are true. A question that was not answered makes no claim.
 */
export function renderClaimReview(outcomes: readonly AnswerOutcome[]): string {
  const answers = outcomes.filter(({ kind }) => kind === "answer");
  return render(answers, "https://schema.org", review);
}

/** All that it shows is under a checksum in its proofs, as in a page. */
function render(outcomes: readonly AnswerOutcome[], context: string, nodes: Nodes): string {
  const parts = countThrough(outcomes.map((outcome) => ({ outcome })));
  const write = (prove: (outcome: AnswerOutcome, counted: Counted) => Json | undefined): string => {
    const graph = parts.flatMap(({ outcome, counted }) =>
      nodes(outcome, counted, prove(outcome, counted)),
    );
    const document = {
      "@context": [context, { "@version": 1.1, pullquote: "urn:pullquote:" }],
      "@graph": graph,
    };
    return `${escapeLive(JSON.stringify(document, undefined, 2))}\n`;
  };
  const shown = checksumProse(readJsonProse(write(() => undefined))?.blocks ?? []);
  return write((outcome, counted) => ({
    "@type": "@json",
    "@value": JSON.parse(writeProof(outcome, counted, { unlisted: true, shown })) as Json,
  }));
}

const prove = (proof: Json | undefined): { readonly [PROOF_KEY]?: Json } =>
  proof === undefined ? {} : { [PROOF_KEY]: proof };

const annotate: Nodes = (outcome, counted, proof) => {
  const { question, sources } = outcome;
  const shown: readonly (Excerpt | Quote)[] =
    outcome.kind === "answer" ? outcome.quotes : outcome.closest;
  const first = counted.quotes + 1;
  const items = shown.map((excerpt, at): Json => {
    const source = sources.find(({ articleId }) => articleId === excerpt.articleId);
    const claims =
      outcome.kind === "answer"
        ? outcome.claims.filter(
            ({ citations }) => "number" in excerpt && citations.includes(excerpt.number),
          )
        : [];
    const bodies = claims
      .map(({ text }) => text.trim())
      .filter((text) => text !== "")
      .map((value) => ({
        type: "TextualBody",
        value,
        format: "text/plain",
        purpose: "describing",
      }));
    return {
      id:
        outcome.kind === "answer"
          ? `#quote-${first + at}`
          : `#closest-${counted.sources}-${at + 1}`,
      type: "Annotation",
      motivation: "highlighting",
      ...(bodies.length > 0 && { body: bodies }),
      target: {
        type: "SpecificResource",
        source: describeSource(excerpt.articleId, source),
        selector: [
          { type: "TextPositionSelector", ...excerpt.codePoints },
          {
            type: "TextQuoteSelector",
            exact: excerpt.text,
            prefix: excerpt.prefix,
            suffix: excerpt.suffix,
          },
        ],
      },
    };
  });
  const id = `${counted.sources}-${first}`;
  return [
    {
      id: `#answer-${id}`,
      type: "AnnotationCollection",
      label: `Question: ${question.trim()}`,
      total: items.length,
      first: { id: `#page-${id}`, type: "AnnotationPage", startIndex: 0, items },
      ...prove(proof),
    },
  ];
};

function describeSource(articleId: string, source: Source | undefined): Json {
  const url = source === undefined ? undefined : safeUrl(source);
  const id = encodePath(articleId);
  return { id, type: "Text", ...(url !== undefined && { via: url }) };
}

const review: Nodes = (outcome, counted, proof) => {
  const { question, sources } = outcome;
  const quotes = outcome.kind === "answer" ? outcome.quotes : [];
  const reviews = quotes.map((quote): Json => {
    const source = sources.find(({ articleId }) => articleId === quote.articleId);
    const speaker = quote.attribution?.manner === "statement" ? undefined : nameSpeaker(quote);
    return {
      "@type": "ClaimReview",
      "@id": `#quote-${counted.quotes + quote.number}`,
      claimReviewed: quote.text,
      itemReviewed: {
        "@type": "Claim",
        ...(speaker !== undefined && { creditText: speaker }),
        ...(source !== undefined && { appearance: describeArticle(source) }),
      },
    };
  });
  const heading = { "@type": "Question", name: `Question: ${question.trim()}`, ...prove(proof) };
  return [heading, ...reviews];
};

function describeArticle(source: Source): Json {
  const { author, publisher, published, sha256, articleId } = source;
  const url = safeUrl(source);
  return {
    "@type": publisher === undefined ? "CreativeWork" : "NewsArticle",
    headline: citeSource(source).title,
    ...(author !== undefined && { creditText: author }),
    ...(publisher !== undefined && { publisher: { "@type": "Organization", name: publisher } }),
    ...(published !== undefined && { datePublished: published }),
    ...(url !== undefined && { url }),
    identifier: [
      { "@type": "PropertyValue", propertyID: "file", value: articleId },
      { "@type": "PropertyValue", propertyID: "sha256", value: sha256 },
    ],
  };
}

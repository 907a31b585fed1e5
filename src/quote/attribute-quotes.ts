// Verified quotes, their articles and the files just read → the quotes with who says them, and whom they open with.

import type { Quote, Source } from "../core/answer.ts";
import type { SourceText } from "../core/article.ts";
import type { Span } from "../core/span.ts";
import type { Attribution } from "../core/speech.ts";
import { attributeSpan } from "../english/speech/attribute-span.ts";
import { nameOpening } from "../english/speech/resolve-pronoun.ts";

/**
 * A quote's text and place stay as they were minted. `shown` are the quotes that a reader has seen
 * before these: what stands right before a quote tells whom its "he" means.
 */
export function attributeQuotes(
  quotes: readonly Quote[],
  files: ReadonlyMap<string, SourceText>,
  sources: readonly Source[],
  shown: readonly Quote[] = [],
): readonly Quote[] {
  const publisherOf = new Map(sources.map(({ articleId, publisher }) => [articleId, publisher]));
  const seen = [...shown, ...quotes];
  return quotes.map((quote) => {
    const file = files.get(quote.articleId);
    if (file === undefined) return quote;
    const publisher = publisherOf.get(quote.articleId);
    const attribution = dropOwn(attributeSpan(file.text, quote), publisher);
    const isTold = attribution.speaker !== undefined || seen.some((one) => leadsTo(one, quote));
    const refersTo = isTold ? undefined : nameOpening(file.text, quote);
    return { ...quote, attribution, ...(refersTo !== undefined && { refersTo }) };
  });
}

/** Whether it will be told of the span who speaks it, or whom its "he" or "she" means. */
export function tellsSubject(text: string, span: Span): boolean {
  return attributeSpan(text, span).speaker !== undefined || nameOpening(text, span) !== undefined;
}

/** Whether it will be told of both that one and the same speaks, and who. */
export function tellsSameSpeaker(text: string, one: Span, other: Span): boolean {
  const [first, second] = [one, other].map((span) => attributeSpan(text, span).speaker);
  if (first === undefined || second === undefined) return false;
  return first.name === second.name && first.role === second.role;
}

/** "Told CNN", in an article of CNN's, is no link of its own before the article. */
function dropOwn(attribution: Attribution, publisher: string | undefined): Attribution {
  const { chain = [] } = attribution;
  const [nearest] = chain;
  if (nearest === undefined || chain.length < 2 || publisher === undefined) return attribution;
  const [words, own] = [nearest.words, publisher].map((name) =>
    name.replace(/^the\s/iu, "").toLowerCase(),
  );
  const isOwn = words === own || words?.startsWith(`${own} `) || own?.startsWith(`${words} `);
  return isOwn ? { ...attribution, chain: chain.slice(1) } : attribution;
}

/** Code units between a quote and the one that goes on with it. */
const GAP = 2;

/** Whether it stands right before the other: who is meant there can be read in it. */
function leadsTo(before: Quote, quote: Quote): boolean {
  const between = quote.start - before.end;
  return before.articleId === quote.articleId && between >= 0 && between <= GAP;
}

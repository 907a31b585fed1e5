// Draft claims and the articles' files → claims whose every quote stands, and what was rejected.

import type { Answer, Claim, Quote, RejectedQuote, Source } from "../core/answer.ts";
import type { SourceText } from "../core/article.ts";
import type { DraftPosition, Position } from "../core/comparison.ts";
import type { DraftClaim, DraftQuote } from "../core/draft.ts";
import { type KnownArticle, listSources } from "./list-sources.ts";
import { type Location, locateQuote, type ReadArticles } from "./locate-quote.ts";
import { mintQuote } from "./mint-quote.ts";

/** A draft with the articles it speaks of, by id. `files` were read just now. */
interface DraftToVerify {
  readonly claims: readonly DraftClaim[];
  readonly positions?: readonly DraftPosition[];
  readonly known: ReadonlyMap<string, KnownArticle>;
  readonly files: ReadonlyMap<string, SourceText>;
}

/** A position whose quotes stand, before its voices are counted. */
export type VerifiedPosition = Omit<Position, "independent" | "sharedSpeaker">;

/** `claims` and `positions` are empty when nothing stood: the flow then abstains with `nothing-verified`. */
export interface VerifiedClaims {
  readonly claims: readonly Claim[];
  readonly positions: readonly VerifiedPosition[];
  readonly quotes: readonly Quote[];
  readonly sources: readonly Source[];
  readonly rejected: readonly RejectedQuote[];
}

/**
 * Mints the quotes of a draft. They are numbered from 1 in the order shown, without gaps; the same
 * span cited twice has one number; a claim left without quotes is dropped.
 */
export function verifyAnswer({
  claims,
  positions = [],
  known,
  files,
}: DraftToVerify): VerifiedClaims {
  const digests = new Map([...known].map(([id, article]) => [id, article.sha256]));
  const minter = new QuoteMinter({ files, digests });
  const verified = claims.flatMap(({ text, quotes, needsAll }) => {
    if (needsAll === true && minter.refuseAny(quotes)) return [];
    const citations = minter.cite(quotes);
    return citations === undefined ? [] : [{ text, citations }];
  });
  const taken = positions.flatMap(({ quotes, ...position }) => {
    const citations = minter.cite(quotes);
    return citations === undefined ? [] : [{ ...position, citations }];
  });
  const { quotes, rejected } = minter;
  const sources = listSources(quotes, known, files);
  return { claims: verified, positions: taken, quotes, rejected, sources };
}

/** An answer's claims and positions as drafts again, so that they can be verified against today's files. */
export function redraftAnswer({
  claims,
  comparison,
  quotes,
}: Answer): Required<Pick<DraftToVerify, "claims" | "positions">> {
  const quoteOf = new Map(quotes.map((quote) => [quote.number, quote]));
  const redraft = (citations: readonly number[]): readonly DraftQuote[] =>
    citations.flatMap((number) => quoteOf.get(number) ?? []);
  return {
    claims: claims.map(({ text, citations }) => ({ text, quotes: redraft(citations) })),
    positions: (comparison?.positions ?? []).map(
      ({ citations, independent: _independent, sharedSpeaker: _shared, ...position }) => ({
        ...position,
        quotes: redraft(citations),
      }),
    ),
  };
}

/** Numbers quotes as they come, and keeps what it refused. */
class QuoteMinter {
  readonly quotes: Quote[] = [];
  readonly rejected: RejectedQuote[] = [];
  readonly #articles: ReadArticles;
  readonly #numbers = new Map<string, number>();

  constructor(articles: ReadArticles) {
    this.#articles = articles;
  }

  /** Whether one of them does not stand; it is then kept as rejected, and none is numbered. */
  refuseAny(drafts: readonly DraftQuote[]): boolean {
    const fallen = drafts.filter((draft) => locateQuote(draft, this.#articles).kind === "rejected");
    for (const draft of fallen) this.number(draft);
    return fallen.length > 0;
  }

  /** The numbers of those that stand, each once; `undefined` when none does. */
  cite(drafts: readonly DraftQuote[]): readonly [number, ...number[]] | undefined {
    const [first, ...rest] = new Set(drafts.flatMap((quote) => this.number(quote) ?? []));
    return first === undefined ? undefined : [first, ...rest];
  }

  /** The quote's number, or `undefined` when it does not stand. */
  number(draft: DraftQuote): number | undefined {
    const location: Location = locateQuote(draft, this.#articles);
    if (location.kind === "rejected") {
      const { articleId, start, end, text } = draft;
      this.rejected.push({ articleId, start, end, text, reason: location.reason });
      return undefined;
    }
    const key = `${draft.start}-${draft.end} ${draft.articleId}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.quotes.length + 1;
    this.quotes.push(mintQuote(location.source, draft, number));
    this.#numbers.set(key, number);
    return number;
  }
}

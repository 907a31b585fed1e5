// Draft claims and the articles' files → claims whose every quote stands, and what was rejected.

import type { Answer, Claim, Quote, RejectedQuote, Source } from "../core/answer.ts";
import type { SourceText } from "../core/article.ts";
import type { DraftPosition, Position } from "../core/comparison.ts";
import type { DraftClaim, DraftQuote } from "../core/draft.ts";
import { type KnownArticle, listSources } from "./list-sources.ts";
import { locateQuote, type ReadArticles } from "./locate-quote.ts";
import { mintQuote } from "./mint-quote.ts";

/** The articles that a draft speaks of, by id: what is known of them, and their files read just now. Both may grow. */
interface DraftArticles {
  readonly known: ReadonlyMap<string, KnownArticle>;
  readonly files: ReadonlyMap<string, SourceText>;
}

interface DraftToVerify extends DraftArticles {
  readonly claims: readonly DraftClaim[];
  readonly positions?: readonly DraftPosition[];
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

/** {@link AnswerVerifier} over a whole draft. */
export function verifyAnswer({
  claims,
  positions = [],
  ...articles
}: DraftToVerify): VerifiedClaims {
  const verifier = new AnswerVerifier(articles);
  for (const claim of claims) verifier.takeClaim(claim);
  for (const position of positions) verifier.takePosition(position);
  return verifier.verified;
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

/**
 * Mints the quotes of a draft, part by part. They are numbered from 1 in the order shown, without
 * gaps; the same span cited twice has one number; a claim left without quotes is dropped.
 */
export class AnswerVerifier {
  readonly #articles: DraftArticles;
  readonly #read: ReadArticles;
  readonly #claims: Claim[] = [];
  readonly #positions: VerifiedPosition[] = [];
  readonly #quotes: Quote[] = [];
  readonly #rejected: RejectedQuote[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(articles: DraftArticles) {
    const { files, known } = articles;
    this.#articles = articles;
    this.#read = { files, digests: { get: (id) => known.get(id)?.sha256 } };
  }

  get verified(): VerifiedClaims {
    const { known, files } = this.#articles;
    return {
      claims: this.#claims,
      positions: this.#positions,
      quotes: this.#quotes,
      sources: listSources(this.#quotes, known, files),
      rejected: this.#rejected,
    };
  }

  /** The claim as it stands. One that needs all of its quotes falls with any of them, and numbers none. */
  takeClaim({ text, quotes, needsAll }: DraftClaim): Claim | undefined {
    if (needsAll === true && this.#refuseAny(quotes)) return undefined;
    const citations = this.#cite(quotes);
    if (citations === undefined) return undefined;
    const claim = { text, citations };
    this.#claims.push(claim);
    return claim;
  }

  takePosition({ quotes, ...position }: DraftPosition): void {
    const citations = this.#cite(quotes);
    if (citations !== undefined) this.#positions.push({ ...position, citations });
  }

  /** Whether one of them does not stand; it is then kept as rejected. */
  #refuseAny(drafts: readonly DraftQuote[]): boolean {
    const fallen = drafts.filter((draft) => locateQuote(draft, this.#read).kind === "rejected");
    for (const draft of fallen) this.#number(draft);
    return fallen.length > 0;
  }

  /** The numbers of those that stand, each once; `undefined` when none does. */
  #cite(drafts: readonly DraftQuote[]): readonly [number, ...number[]] | undefined {
    const [first, ...rest] = new Set(drafts.flatMap((quote) => this.#number(quote) ?? []));
    return first === undefined ? undefined : [first, ...rest];
  }

  #number(draft: DraftQuote): number | undefined {
    const location = locateQuote(draft, this.#read);
    if (location.kind === "rejected") {
      const { articleId, start, end, text } = draft;
      this.#rejected.push({ articleId, start, end, text, reason: location.reason });
      return undefined;
    }
    const key = `${draft.start}-${draft.end} ${draft.articleId}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#quotes.length + 1;
    this.#quotes.push(mintQuote(location.source, draft, number));
    this.#numbers.set(key, number);
    return number;
  }
}

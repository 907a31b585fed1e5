// The block in an export from which each quote can be found again. Whoever reads it trusts nothing in it.

import type { Source } from "./answer.ts";
import type { Searched } from "./evidence.ts";
import type { CorpusIdentity, EmbedderIdentity, WriterIdentity } from "./identity.ts";
import type { Filters } from "./question.ts";
import type { Span } from "./span.ts";

/** An article as an export names it. `lines` is the Markdown of what names it. */
export interface ProvedSource extends Pick<Source, "articleId" | "sha256" | "textSha256"> {
  readonly number: number;
  readonly lines?: readonly string[];
}

/**
 * A quote as an export places it, in the proof's unit. `number` is absent for a passage: a closest one,
 * or one around a quote. `page` is the address that opens the article's page at the words.
 */
export interface ProvedQuote {
  readonly number?: number;
  readonly source: number;
  readonly position: Span;
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string };
  readonly page?: string;
}

/** How an answer came to be. Absent in exports of `proof/1`, which only have the question. */
export interface Manifest {
  readonly understood?: string;
  readonly settings: {
    readonly filters?: Filters;
    readonly limit?: number;
    /** The day that "now" and "last year" were counted from; absent where the question asked nothing of time. */
    readonly today?: string;
  };
  readonly writer: WriterIdentity;
  readonly embedder: EmbedderIdentity;
  readonly corpus?: CorpusIdentity;
  readonly searched: Searched;
}

/**
 * A file of proofs that a document names, as it lies beside it. Each proof is compact JSON with its SHA-256
 * as UTF-8 in hexadecimal digits.
 */
export interface ProofFile {
  readonly file: string;
  readonly proofs: readonly { readonly text: string; readonly sha256: string }[];
}

/** What the positions count: W3C's selectors count code points, `proof/1` counted UTF-16 units. */
export type PositionUnit = "code-point" | "utf-16";

export interface Proof {
  readonly unit: PositionUnit;
  readonly kind: "answer" | "abstention";
  readonly question: string;
  readonly manifest?: Manifest;
  /** Whether it is still as it was written, as far as its own checksum tells. */
  readonly intact: boolean;
  /** False for a document that cites its sources by key and has no list of ours. */
  readonly listed: boolean;
  /** Checksum of all that the document showed; absent for one that people edit. */
  readonly shown?: string;
  /** The texts of its footnotes, where it has any: they tell where the quotes are from. */
  readonly notes?: readonly string[];
  readonly sources: readonly ProvedSource[];
  readonly quotes: readonly ProvedQuote[];
}

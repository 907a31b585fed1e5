// The machine-readable part of an export: what it says of its quotes, trusted by nobody.

/** An article as an export names it. `lines` is the Markdown of what names it. */
export interface ProvedSource {
  readonly number: number;
  readonly articleId: string;
  readonly sha256: string;
  readonly textSha256: string;
  readonly lines?: readonly string[] | undefined;
}

/** A quote as an export places it, UTF-16 units. `number` is absent for a closest passage. */
export interface ProvedQuote {
  readonly number?: number | undefined;
  readonly source: number;
  readonly position: { readonly start: number; readonly end: number };
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string };
}

export interface Proof {
  readonly question: string;
  readonly sources: readonly ProvedSource[];
  readonly quotes: readonly ProvedQuote[];
}

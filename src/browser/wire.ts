// What the server and its page say to each other, as types alone: no code, and no import, so that the page needs nothing of ours.

/** Half-open, in UTF-16 units of an article's text. */
export interface WireSpan {
  readonly start: number;
  readonly end: number;
}

/** Article text, minted by the program; `text` is the article's at its span. */
export interface WireExcerpt extends WireSpan {
  readonly articleId: string;
  readonly text: string;
}

export interface WireQuote {
  readonly quote: WireExcerpt & { readonly number: number; readonly answer?: WireSpan };
  readonly introduction?: string;
  readonly place: string;
  readonly page?: number;
  readonly url?: string;
}

export interface WireClaim {
  readonly lead: string;
  readonly said: readonly WireQuote[];
  readonly markdown: string;
}

export interface WirePosition {
  readonly value: string;
  readonly reason: string;
  readonly speaker: string;
  readonly article: string;
  readonly date: string;
  readonly quote: WireQuote;
}

export interface WireSource {
  readonly articleId: string;
  readonly name: string;
  readonly credit: string;
  readonly url?: string;
  readonly trace: readonly string[];
  readonly sha256: string;
  readonly quotes: readonly number[];
}

export interface WirePicture {
  readonly height: number;
  readonly axis: number;
  readonly description: string;
  readonly bars: readonly { readonly x: number; readonly width: number }[];
  readonly dots: readonly { readonly x: number; readonly radius: number }[];
  readonly labels: readonly {
    readonly x: number;
    readonly anchor: string;
    readonly text: string;
  }[];
}

export type AskKind = "ask" | "compare" | "timeline";

/** An answer that the server keeps under its number, every quote minted at `provedAt` (ISO 8601). */
export interface WireAnswer {
  readonly id: number;
  readonly asked: AskKind;
  readonly provedAt: string;
  readonly kind: "answer" | "abstention";
  readonly question: string;
  readonly understood?: string;
  readonly above: readonly string[];
  readonly claims: readonly WireClaim[];
  readonly comparison?: { readonly heading: string; readonly rows: readonly WirePosition[] };
  readonly refusal?: { readonly detail: string; readonly closest: readonly WireExcerpt[] };
  readonly picture?: WirePicture;
  readonly voices: readonly string[];
  readonly sources: readonly WireSource[];
  readonly receipt: readonly string[];
}

/** A quotation of a document that was opened: `text` is the document's word, `place` the article's. */
export interface WireFinding {
  readonly text: string;
  readonly line: number;
  readonly verdict: string;
  readonly stands: boolean;
  readonly detail: string;
  /** The question of the export that it answers. */
  readonly question?: string;
  readonly place?: WireExcerpt & { readonly line: number };
}

export interface WireDocument {
  readonly name: string;
  readonly findings: readonly WireFinding[];
  readonly notes: readonly string[];
}

export interface WireFilters {
  readonly articles?: readonly string[];
  readonly publishers?: readonly string[];
  readonly authors?: readonly string[];
  readonly speakers?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly asOf?: string;
}

/** `after` are the numbers of the answers of the conversation so far. */
export interface WireQuestion {
  readonly question: string;
  readonly kind: AskKind;
  readonly filters: WireFilters;
  readonly after: readonly number[];
}

/** The lines of an answer as it comes; the last is `answer` or `error`. */
export type WireEvent =
  | { readonly event: "understood"; readonly text: string }
  | { readonly event: "above"; readonly text: string }
  | { readonly event: "retrieved"; readonly passages: number; readonly articles: number }
  | { readonly event: "claim"; readonly claim: WireClaim }
  | { readonly event: "note"; readonly text: string }
  | { readonly event: "answer"; readonly answer: WireAnswer }
  | { readonly event: "error"; readonly message: string; readonly hint?: string };

/** What a page finds when it opens. */
export interface WireStart {
  readonly articles: number;
  readonly publishers: readonly string[];
  readonly authors: readonly string[];
  readonly filters: WireFilters;
  readonly formats: readonly string[];
  /** To be asked at once. */
  readonly question?: string;
  readonly answers: readonly WireAnswer[];
  readonly document?: WireDocument;
}

/** An answer proved again: how many of its quotes no longer stand, and are left out. */
export interface WireProof {
  readonly answer: WireAnswer;
  readonly lost: number;
}

/** The part of an article that was asked for; `length` is the whole text's. */
export interface WireArticle {
  readonly articleId: string;
  readonly path: string;
  readonly title: string;
  readonly known: string;
  readonly isPdf: boolean;
  readonly length: number;
  readonly within: WireSpan;
  readonly blocks: readonly {
    readonly start: number;
    readonly text: string;
    readonly line: number;
    readonly isHeading?: true;
    readonly excluded?: string;
    /** A place in a file that is no text: `page 3`, where it is another one than the block's before. */
    readonly place?: string;
  }[];
}

// A place in one article's text, from a start up to an end.

/** Half-open `[start, end)` in UTF-16 code units of one article's text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

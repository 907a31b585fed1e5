// Part of an article's text with its place.

/** Text of an article that starts at `start` of it. */
export interface PlacedText {
  readonly start: number;
  readonly text: string;
}

// The port of text recognition: a page as it looks → its words, each with its place and how sure the engine is of it.

/** Grey, 0 is black; row by row from the top. */
export interface PageImage {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** `confidence` is the engine's, 0 to 100, a whole number. A box is left, bottom, right, top in points from the page's lower left corner. */
export interface ScannedWord {
  readonly text: string;
  readonly confidence: number;
  readonly box: readonly [left: number, bottom: number, right: number, top: number];
}

/** Paragraphs of lines of words, in the order in which they are read. */
export type ScannedText = readonly (readonly (readonly ScannedWord[])[])[];

export interface ScannedPage {
  /** From 1. */
  readonly number: number;
  readonly paragraphs: ScannedText;
  /** Why nothing of it was read, in words for a reader; absent where that was not so. */
  readonly fault?: string;
}

/**
 * Boxes are in pixels: left, top, right, bottom. Where it fails or takes too long, why in words for a reader.
 * @throws PullquoteError `ocr-failed` where the engine cannot start, and the signal's reason
 */
export type RecogniseImage = (
  image: PageImage,
  signal: AbortSignal | undefined,
) => Promise<ScannedText | string>;

export interface ScanProgress {
  readonly file: string;
  /** Its number, and how many of the file are to be recognised. */
  readonly page: number;
  readonly pages: number;
}

/**
 * What is recognised once is kept: the same file gives the same text for as long as that lies there,
 * whether or not anything may be recognised now.
 */
export interface ScanReader {
  /** What was recognised earlier of the file of these bytes, by the number of the page. */
  recall(bytes: Uint8Array): Promise<ReadonlyMap<number, ScannedPage>>;
  /** @throws PullquoteError `index-read-only` | `disk-full` */
  keep(bytes: Uint8Array, page: ScannedPage): Promise<void>;
  /** The engine; or the step that helps, where none may be used or none is installed. */
  open(): Promise<RecogniseImage | string>;
  /** Told before each page that is recognised. */
  tell(progress: ScanProgress): void;
}

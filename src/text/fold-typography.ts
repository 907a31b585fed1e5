// Text → the same in one typography, each unit with the place that it came from.

/**
 * `text[i]` came from `[starts[i], ends[i])` of the text that was folded, in UTF-16 code units, so
 * that `[a, b)` of `text` is `[starts[a], ends[b - 1])` there. Both rise.
 */
export interface FoldedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A run that nothing folds, a character with its marks, or a run of what is folded as one. */
const PIECES: RegExp =
  /(?<plain>[A-Za-z0-9.()]+(?!\p{M}))|(?<white>(?:\s|[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])*\s(?:\s|[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])*)|(?<nothing>[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\ufe0e|\ufe0f|[*_]+|(?<=[\p{L}\p{N}.,;:!?”"’')\]])\[(?:\d{1,3}|\^[^\s\]]{1,32}|(?:note|nb) \d{1,3}|citation needed)\]|(?<=\p{Ll}{3}|[.,;:!?”"’)])[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+)|(?<escaped>\\(?=[!-/:-@[-`{-~]))|(?<dash>\p{Pd}{1,3}|\u2212)|(?<quote>''|``|,,|[\p{Quotation_Mark}"'`´′″ʺ‚„❝❞《》])|(?<other>[\s\S]\p{M}*)/gu;
const DASH_OF_WORDS = /^[\u2012-\u2015]|^-{2,}/;

/**
 * Left out or made one: the kind and number of spaces, line breaks, soft hyphens, joiners and other
 * characters that are not seen, note marks, the shape of quotation marks and of dashes and the spaces around a long dash, ligatures
 * and full-width forms, composed and decomposed letters, Markdown's escapes and emphasis. Kept:
 * every letter, digit and sign, and the case. Linear time.
 */
export function foldTypography(text: string): FoldedText {
  const builder = new FoldedBuilder();
  let afterDash = false;
  for (const { 0: piece, index, groups = {} } of text.matchAll(PIECES)) {
    if (groups["plain"] === undefined) {
      afterDash = addPiece(builder, { piece, text, index, groups }, afterDash);
      continue;
    }
    builder.copy(piece, index);
    afterDash = false;
  }
  return builder.take();
}

interface FoundPiece {
  readonly piece: string;
  readonly text: string;
  readonly index: number;
  readonly groups: Groups;
}

/** Whether a long dash stands before what follows. */
function addPiece(
  builder: FoldedBuilder,
  { piece, text, index, groups }: FoundPiece,
  afterDash: boolean,
): boolean {
  const end = index + piece.length;
  if (isSilent(groups)) return afterDash;
  if (groups["white"] !== undefined) {
    if (!afterDash) builder.addSpace(index, end);
    return afterDash;
  }
  const long = groups["dash"] !== undefined && isLongDash(text, index, end);
  if (long || /^[;:!?»]/.test(piece)) builder.dropSpace();
  builder.add(foldPiece(piece, groups), index, end);
  return long;
}

type Groups = Readonly<Record<string, string | undefined>>;

function isSilent(groups: Groups): boolean {
  return groups["nothing"] !== undefined || groups["escaped"] !== undefined;
}

class FoldedBuilder {
  #text = "";
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  /** White space that is not written yet: what follows may take it away. */
  #space: readonly [start: number, end: number] | undefined;

  /** Units that stay as they are. */
  copy(text: string, start: number): void {
    this.#writeSpace();
    this.#text += text;
    for (let at = start; at < start + text.length; at += 1) {
      this.#starts.push(at);
      this.#ends.push(at + 1);
    }
  }

  add(folded: string, start: number, end: number): void {
    this.#writeSpace();
    this.#text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) {
      this.#starts.push(start);
      this.#ends.push(end);
    }
  }

  addSpace(start: number, end: number): void {
    this.#space ??= [start, end];
  }

  dropSpace(): void {
    this.#space = undefined;
  }

  #writeSpace(): void {
    if (this.#space === undefined) return;
    this.#text += " ";
    this.#starts.push(this.#space[0]);
    this.#ends.push(this.#space[1]);
    this.#space = undefined;
  }

  take(): FoldedText {
    this.#writeSpace();
    return { text: this.#text, starts: this.#starts, ends: this.#ends };
  }
}

function foldPiece(piece: string, groups: Groups): string {
  if (groups["dash"] !== undefined) return "-";
  if (groups["quote"] !== undefined) return "'";
  if (/^[\u0020-\u007e]$/.test(piece)) return piece;
  if (piece === "…") return "...";
  const composed = piece.normalize("NFC");
  return /[\ufb00-\ufb06\uff01-\uff5e]/.test(composed) ? composed.normalize("NFKC") : composed;
}

/** An em or en dash between words, or a hyphen with a space on both sides. */
function isLongDash(text: string, start: number, end: number): boolean {
  if (DASH_OF_WORDS.test(text.slice(start, end))) return !/^\d/.test(text.slice(end, end + 1));
  return /\s/.test(text.charAt(start - 1)) && /\s/.test(text.charAt(end));
}

/** The raw span of `[from, to)` in the folded text; `undefined` where that is empty. */
export function unfoldSpan(
  folded: FoldedText,
  from: number,
  to: number,
): { readonly start: number; readonly end: number } | undefined {
  const start = folded.starts[from];
  const end = folded.ends[to - 1];
  return start === undefined || end === undefined || to <= from ? undefined : { start, end };
}

/** The text alone in one typography, without the white space around it. */
export function foldWords(text: string): string {
  return foldTypography(text).text.trim();
}

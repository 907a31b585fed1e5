// Text → word pieces, each with the exact span of the text that it came from.

import type { Span } from "../../core/span.ts";

/**
 * `dropped`: no trace is left (controls, format characters, accents). `space`: ends a word.
 * `alone`: a word of its own (punctuation, CJK). `letter`: joins its neighbours.
 */
type CharacterKind = "dropped" | "space" | "alone" | "letter";

interface NormalizedCharacter {
  readonly kind: CharacterKind;
  /** Lower case, without accents; may be longer than the character it came from. */
  readonly text: string;
}

const whiteSpace = /^[\t\n\r\p{White_Space}]$/u;
const invisible = /^[\p{Cc}\p{Cf}\p{Co}\p{Cs}\ufffd]$/u;
const accents = /\p{Mn}/gu;
const punctuation = /^[\p{P}!-/:-@[-`{-~]$/u;
/** The blocks that BERT calls Chinese: ideographs, neither kana nor hangul. */
const ideograph =
  /^[\u{4e00}-\u{9fff}\u{3400}-\u{4dbf}\u{20000}-\u{2a6df}\u{2a700}-\u{2b73f}\u{2b740}-\u{2b81f}\u{2b820}-\u{2ceaf}\u{f900}-\u{faff}\u{2f800}-\u{2fa1f}]$/u;

const dropped: NormalizedCharacter = { kind: "dropped", text: "" };
const space: NormalizedCharacter = { kind: "space", text: " " };

/**
 * The BertNormalizer and BertPreTokenizer of the model's tokenizer.json (clean text, separate
 * ideographs, decompose and strip accents, lower case, isolate punctuation), a character at a time.
 * @param character one code point
 */
const normalizeCharacter = (character: string): NormalizedCharacter => {
  if (character === "\t" || character === "\n" || character === "\r") return space;
  if (invisible.test(character)) return dropped;
  if (whiteSpace.test(character)) return space;
  const text = character.normalize("NFD").replace(accents, "").toLowerCase();
  if (text === "") return dropped;
  const alone = ideograph.test(character) || punctuation.test(text);
  return { kind: alone ? "alone" : "letter", text };
};

/**
 * Pieces of one text, column by column, in order, without [CLS] and [SEP]. Piece `i` covers
 * `text.slice(starts[i], ends[i])` (UTF-16 units, whole code points); spans never overlap
 * but for one character that becomes several pieces. `startsWord[i]` is false for a piece that
 * continues the word before it.
 */
export interface TextPieces {
  readonly ids: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly startsWord: readonly boolean[];
}

/** Tokens `[from, to)`, by their number. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** The tokens of each span. Both are in order: one walk finds them. */
export const placeTokens = (
  spans: readonly Span[],
  { starts, ends }: TextPieces,
): readonly TokenRange[] => {
  let from = 0;
  return spans.map(({ start, end }) => {
    while (from < ends.length && (ends[from] ?? 0) <= start) from++;
    let to = from;
    while (to < starts.length && (starts[to] ?? 0) < end) to++;
    return { from, to };
  });
};

/** Pieces and their ids, as they are read: to put 30,000 of them into a map takes longer than to read them. */
type Vocabulary = Readonly<Record<string, number>>;

export type Tokenizer = (text: string) => TextPieces;

/** Characters of one word, after normalisation, and where each came from. */
interface Word {
  text: string;
  starts: number[];
  ends: number[];
}

const unknownId = 100;
const longestWord = 100;

/**
 * Greedy longest match of WordPiece, as BERT's (Devlin et al. 2018). A word that no pieces spell, or
 * that is longer than 100 characters, is one [UNK]. Names of special tokens in a text ("[SEP]") are
 * plain text, so that no article can forge them.
 */
export const createTokenizer = (vocabulary: Vocabulary): Tokenizer => {
  const longestPiece = (word: Word, from: number): { id: number; to: number } | undefined => {
    const prefix = from === 0 ? "" : "##";
    for (let to = word.text.length; to > from; to--) {
      const piece = prefix + word.text.slice(from, to);
      const id = Object.hasOwn(vocabulary, piece) ? vocabulary[piece] : undefined;
      if (id !== undefined) return { id, to };
    }
    return undefined;
  };

  const spell = (word: Word): { id: number; from: number; to: number }[] => {
    const whole = { id: unknownId, from: 0, to: word.text.length };
    if ([...word.text].length > longestWord) return [whole];
    const pieces = [];
    for (let from = 0; from < word.text.length; ) {
      const piece = longestPiece(word, from);
      if (piece === undefined) return [whole];
      pieces.push({ ...piece, from });
      from = piece.to;
    }
    return pieces;
  };

  return (text) => {
    const ids: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    const startsWord: boolean[] = [];
    for (const word of splitWords(text)) {
      for (const { id, from, to } of spell(word)) {
        ids.push(id);
        starts.push(word.starts[from] ?? 0);
        ends.push(word.ends[to - 1] ?? 0);
        startsWord.push(from === 0);
      }
    }
    return { ids, starts, ends, startsWord };
  };
};

/** `tokenizer.json` of a WordPiece model → its vocabulary. */
export const readVocabulary = (tokenizerJson: Uint8Array): Vocabulary =>
  (JSON.parse(new TextDecoder().decode(tokenizerJson)) as { model: { vocab: Vocabulary } }).model
    .vocab;

const asciiCharacters: readonly NormalizedCharacter[] = Array.from({ length: 128 }, (_, code) =>
  normalizeCharacter(String.fromCharCode(code)),
);

interface PlacedCharacter extends NormalizedCharacter {
  readonly start: number;
  readonly end: number;
}

function* readCharacters(text: string): Generator<PlacedCharacter> {
  for (let start = 0; start < text.length; ) {
    const code = text.codePointAt(start) ?? 0;
    const end = start + (code > 0xffff ? 2 : 1);
    const { kind, text: letters } =
      asciiCharacters[code] ?? normalizeCharacter(text.slice(start, end));
    yield { kind, text: letters, start, end };
    start = end;
  }
}

const emptyWord = (): Word => ({ text: "", starts: [], ends: [] });

const appendCharacter = (word: Word, { text, start, end }: PlacedCharacter): void => {
  for (let unit = 0; unit < text.length; unit++) {
    word.starts.push(start);
    word.ends.push(end);
  }
  word.text += text;
};

function* splitWords(text: string): Generator<Word> {
  let word = emptyWord();
  for (const character of readCharacters(text)) {
    if (character.kind === "dropped") continue;
    if (character.kind !== "letter" && word.text !== "") {
      yield word;
      word = emptyWord();
    }
    if (character.kind !== "space") appendCharacter(word, character);
    if (character.kind === "alone") {
      yield word;
      word = emptyWord();
    }
  }
  if (word.text !== "") yield word;
}

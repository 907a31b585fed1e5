// One character of a text → what BERT's normaliser makes of it, and whether it stands alone.

/**
 * `dropped`: no trace is left (controls, format characters, accents). `space`: ends a word.
 * `alone`: a word of its own (punctuation, CJK). `letter`: joins its neighbours.
 */
export type CharacterKind = "dropped" | "space" | "alone" | "letter";

export interface NormalizedCharacter {
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
export const normalizeCharacter = (character: string): NormalizedCharacter => {
  if (character === "\t" || character === "\n" || character === "\r") return space;
  if (invisible.test(character)) return dropped;
  if (whiteSpace.test(character)) return space;
  const text = character.normalize("NFD").replace(accents, "").toLowerCase();
  if (text === "") return dropped;
  const alone = ideograph.test(character) || punctuation.test(text);
  return { kind: alone ? "alone" : "letter", text };
};

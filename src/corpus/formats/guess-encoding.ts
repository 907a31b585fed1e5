// Bytes that are no UTF-8 → their text in the legacy encoding that makes sense of them, proved, or nothing.

export interface GuessedText {
  readonly text: string;
  /** As the Encoding Standard calls it: `windows-1252`. */
  readonly encoding: string;
}

type Bytes = Uint8Array<ArrayBufferLike>;

/** Single-byte ones only: each byte is one character, so a guess can be proved. The likelier first. */
const ENCODINGS = ["windows-1252", "macintosh", "windows-1250", "windows-1251", "koi8-r"] as const;
const SAMPLE = 262_144;
/** A shorter text tells too little of its encoding. */
const SHORTEST = 24;
/**
 * Windows-1252 from 0x80 to 0x9f; the rest is Latin-1. Some versions of Node decode the whole of it as
 * Latin-1, and curly quotes as controls, so their decoder is not asked.
 */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";
/** Of the characters beyond ASCII, at most this share may stand where none of its kind stands. */
const MOST_ODD = 0.12;
const QUOTE = /[‘’‚“”„«»‹›…–—•·\u00A0€£¥©®™°§¡¿†‡\u00AD]/u;

/**
 * A guess is taken only where the text reads: letters inside words, marks beside them. It is proved:
 * written back in that encoding, the text gives the bytes again, each of them.
 */
export function guessEncoding(bytes: Bytes): GuessedText | undefined {
  if (bytes.length < SHORTEST) return undefined;
  const sample = bytes.subarray(0, SAMPLE);
  const readings = ENCODINGS.map((encoding) => {
    const text = decodeLegacy(sample, encoding);
    return { encoding, odd: countOdd(text) };
  });
  const best = readings.reduce((one, other) => (other.odd < one.odd ? other : one));
  if (best.odd > MOST_ODD) return undefined;
  const text = decodeLegacy(bytes, best.encoding);
  return isProved(text, best.encoding, bytes) ? { text, encoding: best.encoding } : undefined;
}

/**
 * UTF-16 without a byte order mark: every other byte of a text in Latin letters is zero. Decoding it
 * loses nothing where it does not fail.
 */
export function guessUtf16(bytes: Bytes): GuessedText | undefined {
  if (bytes.length < 16 || bytes.length % 2 !== 0) return undefined;
  const zeros = [0, 0];
  const sample = bytes.subarray(0, SAMPLE);
  for (let at = 0; at < sample.length; at += 1)
    if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = Math.max(even, odd);
  if (most < sample.length * 0.35 || Math.min(even, odd) > most * 0.01) return undefined;
  const encoding = odd > even ? "utf-16le" : "utf-16be";
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, encoding };
  } catch {
    return undefined;
  }
}

/** The share of characters beyond ASCII that stand where a text has none; 1 where one is a control. */
function countOdd(text: string): number {
  let odd = 0;
  let beyond = 0;
  for (const match of text.matchAll(/[^\0-\x7f]/g)) {
    beyond += 1;
    const [character] = match;
    if (character >= "\x80" && character <= "\x9f") return 1;
    odd += isOdd(character, text[match.index - 1] ?? "", text[match.index + 1] ?? "") ? 1 : 0;
  }
  return beyond === 0 ? 1 : odd / beyond;
}

function isOdd(character: string, before: string, after: string): boolean {
  const inWord = /\p{L}/u.test(before) && /\p{L}/u.test(after);
  if (/[‘’·\u00AD]/u.test(character)) return false;
  if (QUOTE.test(character)) return inWord && !/[–—…\u00A0]/u.test(character);
  if (!/\p{L}/u.test(character)) return inWord || /\p{Ll}/u.test(before + after);
  // `donÕt`, `ÒThe`: a capital where a mark belongs, in another encoding.
  if (/\p{Lu}/u.test(character))
    return /\p{Ll}/u.test(before) || (/[A-Z]/.test(after) && !/\p{Lu}/u.test(before));
  // `Ïðèâåò`: no word in Latin letters has three accented ones in a row.
  const isAccented = (letter: string): boolean => /[^\P{L}\0-\x7f]/u.test(letter);
  return /\p{Script=Latin}/u.test(character) && isAccented(before) && isAccented(after);
}

/** Bytes that no decoder refuses; those of no character become U+FFFD. */
export function decodeLegacy(bytes: Bytes, encoding: string): string {
  if (encoding !== "windows-1252") return new TextDecoder(encoding).decode(bytes);
  return restoreMarks(Buffer.from(bytes).toString("latin1"));
}

/** A text in which Windows-1252 was decoded as Latin-1, which no writer means: its curly quotes and dashes again. */
export function restoreMarks(text: string): string {
  return text.replace(
    /[\x80-\x9f]/g,
    (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control,
  );
}

function isProved(text: string, encoding: string, bytes: Bytes): boolean {
  const all = Array.from({ length: 256 }, (_, byte) => byte);
  const byteOf = new Map(all.map((byte) => [decodeLegacy(Uint8Array.of(byte), encoding), byte]));
  const isWhole = text.length === bytes.length;
  return isWhole && bytes.every((byte, at) => byteOf.get(text[at] ?? "") === byte);
}

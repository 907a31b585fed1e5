// A file's bytes → its text without the byte order mark, or why it is no text.

import type { SkipReason } from "../../core/ingest-event.ts";
import { type GuessedText, guessEncoding, guessUtf16 } from "./guess-encoding.ts";

export type DecodedText =
  /** `mark`: bytes of the byte order mark. `guessed`: no mark says the encoding, and it is not UTF-8. */
  | {
      readonly kind: "text";
      readonly text: string;
      readonly encoding: string;
      readonly mark: number;
      readonly guessed?: string;
    }
  | { readonly kind: "undecodable"; readonly reason: SkipReason; readonly detail: string };

type Bytes = Uint8Array<ArrayBufferLike>;
type Encoding = "utf-8" | "utf-16le" | "utf-16be";

const SNIFFED = 8_192;
const MAGIC: readonly { readonly name: string; readonly bytes: readonly number[] }[] = [
  { name: "PDF", bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { name: "PNG", bytes: [0x89, 0x50, 0x4e, 0x47] },
  { name: "JPEG", bytes: [0xff, 0xd8, 0xff] },
];

/** Backspace, tab, line feed, form feed, carriage return, escape. */
const WRITTEN: readonly number[] = [8, 9, 10, 12, 13, 27];

/**
 * UTF-8 with or without a byte order mark, UTF-16 with one; what is neither, in the legacy encoding that
 * can be proved against the bytes. Nothing is replaced or normalised: text that decodes is the whole
 * file, and text that does not is refused with the place where it breaks.
 */
export function decodeText(bytes: Bytes): DecodedText {
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff])) {
    return refuse("bad-encoding", "UTF-32 is not read; save it as UTF-8");
  }
  if (startsWith(bytes, [0xff, 0xfe])) return decodeAs("utf-16le", bytes, 2);
  if (startsWith(bytes, [0xfe, 0xff])) return decodeAs("utf-16be", bytes, 2);
  const wide = bytes[0] === 0 || bytes[1] === 0 ? guessUtf16(bytes) : undefined;
  if (wide !== undefined) return tellGuess(wide);
  const binary = sniffBinary(bytes.subarray(0, SNIFFED));
  if (binary !== undefined) return refuse("binary", binary);
  const markLength = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  const decoded = decodeAs("utf-8", bytes, markLength);
  if (decoded.kind === "text" || markLength > 0 || isMostlyUtf8(bytes)) return decoded;
  const guess = guessEncoding(bytes);
  return guess === undefined ? decoded : tellGuess(guess);
}

const tellGuess = ({ text, encoding }: GuessedText): DecodedText => ({
  kind: "text",
  text,
  encoding,
  mark: 0,
  guessed: encoding,
});

/** UTF-8 with a broken place is no legacy text: read as one, all its other letters would be wrong. */
function isMostlyUtf8(bytes: Bytes): boolean {
  const text = new TextDecoder().decode(bytes);
  const count = (kind: RegExp): number => text.match(kind)?.length ?? 0;
  return count(/[^\0-\x7f\ufffd]/gu) * 2 >= count(/\ufffd/g);
}

const refuse = (reason: SkipReason, detail: string): DecodedText => ({
  kind: "undecodable",
  reason,
  detail,
});

const startsWith = (bytes: Bytes, mark: readonly number[]): boolean =>
  mark.every((value, at) => bytes[at] === value);

function sniffBinary(head: Bytes): string | undefined {
  const magic = MAGIC.find((entry) => startsWith(head, entry.bytes));
  if (magic !== undefined) return `a ${magic.name} file, not text`;
  const zero = head.indexOf(0);
  if (zero >= 0) return `a zero byte at byte ${zero}: binary, or UTF-16 without a byte order mark`;
  let controls = 0;
  for (const byte of head) if (byte < 32 && !WRITTEN.includes(byte)) controls += 1;
  return controls * 10 > head.length ? "mostly control characters, not text" : undefined;
}

function decodeAs(encoding: Encoding, bytes: Bytes, markLength: number): DecodedText {
  const body = bytes.subarray(markLength);
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(body);
    return { kind: "text", text, encoding, mark: markLength };
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    const at = markLength + findBroken(body, encoding);
    const byte = (bytes[at] ?? 0).toString(16).padStart(2, "0");
    const what = `not valid ${encoding.toUpperCase()} from byte ${at} (0x${byte}) on`;
    return refuse("bad-encoding", what);
  }
}

/** How each encoding writes the character that a decoder puts in the place of what is broken. */
const REPLACEMENTS = { "utf-8": "efbfbd", "utf-16le": "fdff", "utf-16be": "fffd" } as const;

/** Offset of the first byte that begins no well-formed sequence. */
function findBroken(bytes: Bytes, encoding: Encoding): number {
  let at = 0;
  for (const character of new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)) {
    const width = encoding === "utf-8" ? Buffer.byteLength(character) : character.length * 2;
    const written = Buffer.from(bytes.subarray(at, at + width)).toString("hex");
    if (character === "\ufffd" && written !== REPLACEMENTS[encoding]) break;
    at += width;
  }
  return at;
}

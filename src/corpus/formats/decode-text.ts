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
  { name: "ZIP", bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: "gzip", bytes: [0x1f, 0x8b] },
  { name: "PNG", bytes: [0x89, 0x50, 0x4e, 0x47] },
  { name: "JPEG", bytes: [0xff, 0xd8, 0xff] },
];

/** Backspace, tab, line feed, form feed, carriage return, escape. */
const WRITTEN: readonly number[] = [8, 9, 10, 12, 13, 27];
/** 1 for each byte that is a control character and not one of those. */
const CONTROLS: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 32 && !WRITTEN.includes(byte) ? 1 : 0,
);

const TAIL = [0x80, 0xbf] as const;
/** Well-formed UTF-8 sequences (Unicode 16, table 3-7): first byte, and the range of each further one. */
const UTF8_FORMS: readonly {
  readonly first: number;
  readonly last: number;
  readonly rest: readonly (readonly [number, number])[];
}[] = [
  { first: 0x00, last: 0x7f, rest: [] },
  { first: 0xc2, last: 0xdf, rest: [TAIL] },
  { first: 0xe0, last: 0xe0, rest: [[0xa0, 0xbf], TAIL] },
  { first: 0xed, last: 0xed, rest: [[0x80, 0x9f], TAIL] },
  { first: 0xe1, last: 0xef, rest: [TAIL, TAIL] },
  { first: 0xf0, last: 0xf0, rest: [[0x90, 0xbf], TAIL, TAIL] },
  { first: 0xf1, last: 0xf3, rest: [TAIL, TAIL, TAIL] },
  { first: 0xf4, last: 0xf4, rest: [[0x80, 0x8f], TAIL, TAIL] },
];

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
  const guess =
    decoded.kind === "text" || markLength > 0 || isMostlyUtf8(bytes)
      ? undefined
      : guessEncoding(bytes);
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
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = measureUtf8(bytes, at);
    if (length > 1) whole += 1;
    if (length === 0) broken += 1;
    at += Math.max(length, 1);
  }
  return whole * 2 >= broken;
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
  for (let at = 0; at < head.length; at += 1) controls += CONTROLS[head[at] ?? 0] ?? 0;
  return controls * 10 > head.length ? "mostly control characters, not text" : undefined;
}

function decodeAs(encoding: Encoding, bytes: Bytes, markLength: number): DecodedText {
  const body = bytes.subarray(markLength);
  try {
    return {
      kind: "text",
      text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(body),
      encoding,
      mark: markLength,
    };
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    const at =
      markLength + (encoding === "utf-8" ? findBadUtf8(body) : findBadUtf16(body, encoding));
    const byte = (bytes[at] ?? 0).toString(16).padStart(2, "0");
    return refuse(
      "bad-encoding",
      `not valid ${encoding.toUpperCase()} from byte ${at} (0x${byte}) on`,
    );
  }
}

/** Offset of the first byte that begins no well-formed sequence. */
function findBadUtf8(bytes: Bytes): number {
  let at = 0;
  while (at < bytes.length) {
    const length = measureUtf8(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

function measureUtf8(bytes: Bytes, at: number): number {
  const lead = bytes[at] ?? 0;
  const form = UTF8_FORMS.find(({ first, last }) => lead >= first && lead <= last);
  if (form === undefined) return 0;
  const fits = form.rest.every(([low, high], offset) => {
    const byte = bytes[at + 1 + offset] ?? 0;
    return byte >= low && byte <= high;
  });
  return fits ? form.rest.length + 1 : 0;
}

/** Offset of the first lone surrogate, or of the odd last byte. */
function findBadUtf16(bytes: Bytes, encoding: Encoding): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const unit = (at: number): number =>
    at + 1 < bytes.length ? view.getUint16(at, encoding === "utf-16le") : 0;
  let at = 0;
  while (at + 1 < bytes.length) {
    const value = unit(at);
    const isLead = value >= 0xd800 && value <= 0xdbff;
    const paired = isLead && unit(at + 2) >= 0xdc00 && unit(at + 2) <= 0xdfff;
    if (value >= 0xd800 && value <= 0xdfff && !paired) return at;
    at += paired ? 4 : 2;
  }
  return at;
}

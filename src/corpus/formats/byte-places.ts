// A decoded text and its encoding → for offsets in the text, offsets in the bytes.

import type { DecodedText } from "./decode-text.ts";

type Decoded = Pick<Extract<DecodedText, { kind: "text" }>, "text" | "encoding" | "mark">;

const STEP = 1_024;

/** An offset in UTF-16 units of the text → the offset of its first byte in the file. */
export function placeBytes(decoded: Decoded, bytes: Uint8Array): (offset: number) => number {
  const { text, encoding, mark } = decoded;
  if (encoding.startsWith("utf-16")) return (offset) => mark + 2 * offset;
  if (bytes.length - mark === text.length) return (offset) => mark + offset;
  // Most texts are read without a question for a place in them.
  let place: ((offset: number) => number) | undefined;
  return (offset) => {
    place ??= encoding === "utf-8" ? placeUtf8(text, mark) : placeLegacy(encoding, bytes, mark);
    return place(offset);
  };
}

function placeUtf8(text: string, mark: number): (offset: number) => number {
  const sums = [mark];
  for (let from = 0; from < text.length; from += STEP) {
    sums.push((sums.at(-1) ?? 0) + utf8Length(text, from, Math.min(from + STEP, text.length)));
  }
  return (offset) => {
    const step = Math.floor(offset / STEP);
    return (sums[step] ?? mark) + utf8Length(text, step * STEP, offset);
  };
}

/** Each half of a surrogate pair counts two of its four bytes, so that a cut pair adds up. */
function utf8Length(text: string, from: number, to: number): number {
  let length = 0;
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    length += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
  }
  return length;
}

/** Decoded byte by byte: what each byte completes says where characters begin. */
function placeLegacy(
  encoding: string,
  bytes: Uint8Array,
  mark: number,
): (offset: number) => number {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const starts: number[] = [];
  let begin = mark;
  for (let at = mark; at < bytes.length; at += 1) {
    const units = decoder.decode(bytes.subarray(at, at + 1), { stream: true }).length;
    for (let unit = 0; unit < units; unit += 1) starts.push(begin);
    if (units > 0) begin = at + 1;
  }
  return (offset) => starts[offset] ?? bytes.length;
}

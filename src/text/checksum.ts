// Text, blocks of prose or a name → a short checksum, by which a slip of the hand is seen, not a forger.

import type { ProseBlock } from "./prose.ts";
import { flattenSpace } from "./words.ts";

const POLYNOMIAL = 0xedb88320;
const TABLE: Uint32Array = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1;
  return rest;
});

/** CRC-32 (ISO 3309, as zip and gzip have it) of the text as UTF-8: eight hexadecimal digits. */
export function checksum(text: string): string {
  return checksumBytes(new TextEncoder().encode(text)).toString(16).padStart(8, "0");
}

export function checksumBytes(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Of their words and the targets of their links, whatever the white space between words. */
export function checksumProse(blocks: readonly ProseBlock[]): string {
  const lines = blocks.map(({ text, pointers }) =>
    [flattenSpace(text), ...pointers.map(({ target }) => target)].join("\n"),
  );
  return checksum(lines.join("\n\n"));
}

/** FNV-1a of 32 bits over UTF-16 units, in base 36: the same in every export, on every machine. */
export function hashName(name: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) {
    value = Math.imul(value ^ name.charCodeAt(at), 0x01000193) >>> 0;
  }
  return value.toString(36);
}

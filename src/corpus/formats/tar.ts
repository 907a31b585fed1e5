// The bytes of a tar archive → the files in it, with long names (GNU, pax), and where it breaks off.

import type { FileBytes, Refused } from "./format.ts";
import { MOST_ENTRIES, type PackedFile } from "./zip.ts";

const BLOCK = 512;

export interface TarFiles {
  readonly files: readonly PackedFile[];
  /** Why what comes behind them is not known. */
  readonly fault?: Refused;
}

/** By the checksum of its first header: old archives have no other sign. */
export const isTar = ({ bytes }: FileBytes): boolean => hasChecksum(bytes.subarray(0, BLOCK));

export function listTar(bytes: Uint8Array): TarFiles {
  const files: PackedFile[] = [];
  let longName: string | undefined;
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    const header = bytes.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) break;
    const end = at + BLOCK + readNumber(header.subarray(124, 136));
    const detail = findFault(header, at, end > bytes.length, files.length);
    if (detail !== undefined) return { files, fault: { reason: "damaged", detail } };
    const content = bytes.subarray(at + BLOCK, end);
    const kind = String.fromCharCode(header[156] ?? 0);
    if (FILES.has(kind))
      files.push({ name: longName ?? readName(header), read: async () => content });
    longName = readLongName(kind, content, longName);
    at = BLOCK * Math.ceil(end / BLOCK);
  }
  return { files };
}

/** Kinds of entries that are files; others are folders, links and devices. */
const FILES = new Set(["0", "7", "\0"]);

function findFault(
  header: Uint8Array,
  at: number,
  isCut: boolean,
  files: number,
): string | undefined {
  if (!hasChecksum(header)) return `it is damaged at byte ${at}; what comes before is read`;
  if (isCut) return "it ends too early; what comes before is read";
  return files < MOST_ENTRIES ? undefined : `it holds more than ${MOST_ENTRIES} files; unpack it`;
}

/** The name of the next entry, where this one does nothing but tell it. */
function readLongName(
  kind: string,
  content: Uint8Array,
  known: string | undefined,
): string | undefined {
  if (kind === "L") return readString(content);
  if (kind === "x") return readPaxPath(content) ?? known;
  return kind === "g" ? known : undefined;
}

/** The sum of a header's bytes, those of the sum itself as blanks. */
function hasChecksum(header: Uint8Array): boolean {
  if (header.length < BLOCK) return false;
  const sum = header.reduce((all, byte, at) => all + (at >= 148 && at < 156 ? 32 : byte), 0);
  return sum > 8 * 32 && sum === readNumber(header.subarray(148, 156));
}

/** Octal digits; a number too large for them has its first bit set and is written in bytes. */
function readNumber(field: Uint8Array): number {
  if (((field[0] ?? 0) & 0x80) !== 0)
    return field.subarray(1).reduce((number, byte) => number * 256 + byte, 0);
  const digits = /[0-7]+/.exec(readString(field))?.[0];
  return digits === undefined ? 0 : Number.parseInt(digits, 8);
}

function readName(header: Uint8Array): string {
  const name = readString(header.subarray(0, 100));
  const isPosix = readString(header.subarray(257, 263)) === "ustar";
  const folder = isPosix ? readString(header.subarray(345, 500)) : "";
  return folder === "" ? name : `${folder}/${name}`;
}

function readString(field: Uint8Array): string {
  const end = field.indexOf(0);
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end));
}

/** `19 path=a/b.txt\n`, among other values. */
function readPaxPath(content: Uint8Array): string | undefined {
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(new TextDecoder().decode(content))?.[1];
}

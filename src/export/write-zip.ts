// Names and contents → the bytes of a zip, nothing packed: the same parts give the same bytes.

import { checksumBytes } from "../text/checksum.ts";

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** 1 January 1980, the first day that a zip knows: nobody asks when an export was made. */
const DAY = 0x0021;

/** In the order given. Follows PKWARE's APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16. */
export function writeZip(parts: readonly (readonly [name: string, text: string])[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, text] of parts) {
    const [path, body] = [encode(name), encode(text)];
    // Version 2.0, flags, method "stored", time, day, checksum, both sizes, length of the name, no extra field.
    const shared = fields(
      ...([20, FLAGS, 0, 0, DAY] as const).map((value) => [2, value] as const),
      ...([checksumBytes(body), body.length, body.length] as const).map((v) => [4, v] as const),
      [2, path.length],
      [2, 0],
    );
    const local = [fields([4, LOCAL]), shared, path, body];
    // No comment, disk 0, no attributes, where it begins.
    const rest = fields([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
    directory.push(fields([4, CENTRAL], [2, 20]), shared, rest, path);
    chunks.push(...local);
    offset += size(local);
  }
  const count = parts.length;
  const end = fields(
    [4, END],
    ...([0, 0, count, count] as const).map((value) => [2, value] as const),
    [4, size(directory)],
    [4, offset],
    [2, 0],
  );
  return join([...chunks, ...directory, end]);
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const size = (parts: readonly Uint8Array[]): number =>
  parts.reduce((sum, { length }) => sum + length, 0);

/** Numbers of 2 or 4 bytes, the lowest byte first. */
function fields(...values: readonly (readonly [bytes: 2 | 4, value: number])[]): Uint8Array {
  return Uint8Array.from(
    values.flatMap(([bytes, value]) =>
      Array.from({ length: bytes }, (_, at) => Math.floor(value / 256 ** at) % 256),
    ),
  );
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(size(parts));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

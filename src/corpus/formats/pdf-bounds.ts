// The bytes of a PDF → whether its packed streams unpack to more than is allowed, however they are packed in one another.

// biome-ignore lint/correctness/noNodejsModules: it computes, and touches nothing outside of the process
import { inflateSync } from "node:zlib";

const STREAM = Buffer.from("stream");
/** How deep packings in one another are followed. */
const DEEPEST = 3;
/** A picture may be larger than all else, for it is not unpacked to read the text. */
const MOST_FOR_PICTURE = 128 * 1024 * 1024;
const PICTURE = /\/Subtype\s*\/Image\b/;
const LONGEST_HEAD = 600;

/** Only streams that look packed with Flate are tried; other packings hardly multiply. */
export function unpacksBeyond(bytes: Uint8Array, most: number): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = most;
  for (let at = file.indexOf(STREAM); at >= 0 && left >= 0; at = file.indexOf(STREAM, at + 6)) {
    const start = at + 6 + (file[at + 6] === 0x0d ? 1 : 0) + 1;
    const head = file.toString("latin1", Math.max(at - LONGEST_HEAD, 0), at);
    const isPicture = PICTURE.test(head.slice(head.lastIndexOf(" obj")));
    const size = measure(file.subarray(start), isPicture ? MOST_FOR_PICTURE : left, 0);
    if (!isPicture || size > MOST_FOR_PICTURE) left -= size;
  }
  return left < 0;
}

/** More than `left` where it does not fit. */
function measure(packed: Buffer, left: number, depth: number): number {
  if (depth > DEEPEST || !isFlate(packed)) return 0;
  try {
    const unpacked = inflateSync(packed, { maxOutputLength: Math.max(left, 1) });
    return unpacked.length + measure(unpacked, left - unpacked.length, depth + 1);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? left + 1 : 0;
  }
}

function isFlate(bytes: Buffer): boolean {
  const [method = 0, flags = 0] = bytes;
  return (method & 0x0f) === 8 && method >> 4 <= 7 && ((method << 8) | flags) % 31 === 0;
}

// Packed bytes → the bytes, never more than may be unpacked of one file, whatever they claim.

// biome-ignore lint/correctness/noNodejsModules: it computes, and touches nothing outside of the process
import { brotliDecompressSync, crc32, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { type ExtractOptions, explainCause, type Refused } from "./format.ts";

/** All that lies in one file, together, in files of the size that is read. */
const FILES_TOGETHER = 5;
/** Deflate packs a byte into no less. */
const MOST_PACKED = 1_032;

type Unpack = (packed: Uint8Array, limits: { readonly maxOutputLength: number }) => Uint8Array;
export type PackMethod = "gzip" | "deflate" | "deflate-raw" | "br";

const METHODS: Readonly<Record<PackMethod, Unpack>> = {
  gzip: gunzipSync,
  deflate: inflateSync,
  "deflate-raw": inflateRawSync,
  br: brotliDecompressSync,
};

/** Bytes that may still be unpacked of the outermost file. */
export function allowanceLeft({ maxBytes, unpacked }: ExtractOptions): number {
  return Math.max(0, FILES_TOGETHER * maxBytes - unpacked.bytes);
}

/** `most`: of this thing alone. What fails is counted too: a thousand bombs cost no more than one. */
export function unpack(
  packed: Uint8Array,
  method: PackMethod,
  options: ExtractOptions,
  most: number = options.maxBytes,
): Uint8Array | Refused {
  const left = Math.min(most, allowanceLeft(options));
  if (left === 0) return refuseSize(options);
  try {
    const bytes = METHODS[method](packed, { maxOutputLength: left });
    options.unpacked.bytes += bytes.length;
    return bytes;
  } catch (cause) {
    options.unpacked.bytes += Math.min(left, packed.length * MOST_PACKED);
    const code = cause instanceof Error && "code" in cause ? cause.code : "";
    if (code === "ERR_BUFFER_TOO_LARGE") return refuseSize(options);
    const why = explainCause(cause);
    return { reason: "damaged", detail: `it cannot be unpacked (${why}); get the file again` };
  }
}

export function refuseSize({ maxBytes }: ExtractOptions): Refused {
  const megabytes = (maxBytes / 1024 / 1024).toFixed(1);
  const detail = `unpacked it is more than is read (${megabytes} MB a file, ${FILES_TOGETHER} times that for an archive); unpack it into the corpus, or raise maxFileMegabytes`;
  return { reason: "too-large", detail };
}

export const hasChecksum = (bytes: Uint8Array, checksum: number): boolean =>
  crc32(bytes) === checksum >>> 0;

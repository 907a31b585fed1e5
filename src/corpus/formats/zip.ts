// The bytes of a zip → its entries in the order of its directory, each unpacked when it is asked for.

import type { Entry } from "yauzl";
import { type ExtractOptions, explainCause, type Refused } from "./format.ts";
import { allowanceLeft, hasChecksum, refuseSize, unpack } from "./unpack.ts";

export interface PackedFile {
  /** The path inside; not cleaned. */
  readonly name: string;
  read(): Promise<Uint8Array | Refused>;
}

export type ZipEntries = ReadonlyMap<string, PackedFile>;

/** Far above any archive of articles of the size that is read. */
export const MOST_ENTRIES = 50_000;
const STORED = 0;
const DEFLATED = 8;

/** Of entries of one name the first counts. */
export async function openZip(
  bytes: Uint8Array,
  options: ExtractOptions,
): Promise<ZipEntries | Refused> {
  const { default: yauzl } = await import("yauzl");
  const entries = new Map<string, PackedFile>();
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    // Names are decoded here: yauzl's own way ends the whole archive at a name that leads out of it.
    const zip = await yauzl.fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false });
    const startOf = async (entry: Entry): Promise<number> =>
      (await zip.readLocalFileHeaderPromise(entry, { minimal: true })).fileDataStart;
    for await (const entry of zip.eachEntry()) {
      const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
      const name = yauzl.getFileNameLowLevel(
        generalPurposeBitFlag,
        fileNameRaw,
        extraFields,
        false,
      );
      if (entries.size >= MOST_ENTRIES) {
        return {
          reason: "too-large",
          detail: `it holds more than ${MOST_ENTRIES} files; unpack it`,
        };
      }
      if (name.endsWith("/") || entries.has(name)) continue;
      const read = (): Promise<Uint8Array | Refused> => readEntry(entry, bytes, startOf, options);
      entries.set(name, { name, read });
    }
  } catch {
    const detail = "it is cut or damaged: its list of files cannot be read; get the file again";
    return { reason: "damaged", detail };
  }
  return entries;
}

async function readEntry(
  entry: Entry,
  bytes: Uint8Array,
  startOf: (entry: Entry) => Promise<number>,
  options: ExtractOptions,
): Promise<Uint8Array | Refused> {
  const { compressionMethod, compressedSize, uncompressedSize } = entry;
  if (entry.isEncrypted()) {
    const detail = "it is encrypted; unpack the archive with its password into the corpus";
    return { reason: "encrypted", detail };
  }
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) {
    const detail = `it is packed by a method that is not read (${compressionMethod}); unpack the archive into the corpus`;
    return { reason: "binary", detail };
  }
  if (uncompressedSize > Math.min(options.maxBytes, allowanceLeft(options)))
    return refuseSize(options);
  try {
    const start = await startOf(entry);
    const packed = bytes.subarray(start, start + compressedSize);
    // Counted too: thousands of entries may lie in the same bytes.
    if (compressionMethod === STORED) options.unpacked.bytes += packed.length;
    const unpacked = compressionMethod === STORED ? packed : unpack(packed, "deflate-raw", options);
    if (!(unpacked instanceof Uint8Array)) return unpacked;
    return hasChecksum(unpacked, entry.crc32) ? unpacked : refuseDamage("its checksum differs");
  } catch (cause) {
    return refuseDamage(cause);
  }
}

function refuseDamage(cause: unknown): Refused {
  const why = explainCause(cause);
  return { reason: "damaged", detail: `it cannot be unpacked (${why}); get the file again` };
}

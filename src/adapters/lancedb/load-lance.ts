// Nothing → LanceDB and Arrow, when first needed; an address → a connection.

import { createRequire } from "node:module";
import type * as Lance from "@lancedb/lancedb";
import type { Connection } from "@lancedb/lancedb";
import type * as Arrow from "apache-arrow";
import type { TableAddress } from "./places/index-place.ts";

/** The two packages that only this folder may touch. */
export interface LanceLibrary {
  readonly lance: typeof Lance;
  readonly arrow: typeof Arrow;
}

let loading: Promise<LanceLibrary> | undefined;

/** When first needed: they cost 75 ms that `--help` must not pay. */
async function importBoth(): Promise<LanceLibrary> {
  // Read once, at import: without it the native part prints warnings on the reader's stderr.
  process.env["LANCEDB_LOG"] ??= "error";
  // Damaged files make it panic; that comes back as an error, and a backtrace helps no reader.
  process.env["RUST_BACKTRACE"] ??= "0";
  const lance = await import("@lancedb/lancedb");
  // LanceDB requires Arrow as CommonJS; the ES module would be another copy, strange to its results.
  const arrow = createRequire(import.meta.url)("apache-arrow") as typeof Arrow;
  return { lance, arrow };
}

export function loadLance(): Promise<LanceLibrary> {
  loading ??= importBoth();
  return loading;
}

const INDEX_CACHE_BYTES = 192n * 1024n * 1024n;
const METADATA_CACHE_BYTES = 48n * 1024n * 1024n;

export async function connectTo(address: TableAddress): Promise<Connection> {
  const { lance } = await loadLance();
  const { uri, storageOptions, server, trustMs = 0 } = address;
  // An interval of 0 makes each query look for a newer version, so a reader sees what others wrote; in a
  // store that look costs requests.
  const readConsistencyInterval = trustMs / 1000;
  // The default caches may grow to gigabytes; indexing must stay under 700 MB.
  const session = new lance.Session(INDEX_CACHE_BYTES, METADATA_CACHE_BYTES);
  const how = storageOptions === undefined ? {} : { storageOptions: { ...storageOptions } };
  return lance.connect(uri, { readConsistencyInterval, ...how, ...server }, session);
}

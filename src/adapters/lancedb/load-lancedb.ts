// Nothing → LanceDB and Arrow, imported when first needed: they cost 75 ms that `--help` must not pay.

import { createRequire } from "node:module";
import type * as Lance from "@lancedb/lancedb";
import type * as Arrow from "apache-arrow";

/** The two packages that only this folder may touch. */
export interface LanceLibrary {
  readonly lance: typeof Lance;
  readonly arrow: typeof Arrow;
}

let loading: Promise<LanceLibrary> | undefined;

export function loadLanceDb(): Promise<LanceLibrary> {
  loading ??= importBoth();
  return loading;
}

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

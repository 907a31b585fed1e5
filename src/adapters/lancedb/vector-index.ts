// The table of passages → an index of their vectors, made where comparing with each would take long, and anew when they are many more.

import type { IndexTables } from "./tables.ts";

/** Below it comparing with every vector takes under 100 ms and finds everything. */
const VECTOR_INDEX_ROWS = 100_000;
/** Its parts were drawn from what was there: so many times as much is parted badly. */
const GROWTH = 4;

// Chosen by figures: npx tsx bench/scale/compare-indexes.ts --rows 300000 --topic 0.25 --kinds rq --out DIR
/** Parts of the index that a search looks through. */
export const PROBES = 40;
/** Times as many as are asked for are compared by their whole vectors. */
export const REFINED = 20;

const INDEX = /^vector_of_(\d+)$/;

/** How many rows an index was drawn from stands in its name: nothing else tells it. */
export async function indexVectors({ library, passages }: IndexTables): Promise<void> {
  const rows = await passages.countRows();
  if (rows < VECTOR_INDEX_ROWS) return;
  const indices = await passages.listIndices();
  const old = indices.filter(({ columns }) => columns.includes("vector")).map(({ name }) => name);
  if (old.some((name) => rows < Number(INDEX.exec(name)?.[1] ?? 0) * GROWTH)) return;
  const config = library.lance.Index.ivfRq({ distanceType: "cosine" });
  await passages.createIndex("vector", { config, name: `vector_of_${rows}` });
  for (const name of old) await passages.dropIndex(name);
}

// A text too long for one pass → its parts; their vectors → one.

import { toUnit } from "../../corpus/ingest/read-vectors.ts";
import { splitsPair } from "../../text/code-points.ts";

/** Two halves, cut at the white space nearest to the middle, else between two characters. */
export function splitText(text: string): readonly [string, string] {
  const middle = Math.floor(text.length / 2);
  const after = text.slice(middle).search(/\s/);
  const before = /\s\S*$/.exec(text.slice(0, middle))?.index ?? -1;
  const cut = nearest(middle, after < 0 ? -1 : middle + after, before);
  const at = cut > 0 && cut < text.length ? cut : middle;
  const safe = splitsPair(text, at) ? at + 1 : at;
  return [text.slice(0, safe), text.slice(safe)];
}

function nearest(middle: number, after: number, before: number): number {
  if (after < 0 || before < 0) return Math.max(after, before);
  return after - middle <= middle - before ? after : before;
}

/** Mean of the parts' vectors weighted by their lengths, unit length. */
export function poolParts(
  vectors: readonly Float32Array[],
  lengths: readonly number[],
): Float32Array {
  const pooled = new Float32Array(vectors[0]?.length ?? 0);
  vectors.forEach((vector, index) => {
    const weight = lengths[index] ?? 0;
    for (let at = 0; at < pooled.length; at += 1) {
      pooled[at] = (pooled[at] ?? 0) + weight * (vector[at] ?? 0);
    }
  });
  return toUnit(pooled) ?? pooled;
}

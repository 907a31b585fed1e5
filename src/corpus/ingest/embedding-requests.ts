// A list → runs as long as one request for embeddings may be; what came back → as many unit vectors of one length, or what is wrong.

/** Requests under way at once: the server works on one while the other's answer is read. */
export const IN_FLIGHT = 2;

/** In order; the last may be shorter. `size` is at least 1. */
export function splitBatches<Item>(items: readonly Item[], size: number): readonly Item[][] {
  const batches: Item[][] = [];
  for (let from = 0; from < items.length; from += size) {
    batches.push(items.slice(from, from + size));
  }
  return batches;
}

type ReadVectors =
  | { readonly ok: true; readonly vectors: readonly Float32Array[] }
  | { readonly ok: false; readonly fault: string };

/** `dimensions` 0: not known yet, any length will do. */
export function readVectors(answer: unknown, expected: number, dimensions: number): ReadVectors {
  if (!Array.isArray(answer) || answer.length !== expected) {
    return { ok: false, fault: `answered ${expected} texts with another number of vectors` };
  }
  const vectors = answer.flatMap((numbers: unknown) => toUnit(numbers) ?? []);
  const isSound =
    vectors.length === expected &&
    vectors.every(({ length }) => dimensions === 0 || length === dimensions);
  return isSound
    ? { ok: true, vectors }
    : { ok: false, fault: "sent a vector that is none, or of another length" };
}

/** Undefined when it has no direction: empty, all zeros, or not a number somewhere. */
export function toUnit(numbers: unknown): Float32Array | undefined {
  if (!(Array.isArray(numbers) || numbers instanceof Float32Array)) return;
  const vector = Float32Array.from(numbers);
  const length = Math.hypot(...vector);
  if (!(length > 0) || !Number.isFinite(length)) return;
  return vector.map((value) => value / length);
}

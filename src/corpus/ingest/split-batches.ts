// A list → runs of it, each as long as one request may be.

/** In order; the last may be shorter. `size` is at least 1. */
export function splitBatches<Item>(items: readonly Item[], size: number): readonly Item[][] {
  const batches: Item[][] = [];
  for (let from = 0; from < items.length; from += size) {
    batches.push(items.slice(from, from + size));
  }
  return batches;
}

// A count of tokens and the places where they may be parted → forward passes that cover them all.

/**
 * One forward pass over tokens `[from, to)`, of which it gives the vectors of `[coreFrom, coreTo)`;
 * the rest is context. Cores follow each other without gap or overlap.
 */
export interface Window {
  readonly from: number;
  readonly to: number;
  readonly coreFrom: number;
  readonly coreTo: number;
}

/** The last allowed cut in `(after, limit]`; the limit itself where there is none. */
const cutBefore = (cuts: readonly number[], after: number, limit: number): number => {
  let best = limit;
  for (const cut of cuts) {
    if (cut > limit) break;
    if (cut > after) best = cut;
  }
  return best;
};

/**
 * As few windows of at most `size` tokens as cover `count` tokens, of about the same length, parted
 * at `cuts` (ascending token numbers) where one lies in reach.
 * @param context tokens that a window should see on each side of its core, where there are some
 */
export const planWindows = (
  count: number,
  size: number,
  cuts: readonly number[],
  context = 0,
): readonly Window[] => {
  if (count <= size) return [{ from: 0, to: count, coreFrom: 0, coreTo: count }];
  const windows: Window[] = [];
  const core = Math.max(1, size - 2 * context);
  for (let coreFrom = 0; coreFrom < count; ) {
    const left = Math.ceil((count - coreFrom) / core);
    const share = Math.ceil((count - coreFrom) / left);
    const limit = Math.min(coreFrom + core, count);
    const nearest = Math.min(coreFrom + Math.ceil(share * 1.15), limit);
    const coreTo =
      limit === count ? count : cutBefore(cuts, coreFrom + Math.floor(share / 2), nearest);
    const spare = size - (coreTo - coreFrom);
    const before = Math.min(coreFrom, Math.max(Math.floor(spare / 2), spare - (count - coreTo)));
    const from = coreFrom - before;
    windows.push({ from, to: Math.min(count, from + size), coreFrom, coreTo });
    coreFrom = coreTo;
  }
  return windows;
};

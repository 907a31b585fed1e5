// Two texts as stems → how much they share.

/** Share of the smaller set that the other also has, 0 to 1; 0 when either is empty. */
export function measureContainment(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const item of small) if (large.has(item)) shared += 1;
  return shared / small.size;
}

// Two words or two lists of stems → how alike they are; how many passages hold a term → how much it tells them apart.

/** One letter added, left out, changed, or two neighbours swapped; equal words are none apart. Linear time. */
export function isOneEditApart(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = short.slice(start);
  const longRest = long.slice(start);
  if (short.length < long.length) return rest === longRest.slice(1);
  if (rest.slice(1) === longRest.slice(1)) return true;
  const isSwapped = rest[0] === longRest[1] && rest[1] === longRest[0];
  return isSwapped && rest.slice(2) === longRest.slice(2);
}

/** Share of the smaller set that the other also has, 0 to 1; 0 when either is empty. */
export function measureContainment(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const item of small) if (large.has(item)) shared += 1;
  return shared / small.size;
}

/** Inverse document frequency as in BM25 (Robertson 2009), always above 0. */
export function weighTerm(holding: number, among: number): number {
  return Math.log(1 + (Math.max(among, holding) - holding + 0.5) / (holding + 0.5));
}

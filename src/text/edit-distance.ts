// Two words → whether one slip of the pen makes one of the other.

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

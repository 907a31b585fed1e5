// A run of units and a longer one → where the first stands in the second, whatever they hold, in linear time.

/** The first `most` places, overlapping ones too (Knuth, Morris and Pratt 1977). */
export function matchRuns(
  wanted: Uint16Array,
  units: Uint16Array,
  most: number,
): readonly number[] {
  const fallback = listFallbacks(wanted);
  const places: number[] = [];
  let matched = 0;
  for (let at = 0; at < units.length && places.length < most; at += 1) {
    matched = advance(wanted, fallback, matched, units[at]);
    if (matched < wanted.length) continue;
    places.push(at - wanted.length + 1);
    matched = fallback[matched - 1] ?? 0;
  }
  return places;
}

function listFallbacks(wanted: Uint16Array): Uint32Array {
  const fallback = new Uint32Array(wanted.length);
  let matched = 0;
  for (let at = 1; at < wanted.length; at += 1) {
    matched = advance(wanted, fallback, matched, wanted[at]);
    fallback[at] = matched;
  }
  return fallback;
}

function advance(
  wanted: Uint16Array,
  fallback: Uint32Array,
  from: number,
  unit: number | undefined,
): number {
  let matched = from;
  while (matched > 0 && wanted[matched] !== unit) matched = fallback[matched - 1] ?? 0;
  return wanted[matched] === unit ? matched + 1 : matched;
}

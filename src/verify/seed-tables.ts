// Patterns as letters → hash tables of their seeds, one for each seed width, that roll over a text.

/** Called for each seed that may stand at `place`: of which pattern, and at which offset in it. */
type MeetSeed = (pattern: number, offset: number, place: number) => void;

export interface SeedTable {
  /** Letters in a seed. */
  readonly width: number;
  /** Meets every seed of the table that stands in `units`, in rising places. A hash may also lie. */
  roll(units: Uint16Array, meet: MeetSeed): void;
}

const WIDE = { width: 8, from: 24 } as const;
const NARROW = 5;
const BASE = 0x01000193;
const FILTER_BITS = 21;

/** Patterns of 24 letters or more have seeds of 8, shorter ones of 5, tiny ones are one seed. */
export function buildSeedTables(patterns: readonly Uint16Array[]): readonly SeedTable[] {
  const byWidth = new Map<number, number[]>();
  patterns.forEach((letters, pattern) => {
    const width = letters.length >= WIDE.from ? WIDE.width : Math.min(NARROW, letters.length);
    if (width > 0) byWidth.set(width, [...(byWidth.get(width) ?? []), pattern]);
  });
  return Array.from(byWidth, ([width, members]) => buildTable(width, members, patterns));
}

interface Seed {
  readonly pattern: number;
  readonly offset: number;
}

function buildTable(
  width: number,
  members: readonly number[],
  patterns: readonly Uint16Array[],
): SeedTable {
  const seeds = new Map<number, Seed[]>();
  const filter = new Uint8Array(1 << (FILTER_BITS - 3));
  for (const pattern of members) {
    rollHash(patterns[pattern] ?? new Uint16Array(), width, (hash, offset) => {
      const bit = spread(hash);
      filter[bit >>> 3] = (filter[bit >>> 3] ?? 0) | (1 << (bit & 7));
      const known = seeds.get(hash);
      if (known === undefined) seeds.set(hash, [{ pattern, offset }]);
      // A run that a pattern repeats is met once: else one letter, repeated, would take forever.
      else if (known.at(-1)?.pattern !== pattern) known.push({ pattern, offset });
    });
  }
  return { width, roll: (units, meet) => rollOver(units, { width, filter, seeds }, meet) };
}

interface Sought {
  readonly width: number;
  readonly filter: Uint8Array;
  readonly seeds: ReadonlyMap<number, readonly Seed[]>;
}

/** Written out, not built on {@link rollHash}: a call for every letter of a corpus costs seconds. */
function rollOver(units: Uint16Array, { width, filter, seeds }: Sought, meet: MeetSeed): void {
  const leaving = raiseBase(width);
  const length = units.length;
  let hash = 0;
  for (let at = 0; at < length; at += 1) {
    hash = (Math.imul(hash, BASE) + (units[at] as number)) | 0;
    if (at < width - 1) continue;
    if (at >= width) hash = (hash - Math.imul(units[at - width] as number, leaving)) | 0;
    const bit = Math.imul(hash, 0x9e3779b1) >>> (32 - FILTER_BITS);
    if (((filter[bit >>> 3] as number) & (1 << (bit & 7))) === 0) continue;
    const met = seeds.get(hash);
    if (met === undefined) continue;
    for (const { pattern, offset } of met) meet(pattern, offset, at - width + 1);
  }
}

function raiseBase(width: number): number {
  let power = 1;
  for (let count = 0; count < width; count += 1) power = Math.imul(power, BASE);
  return power;
}

/** The upper bits mix best. */
function spread(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - FILTER_BITS);
}

/** The polynomial hash of every run of `width` units, modulo 2³². */
function rollHash(
  units: Uint16Array,
  width: number,
  see: (hash: number, start: number) => void,
): void {
  const leaving = raiseBase(width);
  let hash = 0;
  for (let at = 0; at < units.length; at += 1) {
    hash = (Math.imul(hash, BASE) + (units[at] ?? 0)) | 0;
    if (at >= width) hash = (hash - Math.imul(units[at - width] ?? 0, leaving)) | 0;
    if (at >= width - 1) see(hash, at - width + 1);
  }
}

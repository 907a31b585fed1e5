// How many of some passages hold a term → how much the term tells them apart.

/** Inverse document frequency as in BM25 (Robertson 2009), always above 0. */
export function weighTerm(holding: number, among: number): number {
  return Math.log(1 + (Math.max(among, holding) - holding + 0.5) / (holding + 0.5));
}

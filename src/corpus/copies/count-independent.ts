// Articles with their copies → how many of them are no copies of one another.

export interface CopiedArticle {
  readonly id: string;
  readonly copies: readonly string[];
}

/**
 * The most that can be chosen without choosing two copies, found by taking those with the fewest
 * copies first: an article merged from two others leaves both of them counted.
 */
export function countIndependent(articles: readonly CopiedArticle[]): number {
  const present = new Set(articles.map(({ id }) => id));
  const counted = new Set<string>();
  const own = articles.map(({ id, copies }) => ({
    id,
    copies: copies.filter((copy) => present.has(copy)),
  }));
  for (const { id, copies } of own.sort((one, other) => one.copies.length - other.copies.length)) {
    if (!copies.some((copy) => counted.has(copy))) counted.add(id);
  }
  return counted.size;
}

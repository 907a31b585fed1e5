// Items and slow work on each → the results in order, a few begun ahead.

/** At most `ahead` results wait at once, so memory stays bounded however long the list is. */
export async function* mapAhead<Item, Result>(
  items: readonly Item[],
  ahead: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void> {
  const begun: Promise<Result>[] = [];
  let next = 0;
  while (next < items.length || begun.length > 0) {
    while (next < items.length && begun.length < ahead) {
      const result = work(items[next] as Item);
      // A failure is met when its turn comes; should the reader stop before, nobody misses it.
      result.catch(() => undefined);
      begun.push(result);
      next += 1;
    }
    yield await (begun.shift() as Promise<Result>);
  }
}

// A function of a text → the same function, that keeps its latest results.

/**
 * Keeps the results for the last `limit` texts, the least recently used going first. For what is worked out
 * of one paragraph again and again: once for each quotation that stands in it.
 */
export function remember<Value>(
  compute: (text: string) => Value,
  limit: number,
): (text: string) => Value {
  const kept = new Map<string, Value>();
  return (text) => {
    const known = kept.get(text);
    const value = known ?? compute(text);
    kept.delete(text);
    kept.set(text, value);
    const oldest = kept.keys().next();
    if (kept.size > limit && oldest.done !== true) kept.delete(oldest.value);
    return value;
  };
}

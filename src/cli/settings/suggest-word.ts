// A mistyped word and the known ones → the known one that was probably meant.

/** The nearest of `known` by edits: within two, or a third of a longer word; else none. */
export function suggestWord(typed: string, known: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  // Two letters swapped are two edits.
  let fewest = (typed.length < 4 ? 1 : Math.max(2, Math.floor(typed.length / 3))) + 1;
  for (const word of known) {
    const edits = countEdits(typed.toLowerCase(), word.toLowerCase(), fewest);
    if (edits < fewest) {
      fewest = edits;
      nearest = word;
    }
  }
  return nearest;
}

/** Levenshtein distance, given up (any number ≥ `ceiling`) when the lengths alone are too far. */
function countEdits(from: string, to: string, ceiling: number): number {
  if (Math.abs(from.length - to.length) >= ceiling) return ceiling;
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const swap = (above[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      current.push(Math.min(swap, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    above = current;
  }
  return above[to.length] ?? ceiling;
}

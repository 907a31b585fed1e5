// Rows of token vectors → one vector of unit length.

import { dimensions } from "./token-model.ts";

/** Rows `[from, to)` of `vectors` added to `sum`, in place. */
export const addRows = (
  sum: Float64Array,
  vectors: Float32Array,
  from: number,
  to: number,
): void => {
  for (let offset = from * dimensions; offset < to * dimensions; offset++) {
    const column = offset % dimensions;
    sum[column] = (sum[column] ?? 0) + (vectors[offset] ?? 0);
  }
};

/** The direction of `sum`; a sum of no length stays zero. */
export const toUnitLength = (sum: ArrayLike<number>): Float32Array => {
  let squares = 0;
  for (let column = 0; column < sum.length; column++) squares += (sum[column] ?? 0) ** 2;
  const length = Math.sqrt(squares) || 1;
  return Float32Array.from(sum, (value) => value / length);
};

// Rows of token vectors → one vector of unit length.

import { dimensions } from "./token-model.ts";

/** Rows `[from, to)` of `vectors` added to `sum`, in place. */
export const addRows = (
  sum: Float64Array,
  vectors: Float32Array,
  from: number,
  to: number,
): void => {
  for (let row = from * dimensions; row < to * dimensions; row += dimensions) {
    for (let column = 0; column < dimensions; column++) {
      sum[column] = (sum[column] ?? 0) + (vectors[row + column] ?? 0);
    }
  }
};

/** The direction of `sum`; a sum of no length stays zero. A loop: `Float32Array.from` takes tenfold. */
export const toUnitLength = (sum: ArrayLike<number>): Float32Array => {
  let squares = 0;
  for (let column = 0; column < sum.length; column++) squares += (sum[column] ?? 0) ** 2;
  const length = Math.sqrt(squares) || 1;
  const unit = new Float32Array(sum.length);
  for (let column = 0; column < sum.length; column++) unit[column] = (sum[column] ?? 0) / length;
  return unit;
};

/** Vectors one after another, each scaled so that its largest number is 127: a direction in 8 bits a number. */
export const toBytes = (vectors: readonly ArrayLike<number>[], width: number): Int8Array => {
  const bytes = new Int8Array(vectors.length * width);
  for (const [place, vector] of vectors.entries()) {
    let most = 0;
    for (let column = 0; column < width; column++) {
      most = Math.max(most, Math.abs(vector[column] ?? 0));
    }
    const scale = most > 0 ? 127 / most : 0;
    for (let column = 0; column < width; column++) {
      bytes[place * width + column] = Math.round((vector[column] ?? 0) * scale);
    }
  }
  return bytes;
};

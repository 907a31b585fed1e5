// Points and directions on a page → the same when the page is turned so that its letters stand upright, and back.

export type Matrix = readonly [number, number, number, number, number, number];
export type Point = readonly [x: number, y: number];

/** By how many quarters letters are turned; those at another angle have no turn. */
export type Turn = 0 | 1 | 2 | 3;

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The turn of letters that run in this direction. */
export function findTurn([x, y]: Point): Turn | undefined {
  if (Math.abs(y) < 0.04 * Math.abs(x)) return x > 0 ? 0 : 2;
  if (Math.abs(x) < 0.04 * Math.abs(y)) return y > 0 ? 1 : 3;
  return undefined;
}

export function stand([x, y]: Point, turn: Turn | undefined, { width, height }: PageSize): Point {
  if (turn === 1) return [y, width - x];
  if (turn === 2) return [width - x, height - y];
  return turn === 3 ? [height - y, x] : [x, y];
}

export function turnBack([x, y]: Point, turn: Turn, { width, height }: PageSize): Point {
  if (turn === 1) return [width - y, x];
  if (turn === 2) return [width - x, height - y];
  return turn === 3 ? [y, height - x] : [x, y];
}

export function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  const [p, q] = [a * g + c * h, b * g + d * h];
  return [p, q, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

export function toMatrix(values: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from(values as ArrayLike<number>);
  return [a, b, c, d, e, f];
}

// Rows of numbers and a yes or no for each → the weights of a logistic regression.

export interface LogisticRow {
  readonly values: readonly number[];
  readonly isTrue: boolean;
}

export interface LogisticModel {
  readonly bias: number;
  readonly weights: readonly number[];
}

const ROUNDS = 60;

/** Newton's method on columns of unit variance with a ridge of `ridge`; the weights are of the columns as given. */
export function fitLogistic(rows: readonly LogisticRow[], ridge = 1e-3): LogisticModel {
  const width = rows[0]?.values.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) => describeColumn(rows, column));
  const scaled = rows.map(({ values, isTrue }) => ({
    isTrue,
    values: [...columns.map((column, at) => scale(values[at] ?? 0, column)), 1],
  }));
  let weights = new Array<number>(width + 1).fill(0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const { gradient, hessian } = measureSlope(scaled, weights, ridge);
    const step = solve(hessian, gradient);
    weights = weights.map((weight, place) => weight - (step[place] ?? 0));
  }
  const plain = columns.map(({ deviation }, column) => (weights[column] ?? 0) / deviation);
  const shift = columns.reduce((sum, { mean }, column) => sum + mean * (plain[column] ?? 0), 0);
  return { bias: (weights[width] ?? 0) - shift, weights: plain };
}

function measureSlope(rows: readonly LogisticRow[], weights: readonly number[], ridge: number) {
  const gradient = weights.map((weight) => ridge * weight);
  const hessian = weights.map((_, row) => weights.map((__, at) => (row === at ? ridge : 0)));
  for (const { values, isTrue } of rows) {
    const chance = 1 / (1 + Math.exp(-dot(values, weights)));
    const miss = (chance - Number(isTrue)) / rows.length;
    const bend = (chance * (1 - chance)) / rows.length;
    addScaled(gradient, values, miss);
    for (const [row, line] of hessian.entries()) addScaled(line, values, bend * (values[row] ?? 0));
  }
  return { gradient, hessian };
}

function addScaled(target: number[], values: readonly number[], factor: number): void {
  for (let at = 0; at < target.length; at += 1) {
    target[at] = (target[at] ?? 0) + factor * (values[at] ?? 0);
  }
}

export function applyLogistic({ bias, weights }: LogisticModel, values: readonly number[]): number {
  return bias + dot(values, weights);
}

interface Column {
  readonly mean: number;
  readonly deviation: number;
}

const scale = (value: number, { mean, deviation }: Column): number => (value - mean) / deviation;

function describeColumn(rows: readonly LogisticRow[], column: number): Column {
  const values = rows.map((row) => row.values[column] ?? 0);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) || 1 };
}

function dot(one: readonly number[], other: readonly number[]): number {
  return other.reduce((sum, value, place) => sum + value * (one[place] ?? 0), 0);
}

/** Gaussian elimination; the matrix is positive definite, so that no pivot is 0. */
function solve(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const rows = matrix.map((row, place) => [...row, vector[place] ?? 0]);
  for (const [column, pivot] of rows.entries()) {
    for (const [row, line] of rows.entries()) {
      if (row === column) continue;
      addScaled(line, pivot, -(line[column] ?? 0) / (pivot[column] ?? 1));
    }
  }
  return rows.map((row, place) => (row[rows.length] ?? 0) / (row[place] ?? 1));
}

// Rows of numbers and a yes or no for each → the weights of a logistic regression.

export interface LogisticRow {
  readonly values: readonly number[];
  readonly isTrue: boolean;
  /** How much the row counts; 1 unless given. */
  readonly weight?: number;
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
  const scaled = rows.map(({ values }) => [
    ...values.map((value, column) => {
      const { mean, deviation } = columns[column] ?? { mean: 0, deviation: 1 };
      return (value - mean) / deviation;
    }),
    1,
  ]);
  let weights = new Array<number>(width + 1).fill(0);
  const total = rows.reduce((sum, { weight = 1 }) => sum + weight, 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const hessian = weights.map((_, row) => weights.map((__, at) => (row === at ? ridge : 0)));
    const gradient = weights.map((weight) => ridge * weight);
    for (const [place, values] of scaled.entries()) {
      const { isTrue = false, weight = 1 } = rows[place] ?? {};
      const chance = 1 / (1 + Math.exp(-dot(values, weights)));
      const share = weight / total;
      for (let row = 0; row < values.length; row += 1) {
        const value = values[row] ?? 0;
        gradient[row] = (gradient[row] ?? 0) + share * (chance - Number(isTrue)) * value;
        const line = hessian[row] ?? [];
        for (let at = 0; at < values.length; at += 1) {
          line[at] = (line[at] ?? 0) + share * chance * (1 - chance) * value * (values[at] ?? 0);
        }
      }
    }
    const step = solve(hessian, gradient);
    weights = weights.map((weight, place) => weight - (step[place] ?? 0));
  }
  const plain = columns.map(({ deviation }, column) => (weights[column] ?? 0) / deviation);
  const shift = columns.reduce((sum, { mean }, column) => sum + mean * (plain[column] ?? 0), 0);
  return { bias: (weights[width] ?? 0) - shift, weights: plain };
}

export function applyLogistic({ bias, weights }: LogisticModel, values: readonly number[]): number {
  return bias + dot(values, weights);
}

function describeColumn(rows: readonly LogisticRow[], column: number) {
  const values = rows.map((row) => row.values[column] ?? 0);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) || 1 };
}

function dot(one: readonly number[], other: readonly number[]): number {
  return other.reduce((sum, value, place) => sum + value * (one[place] ?? 0), 0);
}

/** Gaussian elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const rows = matrix.map((row, place) => [...row, vector[place] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column; row < size; row += 1) {
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    }
    const [held, best] = [rows[column], rows[pivot]];
    if (held === undefined || best === undefined) continue;
    rows[column] = best;
    rows[pivot] = held;
    for (let row = 0; row < size; row += 1) {
      const line = rows[row];
      if (row === column || line === undefined) continue;
      const factor = (line[column] ?? 0) / (best[column] ?? 1);
      for (let at = column; at <= size; at += 1)
        line[at] = (line[at] ?? 0) - factor * (best[at] ?? 0);
    }
  }
  return rows.map((row, place) => (row[size] ?? 0) / (row[place] ?? 1));
}

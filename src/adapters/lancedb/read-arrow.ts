// Arrow results → plain rows.

import type { Table as ArrowTable } from "apache-arrow";

/** Column values of one row, lists as arrays and vectors as typed arrays of their own memory. */
export function listRows<Row>(table: ArrowTable, columns: readonly string[]): Row[] {
  const vectors = columns.map((name) => table.getChild(name));
  const rows: Row[] = [];
  for (let index = 0; index < table.numRows; index += 1) {
    const row: Record<string, unknown> = {};
    columns.forEach((name, column) => {
      row[name] = toPlain(vectors[column]?.get(index));
    });
    rows.push(row as Row);
  }
  return rows;
}

function toPlain(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Uint8Array) return Uint8Array.from(value);
  // A copy: Arrow's views share the memory of the whole result.
  const list = (value as { toArray(): ArrayLike<number> }).toArray();
  return list instanceof Float32Array ? Float32Array.from(list) : Array.from(list);
}

// Values → LanceDB filters, which are raw SQL.

/** A string literal: only a single quote ends one, and two of them stand for one. */
export function quoteLiteral(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** `column IN (…)`; `values` must not be empty. */
export function matchAny(column: string, values: Iterable<string>): string {
  return `${column} IN (${Array.from(values, quoteLiteral).join(",")})`;
}

// Rows of values → tab-separated lines that no value can break.

import { replaceInvisible } from "../text/invisible.ts";

const NAMED: Readonly<Record<number, string>> = { 9: "\\t", 10: "\\n", 13: "\\r" };

/**
 * One line a row, without a header and without a line end behind the last. In a value a backslash is
 * `\\`, a tab `\t`, a line end `\n` or `\r`, and any other character that acts or hides `\u{202e}`, so
 * that the value can be had back. What is not known is empty; a list or an object is JSON.
 */
export function renderTsv(rows: readonly (readonly unknown[])[]): string {
  return rows.map((row) => row.map(writeField).join("\t")).join("\n");
}

function writeField(value: unknown): string {
  if (value === undefined || value === null) return "";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return replaceInvisible(
    text.replaceAll("\\", "\\\\"),
    (code) => NAMED[code] ?? `\\u{${code.toString(16)}}`,
  );
}

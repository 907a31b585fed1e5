// The rows of a list → JSON, tab-separated lines into a pipe, or what a person reads on a terminal.

import { renderTsv } from "../index.ts";
import { EXIT, type Invocation } from "./invocation.ts";
import { printLong } from "./page-output.ts";

/** One row by its fields, in their order; absent or `undefined` where nothing is known. */
export type ListRow = Readonly<Record<string, unknown>>;

export interface Listing {
  readonly rows: readonly ListRow[];
  /** The fields that a tab-separated line has, in this order; without them a pipe too gets what a person reads. */
  readonly columns?: readonly string[];
  /** All that `--json` without fields prints. */
  readonly json: unknown;
  /** For a person; printed only where there is something in it. */
  readonly layOut: () => string | Promise<string>;
}

/** @returns the exit code: whether there was a row. */
export async function printList(
  { rows, columns, json, layOut }: Listing,
  { settings, screen }: Pick<Invocation, "settings" | "screen">,
): Promise<number> {
  if (settings.values.json) await screen.printJson(json, rows);
  else {
    const text =
      screen.tabular && columns !== undefined
        ? renderTsv(rows.map((row) => columns.map((column) => row[column])))
        : await layOut();
    if (text !== "") await printLong(text, screen, settings);
  }
  return rows.length > 0 ? EXIT.answered : EXIT.nothingFound;
}

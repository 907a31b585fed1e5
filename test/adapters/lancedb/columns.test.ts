// The published form of the tables: it changes only together with its version.

import { createHash } from "node:crypto";
import { expect, test } from "vitest";

import {
  ARTICLE_TABLE,
  DERIVED_COLUMNS,
  OPTIONAL_COLUMNS,
  PASSAGE_TABLE,
  TRACE_TABLE,
} from "../../../src/adapters/lancedb/columns.ts";
import { FULL_TEXT } from "../../../src/adapters/lancedb/tables.ts";
import { SCHEMA_VERSION } from "../../../src/core/index-state.ts";

test("columns, types and full-text settings are those of the version, and the example's", async () => {
  const tables = [ARTICLE_TABLE, PASSAGE_TABLE, TRACE_TABLE, DERIVED_COLUMNS, OPTIONAL_COLUMNS];
  const form = createHash("sha256")
    .update(JSON.stringify([tables, FULL_TEXT]))
    .digest("hex");
  // Where this fails: raise SCHEMA_VERSION, and VERSION in examples/ray/rows.py, with it.
  expect([SCHEMA_VERSION, form.slice(0, 16)]).toEqual([8, "ec363ca462226dba"]);
});

import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { SETTING_TABLE } from "../../src/cli/settings/setting-table.ts";
import { buildConfigSchema, writeSettingsTable } from "../../src/cli/write-reference.ts";

describe("the published schema of pullquote.json", () => {
  test("is the one that the table of settings makes (npm run docs writes it)", () => {
    const published = new URL("../../docs/schemas/config.schema.json", import.meta.url);
    expect(JSON.parse(readFileSync(published, "utf8"))).toEqual(buildConfigSchema());
  });

  test("accepts what the program accepts, and nothing else", () => {
    const validate = new Ajv2020().compile(buildConfigSchema());
    expect(validate({ corpus: "papers", limit: 3, color: "never", quiet: true })).toBe(true);
    for (const wrong of [{ limit: 0 }, { limt: 3 }, { color: "red" }, { quiet: "yes" }, []]) {
      expect(validate(wrong)).toBe(false);
    }
  });
});

test("the documentation's table has a line for every setting", () => {
  const table = writeSettingsTable();
  for (const { flag, environment } of SETTING_TABLE) {
    expect(table).toContain(`\`${flag ?? environment}\``);
  }
});

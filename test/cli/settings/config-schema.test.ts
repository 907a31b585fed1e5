import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";

const schema = new URL("../../../docs/schemas/config.schema.json", import.meta.url);

test("the published schema of pullquote.json accepts what the program accepts, and nothing else", () => {
  const validate = new Ajv2020().compile(JSON.parse(readFileSync(schema, "utf8")));
  expect(validate({ corpus: "papers", limit: 3, color: "never", quiet: true })).toBe(true);
  for (const wrong of [{ limit: 0 }, { limt: 3 }, { color: "red" }, { quiet: "yes" }, []]) {
    expect(validate(wrong)).toBe(false);
  }
});

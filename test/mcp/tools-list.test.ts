// tools/list: small enough for every conversation, the same each time, and each parameter told.

import { fileURLToPath } from "node:url";
import { getEncoding } from "js-tiktoken";
import { describe, expect, test } from "vitest";
import { describeServer } from "../../src/mcp/serve.ts";

const schemas = fileURLToPath(new URL("../../docs/schemas", import.meta.url));
const MOST_TOKENS = 2500;

describe.each([false, true])("the tools, with --allow-index: %s", (allowIndex) => {
  const listed = describeServer(schemas, allowIndex);

  test("take at most 2,500 tokens of a model's context", () => {
    const tokens = getEncoding("o200k_base").encode(JSON.stringify(listed)).length;
    expect(tokens).toBeLessThanOrEqual(MOST_TOKENS);
  });

  test("are the same at each call", () => {
    expect(JSON.stringify(describeServer(schemas, allowIndex))).toBe(JSON.stringify(listed));
  });

  test("describe every parameter and refuse others", () => {
    for (const { name, inputSchema } of listed.tools) {
      const { properties = {}, additionalProperties } = inputSchema;
      expect(additionalProperties, name).toBe(false);
      for (const [parameter, schema] of Object.entries(properties)) {
        expect(schema, `${name} ${parameter}`).toHaveProperty("description");
      }
    }
  });

  test("write nothing, but for the one that indexes, and reach nothing outside", () => {
    const writing = listed.tools.filter(({ annotations }) => annotations?.readOnlyHint !== true);
    expect(writing.map(({ name }) => name)).toEqual(allowIndex ? ["index"] : []);
    expect(listed.tools.every(({ annotations }) => annotations?.openWorldHint === false)).toBe(
      true,
    );
    expect(listed.tools.every(({ outputSchema }) => outputSchema !== undefined)).toBe(true);
  });
});

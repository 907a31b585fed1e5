import { expect, test } from "vitest";
import { checkDocuments } from "../../src/verify/check-documents.ts";
import { openMemorySource } from "../memory/memory-source.ts";
import { SHORTENED, TUNNEL } from "./truncated-cases.ts";

const source = openMemorySource([{ id: "tunnel.txt", text: TUNNEL }]);
const PASSING = ["verified", "typographic", "edited"];

test.each(SHORTENED)("%s is %s", async (draft, expected) => {
  const { documents } = await checkDocuments([{ name: "draft.md", text: draft }], source);
  const verdict = documents[0]?.findings[0]?.verdict ?? "";

  expect(verdict === "misleading" ? "bad" : PASSING.includes(verdict) ? "ok" : verdict).toBe(
    expected,
  );
});

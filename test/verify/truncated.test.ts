import { expect, test } from "vitest";
import { checkDocuments } from "../../src/verify/check-documents.ts";
import { openMemorySource } from "../memory/memory-source.ts";
import { SHORTENED, TUNNEL } from "./truncated-cases.ts";
import { DAM, DAM_SHORTENED } from "./truncated-marks.ts";

const source = openMemorySource([
  { id: "tunnel.txt", text: TUNNEL },
  { id: "dam.txt", text: DAM },
]);
const PASSING = ["verified", "typographic", "edited"];

test.each([...SHORTENED, ...DAM_SHORTENED])("%s is %s", async (draft, expected) => {
  const { documents } = await checkDocuments([{ name: "draft.md", text: draft }], source);
  const verdict = documents[0]?.findings[0]?.verdict ?? "";

  expect(verdict === "misleading" ? "bad" : PASSING.includes(verdict) ? "ok" : verdict).toBe(
    expected,
  );
});

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkDocuments } from "../../src/verify/check-documents.ts";
import { openMemorySource } from "../memory/memory-source.ts";

const guide = readFileSync("docs/verify.md", "utf8");
const articles = [...guide.matchAll(/```text (\S+)\n([\s\S]*?)```/g)].map(
  ([, id = "", text = ""]) => ({
    id,
    text,
  }),
);
const examples = [...guide.matchAll(/### (\S+)\n[\s\S]*?```markdown\n([\s\S]*?)```/g)].map(
  ([, verdict = "", draft = ""]) => ({ verdict, draft }),
);

test("the guide has an example of each verdict that a draft can get", () => {
  expect(articles).toHaveLength(2);
  expect(examples).toHaveLength(8);
});

describe.each(examples)("the example of $verdict", ({ verdict, draft }) => {
  test("gets that verdict", async () => {
    const documents = [{ name: "draft.md", text: draft }];
    const checked = await checkDocuments(documents, openMemorySource(articles));

    expect(checked.documents[0]?.findings.map((finding) => finding.verdict)).toEqual([verdict]);
  });
});

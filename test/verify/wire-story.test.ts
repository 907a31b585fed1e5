import { expect, test } from "vitest";
import type { LocatedFinding } from "../../src/core/check.ts";
import { checkDocuments } from "../../src/verify/check-documents.ts";
import { openMemorySource } from "../memory/memory-source.ts";

const STORY =
  "Dredger sinks\n\n“We heard the hull give way,” said the mate, Rune Falk. Two men swam ashore.\n";

async function judge(
  draft: string,
  articles: readonly string[],
): Promise<LocatedFinding | undefined> {
  const source = openMemorySource(articles.map((text, at) => ({ id: `${"abc"[at]}.txt`, text })));
  const { documents } = await checkDocuments([{ name: "draft.md", text: draft }], source);
  return documents[0]?.findings[0];
}

test("one story in several files is verified, and the other files are named", async () => {
  const copies = [STORY, `Wire: ${STORY}`, `Late edition\n\n${STORY}`];
  const spoken = await judge("“We heard the hull give way,” said Rune Falk.", copies);
  const told = await judge("The log has “Two men swam ashore.”", copies);

  expect([spoken?.verdict, told?.verdict]).toEqual(["verified", "verified"]);
  expect(told?.detail).toContain("Also in b.txt and c.txt.");
  expect(told?.others.map(({ articleId }) => articleId)).toEqual(["b.txt", "c.txt"]);
});

test("where the articles differ about the speaker, nothing says which is meant", async () => {
  const other = STORY.replace("the mate, Rune Falk", "the cook, Eva Lind");

  expect(
    (await judge("It began: “We heard the hull give way,” the log has it.", [STORY, other]))
      ?.verdict,
  ).toBe("ambiguous");
  expect(
    (await judge("“We heard the hull give way,” said Eva Lind.", [STORY, other]))?.place?.articleId,
  ).toBe("b.txt");
});

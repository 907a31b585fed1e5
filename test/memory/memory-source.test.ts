import { expect, test } from "vitest";
import { describeArticleSource, listAll } from "../contracts/article-source.ts";
import { openMemorySource } from "./memory-source.ts";

describeArticleSource("the memory source", async (texts) =>
  openMemorySource(Object.entries(texts).map(([id, text]) => ({ id, text, modified: 1 }))),
);

test("half a surrogate pair is no text, for no file could hold it", async () => {
  const source = openMemorySource([{ id: "torn.txt", text: "A torn \ud83d sign." }]);
  expect(await listAll(source)).toMatchObject([{ kind: "skipped", reason: "bad-encoding" }]);
});

test("a later article takes the place of an earlier one with the same id", async () => {
  const source = openMemorySource([
    { id: "a.txt", text: "First." },
    { id: "a.txt", text: "Second." },
  ]);
  expect(await source.read("a.txt")).toMatchObject({ text: "Second." });
});

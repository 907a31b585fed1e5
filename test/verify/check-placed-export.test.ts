// An export that quotes an article out of an archive: its places are proved too, and what holds no article is not missed.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openCorpusFolder } from "../../src/adapters/files/corpus-folder.ts";
import type { CheckedDocuments } from "../../src/core/check.ts";
import { renderMarkdown } from "../../src/export/render-markdown.ts";
import { checkDocuments } from "../../src/verify/check-documents.ts";
import { makeZip } from "../corpus/formats/pack.ts";
import { makeOutcome } from "../export/load-case.ts";

const ID = "news.zip#2024/ferry.txt";
const WORDS = "The old ferry stops at noon.";
let folder: string;
let markdown: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "placed-export-"));
  const files = [
    { name: "2024/ferry.txt", content: `Ferry\n\n${WORDS} Buses run.\n` },
    { name: "photo.jpg", content: "no picture" },
  ];
  writeFileSync(join(folder, "news.zip"), makeZip(files));
  const read = await openCorpusFolder(folder).read(ID);
  if (read.kind === "skipped") throw new Error(read.detail);
  const claims = [{ text: WORDS, quotes: [[ID, WORDS]] as const }];
  const described = { question: "When does the ferry stop?", claims, articles: {} };
  const outcome = makeOutcome(described, new Map([[ID, read.text]]), new Map([[ID, read]]));
  markdown = renderMarkdown([outcome]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const check = (text: string): Promise<CheckedDocuments> =>
  checkDocuments([{ name: "export.md", text }], openCorpusFolder(folder));

test("it is verified throughout, with nothing to note and nothing that could not be read", async () => {
  const { documents, unreadable } = await check(markdown);
  expect(documents[0]?.findings.map(({ verdict }) => verdict)).toEqual(["verified"]);
  expect(documents[0]?.notes).toEqual([]);
  expect(unreadable).toBe(0);
});

test("a place that was changed is noted", async () => {
  const changed = markdown.replace("2024/ferry.txt, characters", "2024/mill.txt, characters");
  expect(changed).not.toBe(markdown);
  expect((await check(changed)).documents[0]?.notes).not.toEqual([]);
});

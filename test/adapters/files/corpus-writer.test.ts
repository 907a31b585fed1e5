// New files in a corpus: never over another, never outside it, whole or not at all.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openCorpusWriter } from "../../../src/adapters/files/corpus-writer.ts";

const makeFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "pullquote-writer-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

test("two writers of one name get two files", async () => {
  const folder = makeFolder();
  const texts = ["one", "two", "three", "four"];
  const ids = await Promise.all(
    texts.map((text) => openCorpusWriter(folder, 1_000).write("a/day.warc", Buffer.from(text))),
  );
  expect([...ids].sort()).toEqual(["a/day-2.warc", "a/day-3.warc", "a/day-4.warc", "a/day.warc"]);
  expect(ids.map((id) => readFileSync(join(folder, id), "utf8"))).toEqual(texts);
  expect(readdirSync(join(folder, "a"))).toHaveLength(4);
});

test("nothing is written through a link out of the corpus", async () => {
  const [folder, outside] = [makeFolder(), makeFolder()];
  symlinkSync(outside, join(folder, "news.example"));
  const writer = openCorpusWriter(folder, 1_000);
  await expect(writer.write("news.example/a.warc", Buffer.from("x"))).rejects.toMatchObject({
    code: "file-unwritable",
  });
  expect(readdirSync(outside)).toEqual([]);
});

test("a place that cannot be written is told, and keeps no empty file", async () => {
  const folder = makeFolder();
  mkdirSync(join(folder, "x"));
  const writer = openCorpusWriter(folder, 1_000);
  await writer.write("a.warc", Buffer.from("x"));
  await expect(writer.write("a.warc/b.warc", Buffer.from("x"))).rejects.toMatchObject({
    code: "file-unwritable",
  });
  expect(readdirSync(folder).sort()).toEqual(["a.warc", "x"]);
});

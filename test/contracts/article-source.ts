// What every ArticleSource promises, run on each adapter.

import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { ArticleSource, ListedEntry } from "../../src/core/ports/article-source.ts";

const TEXTS: Readonly<Record<string, string>> = {
  "harbour.txt": "The harbour reopened on Monday.\r\nShips\u00a0waited “for days”.",
  "north/bridge.md": "# A bridge\n\nThe bridge is closed 🚧 until May.",
  "north/Żuraw.markdown": "Cranes returned to the marsh.",
};

export async function listAll(source: ArticleSource): Promise<ListedEntry[]> {
  const entries: ListedEntry[] = [];
  for await (const entry of source.list()) entries.push(entry);
  return entries;
}

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** `open` makes a source of these texts, by id. */
export function describeArticleSource(
  name: string,
  open: (texts: Readonly<Record<string, string>>) => Promise<ArticleSource>,
): void {
  describe(`${name} is an article source`, () => {
    test("it lists every article once, in the same order each time", async () => {
      const source = await open(TEXTS);
      const ids = (await listAll(source)).map(({ id }) => id);
      expect([...ids].sort()).toEqual(Object.keys(TEXTS).sort());
      expect((await listAll(source)).map(({ id }) => id)).toEqual(ids);
    });

    test("it hands over the text unchanged with the digests of its bytes", async () => {
      const source = await open(TEXTS);
      for (const [id, text] of Object.entries(TEXTS)) {
        const size = Buffer.byteLength(text);
        expect(await source.read(id)).toMatchObject({ kind: "read", id, text, size });
        expect(await source.read(id)).toMatchObject({
          sha256: sha256(text),
          textSha256: sha256(text),
        });
      }
    });

    test("what is read has the size and the time that were listed", async () => {
      const source = await open(TEXTS);
      for (const entry of await listAll(source)) {
        if (entry.kind !== "listed") throw new Error(`${entry.id} was not listed`);
        const { size, modified, path } = entry;
        expect(await source.read(entry.id)).toMatchObject({ size, modified, path });
      }
    });

    test("an empty or blank text is skipped with the reason", async () => {
      const source = await open({ "blank.txt": " \n\u00a0\n" });
      expect(await source.read("blank.txt")).toMatchObject({ kind: "skipped", reason: "empty" });
    });

    test("an id that is not there is a value, not an error", async () => {
      const source = await open(TEXTS);
      for (const id of ["gone.txt", "../gone.txt", "/etc/hosts", "north", "", "a\0.txt"]) {
        expect(await source.read(id)).toMatchObject({ kind: "skipped", id });
      }
    });

    test("an aborted signal interrupts", async () => {
      const source = await open(TEXTS);
      const signal = AbortSignal.abort();
      await expect(source.read("harbour.txt", signal)).rejects.toMatchObject({
        code: "interrupted",
      });
      await expect(source.list(signal)[Symbol.asyncIterator]().next()).rejects.toMatchObject({
        code: "interrupted",
      });
    });
  });
}

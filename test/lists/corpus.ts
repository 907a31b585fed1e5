// Texts by id → a source of articles, as a folder gives them.

import { createHash } from "node:crypto";
import type { ArticleSource, ReadResult } from "../../src/core/ports/article-source.ts";

export function makeSource(files: Readonly<Record<string, string>>): ArticleSource {
  const digest = (text: string): string => createHash("sha256").update(text).digest("hex");
  const read = (id: string): ReadResult => {
    const text = files[id];
    if (text === undefined) return { kind: "skipped", id, reason: "vanished", detail: "gone" };
    const sha256 = digest(text);
    const size = Buffer.byteLength(text);
    return {
      kind: "read",
      id,
      path: `/${id}`,
      text,
      sha256,
      textSha256: sha256,
      size,
      modified: 0,
    };
  };
  return {
    location: "/",
    reading: "",
    async *list() {
      for (const [id, text] of Object.entries(files)) {
        yield { kind: "listed", id, path: `/${id}`, size: text.length, modified: 0 };
      }
    },
    read: async (id) => read(id),
    readFile: async (id) => [read(id)],
  };
}

export function story(day: string, publisher: string, ...paragraphs: readonly string[]): string {
  return `---\ntitle: A story\npublisher: ${publisher}\npublished: ${day}\n---\n\n${paragraphs.join("\n\n")}\n`;
}

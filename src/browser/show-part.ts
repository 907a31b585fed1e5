// An article's name and a span of it → the blocks there for the page to show, and the file where that is a PDF.

import { open, readFile } from "node:fs/promises";
import type { Assistant } from "../index.ts";
import type { WireArticle, WireSpan } from "./wire.ts";

/** @throws PullquoteError `unknown-article` */
export async function showPart(
  assistant: Assistant,
  id: string,
  within: WireSpan,
  signal: AbortSignal,
): Promise<WireArticle> {
  const { articleId, path, metadata, length, blocks } = await assistant.show(id, signal, within);
  const { title, publisher, author, published } = metadata;
  let before = "";
  return {
    articleId,
    path,
    title: title?.value ?? articleId,
    known: [publisher, author, published].flatMap((field) => field?.value ?? []).join(" · "),
    isPdf: await isPdf(path),
    length,
    within,
    blocks: blocks.map(({ excerpt, line, isHeading, excluded, places = [] }) => {
      const page = places.flat().find((step) => step.kind === "page")?.number;
      const place = page === undefined ? "" : `page ${page}`;
      const isNew = place !== before;
      before = place;
      return {
        start: excerpt.start,
        text: excerpt.text,
        line,
        ...(isHeading && { isHeading }),
        ...(excluded !== undefined && { excluded }),
        ...(isNew && { place }),
      };
    }),
  };
}

/** Nothing for an article of another kind. @throws PullquoteError `unknown-article` */
export async function readPdf(
  assistant: Assistant,
  id: string,
  signal: AbortSignal,
): Promise<Buffer | undefined> {
  const { path } = await assistant.show(id, signal, { start: 0, end: 0 });
  return (await isPdf(path)) ? readFile(path) : undefined;
}

const HEAD = 1024;

/** A PDF is told by its first bytes; of an archive that holds one there is no page to show. */
async function isPdf(path: string): Promise<boolean> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
      return buffer.subarray(0, bytesRead).includes("%PDF-");
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
}

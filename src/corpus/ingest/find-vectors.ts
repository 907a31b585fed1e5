// Passages of many articles → their vectors, taken from an article of the same content where there is one.

import type { ArticleRecord } from "../../core/index-state.ts";
import type { Passage } from "../../core/passage.ts";
import type { Embedder, SentencedText, TextVectors } from "../../core/ports/embedder.ts";
import type { PassageStore } from "../../core/ports/passage-store.ts";
import { composeTitle } from "../read/compose-passage-text.ts";
import { splitBatches } from "./embedding-requests.ts";

/** About a second of embedding: longer, a book of an article would look like standing still. */
export const EMBEDDED_AT_ONCE = 128;

interface CutArticle {
  readonly record: ArticleRecord;
  readonly passages: readonly Passage[];
}

/**
 * Those of each article, in order. A vector depends on its text alone: what articles repeat is
 * embedded once, and several articles are one request. Yields how many the embedder was just asked
 * for, part by part.
 */
export async function* embedArticles(
  embedder: Embedder,
  articles: readonly CutArticle[],
  signal?: AbortSignal,
): AsyncGenerator<number, readonly (readonly TextVectors[])[]> {
  const texts = articles.map(({ record, passages }) => {
    const title = composeTitle(record.metadata.title?.value);
    return passages.map((passage) => putTitleBefore(passage, title));
  });
  const keys = texts.map((some) => some.map((text) => JSON.stringify(text)));
  const distinct = new Map(
    texts.flatMap((some, at) => some.map((text, of) => [keys[at]?.[of], text])),
  );
  const vectorOf = new Map<string | undefined, TextVectors>();
  for (const part of splitBatches([...distinct], EMBEDDED_AT_ONCE)) {
    const vectors = await embedTexts(
      embedder,
      part.map(([, text]) => text),
      signal,
    );
    part.forEach(([key], at) => {
      const vector = vectors[at];
      if (vector !== undefined) vectorOf.set(key, vector);
    });
    yield part.length;
  }
  return keys.map((some) => some.flatMap((key) => vectorOf.get(key) ?? []));
}

function putTitleBefore({ text, start, sentences }: Passage, title: string): SentencedText {
  const shift = title.length - start;
  const moved = sentences.map((span) => ({ start: span.start + shift, end: span.end + shift }));
  return { text: title + text, sentences: moved };
}

/** With the vectors of sentences where the embedder has them for nothing. */
async function embedTexts(
  embedder: Embedder,
  texts: readonly SentencedText[],
  signal?: AbortSignal,
): Promise<readonly TextVectors[]> {
  if (embedder.embedSentences !== undefined) return embedder.embedSentences(texts, signal);
  const vectors = await embedder.embedPassages(
    texts.map(({ text }) => text),
    signal,
  );
  return vectors.map((vector) => ({ vector }));
}

/** The twin may be read by other rules (`.md` or `.txt`): only equal texts under equal titles count. */
export async function reuseVectors(
  store: PassageStore,
  { record, passages }: CutArticle,
  twin: ArticleRecord | undefined,
): Promise<readonly TextVectors[] | undefined> {
  if (twin?.passages !== passages.length) return undefined;
  if (twin.metadata.title?.value !== record.metadata.title?.value) return undefined;
  const stored = await store.passagesOf(twin.id);
  if (!passages.every(({ text }, index) => stored[index]?.text === text)) return undefined;
  return await store.vectorsOf(twin.id, record.sha256);
}

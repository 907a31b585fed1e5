// Passages → their vectors, taken from an article of the same content where there is one.

import type { ArticleRecord } from "../../core/index-state.ts";
import type { Passage } from "../../core/passage.ts";
import type { Embedder, SentencedText, TextVectors } from "../../core/ports/embedder.ts";
import type { PassageStore } from "../../core/ports/passage-store.ts";
import { composeTitle } from "../read/compose-passage-text.ts";
import { splitBatches } from "./embedding-requests.ts";

/** A few seconds of embedding: a book of an article must not look like standing still. */
const PASSAGES_AT_ONCE = 256;

/** Yields how many the embedder was just asked for, part by part. */
export async function* findVectors(
  ports: { readonly embedder: Embedder; readonly store: PassageStore },
  article: { readonly record: ArticleRecord; readonly passages: readonly Passage[] },
  twin: ArticleRecord | undefined,
  signal?: AbortSignal,
): AsyncGenerator<number, readonly TextVectors[]> {
  const kept = await reuseVectors(ports.store, article, twin);
  if (kept !== undefined) return kept;
  const title = composeTitle(article.record.metadata.title?.value);
  const texts = article.passages.map((passage) => putTitleBefore(passage, title));
  // A vector depends on its text alone: what an article repeats is embedded once.
  const keys = texts.map((text) => JSON.stringify(text));
  const distinct = new Map(texts.map((text, place) => [keys[place], text]));
  const vectors: TextVectors[] = [];
  for (const part of splitBatches([...distinct.values()], PASSAGES_AT_ONCE)) {
    for (const one of await embedTexts(ports.embedder, part, signal)) vectors.push(one);
    yield part.length;
  }
  const vectorOf = new Map([...distinct.keys()].map((key, place) => [key, vectors[place]]));
  return keys.flatMap((key) => vectorOf.get(key) ?? []);
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
async function reuseVectors(
  store: PassageStore,
  { record, passages }: { readonly record: ArticleRecord; readonly passages: readonly Passage[] },
  twin: ArticleRecord | undefined,
): Promise<readonly TextVectors[] | undefined> {
  if (twin?.passages !== passages.length) return undefined;
  if (twin.metadata.title?.value !== record.metadata.title?.value) return undefined;
  const stored = await store.passagesOf(twin.id);
  if (!passages.every(({ text }, index) => stored[index]?.text === text)) return undefined;
  return await store.vectorsOf(twin.id, record.sha256);
}

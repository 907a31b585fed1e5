// An indexed set → the same articles cut every 100 words, as published figures have them.

import { openLanceStore } from "../../src/adapters/lancedb/lance-store.ts";
import type { EvaluationPorts } from "../../src/flows/evaluate/evaluation-ports.ts";
import type { Passage } from "../../src/model/passage.ts";
import type { ArticleEntry } from "../../src/ports/passage-store.ts";
import { composePassageText } from "../../src/stages/ingest/compose-passage-text.ts";
import type { OpenSet } from "./open-set.ts";

const wordsEach = 100;

/** Passages of 100 words (the last is shorter), whatever sentences they cut. `text` is the article's. */
export function cutHundredWords(articleId: string, text: string, from: number): Passage[] {
  const words = [...text.slice(from).matchAll(/\S+/gu)].map(({ index, 0: word }) => ({
    start: from + index,
    end: from + index + word.length,
  }));
  const passages: Passage[] = [];
  for (let first = 0; first < words.length; first += wordsEach) {
    const last = Math.min(first + wordsEach, words.length) - 1;
    const [start, end] = [words[first]?.start ?? 0, words[last]?.end ?? 0];
    const [position, id] = [passages.length, `${articleId}#${passages.length}`];
    const sentences = [{ start, end }];
    passages.push({ id, articleId, start, end, text: text.slice(start, end), position, sentences });
  }
  return passages;
}

const endOfFrontMatter = (text: string): number => text.indexOf("\n---\n", 3) + 5;

/** An index of its own in `folder`, with the titles and records of the set's. */
export async function openHundredWords(
  { ports }: OpenSet,
  folder: string,
  report: (done: number, total: number) => void,
): Promise<EvaluationPorts> {
  const { embedder, source, store: whole } = ports;
  const store = openLanceStore(folder);
  const records = await whole.records();
  const state = await whole.state();
  if (state === undefined) throw new Error("The set has no index.");
  if ((await store.state()) === undefined) await store.reset(state);
  const kept = new Set((await store.records()).map(({ id }) => id));
  const lock = await store.lockForWriting({ wait: false });
  if (lock.kind === "refused") throw lock.error;
  for (const [index, record] of records.entries()) {
    if (kept.has(record.id)) continue;
    const read = await source.read(record.id);
    if (read.kind !== "read") throw new Error(`${record.id}: ${read.detail}`);
    const passages = cutHundredWords(record.id, read.text, endOfFrontMatter(read.text));
    const title = record.metadata.title?.value;
    const texts = passages.map(({ text }) => composePassageText(title, text));
    const vectors = await embedder.embedPassages(texts);
    const entry: ArticleEntry = {
      record: { ...record, passages: passages.length },
      passages,
      vectors,
    };
    await store.put([entry]);
    report(index + 1, records.length);
  }
  if (!(await store.isTidy())) await store.optimize();
  await lock.release();
  return { ...ports, store };
}

// An indexed set → the same sentences packed into passages of 100 words, the length of published figures.

import { openLanceStore } from "../../src/adapters/lancedb/lance-store.ts";
import type { Passage } from "../../src/core/passage.ts";
import type { Span } from "../../src/core/span.ts";
import { embedArticles } from "../../src/corpus/ingest/find-vectors.ts";
import type { EvaluationPorts } from "../../src/evaluate/score-question.ts";
import { countWords } from "../../src/text/words.ts";
import { readRecords } from "../../test/contracts/read-records.ts";
import type { OpenSet } from "./open-set.ts";

const wordsEach = 100;

/**
 * An article's sentences, packed into passages of at most 100 words (a longer sentence stands alone):
 * a cut through sentences would cut facts in two, and a fact counts only when one passage holds it whole.
 */
export function packHundredWords(text: string, sentences: readonly Span[]): Span[][] {
  const packs: Span[][] = [];
  let room = 0;
  for (const sentence of sentences) {
    const words = countWords(text.slice(sentence.start, sentence.end));
    const last = packs.at(-1);
    if (last === undefined || words > room) {
      packs.push([sentence]);
      room = wordsEach;
    } else last.push(sentence);
    room -= words;
  }
  return packs;
}

function makePassage(
  articleId: string,
  text: string,
  sentences: readonly Span[],
  position: number,
): Passage {
  const [start, end] = [sentences[0]?.start ?? 0, sentences.at(-1)?.end ?? 0];
  const id = `${articleId}#${position}`;
  return { id, articleId, start, end, text: text.slice(start, end), position, sentences };
}

/** An index of its own in `folder`, with the titles and records of the set's. */
export async function openHundredWords(
  { ports }: OpenSet,
  folder: string,
  report: (done: number, total: number) => void,
): Promise<EvaluationPorts> {
  const { embedder, source, store: whole } = ports;
  const store = openLanceStore(folder);
  const records = await readRecords(whole);
  const state = await whole.state();
  if (state === undefined) throw new Error("The set has no index.");
  if ((await store.state()) === undefined) await store.reset(state);
  const kept = new Set((await readRecords(store)).map(({ id }) => id));
  const lock = await store.lockForWriting({ wait: false });
  if (lock.kind === "refused") throw lock.error;
  for (const [index, record] of records.entries()) {
    if (kept.has(record.id)) continue;
    const read = await source.read(record.id);
    if (read.kind !== "read") throw new Error(`${record.id}: ${read.detail}`);
    const { text } = read;
    const sentences = (await whole.passagesOf(record.id)).flatMap((passage) => passage.sentences);
    const passages = packHundredWords(text, sentences).map((pack, position) =>
      makePassage(record.id, text, pack, position),
    );
    const embedding = embedArticles(embedder, [{ record, passages }]);
    let step = await embedding.next();
    while (step.done !== true) step = await embedding.next();
    const packed = { ...record, passages: passages.length };
    await store.put([{ record: packed, passages, vectors: step.value[0] ?? [] }]);
    report(index + 1, records.length);
  }
  if (!(await store.isTidy())) await store.optimize();
  await lock.release();
  return { ...ports, store };
}

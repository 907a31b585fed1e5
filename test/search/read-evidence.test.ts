// Articles in memory, searched by letters and read by shared words → what becomes evidence.

import { describe, expect, it } from "vitest";
import type { Evidence } from "../../src/core/evidence.ts";
import type { Filters } from "../../src/core/question.ts";
import { ingestCorpus } from "../../src/corpus/ingest/ingest-corpus.ts";
import { readQuestion } from "../../src/question/read-question.ts";
import { findPassages } from "../../src/search/find-passages.ts";
import { type ReadingRoom, readEvidence } from "../../src/search/read-evidence.ts";
import { orderPassages } from "../../src/search/search-passages.ts";
import { inventNews } from "../corpus/copies/invented-news.ts";
import { openLetterEmbedder } from "../fixtures/letter-embedder.ts";
import { openOverlapReader } from "../fixtures/overlap-reader.ts";
import { openMemorySource } from "../memory/memory-source.ts";
import { openMemoryStore } from "../memory/memory-store.ts";

const HARBOUR =
  "The harbour council raised the barge fee on Tuesday. Gulls circled above the western lock.";
const THEATRE =
  "A storm tore the roof off the old theatre. The actors moved to the tram depot in May.";
const BAKERY = "A bakery in the old town won a prize for its rye bread.";

/** Asks the articles and tells what was read: each question with the texts of its passages. */
async function openDesk(articles: Readonly<Record<string, string>>) {
  const read: [question: string, text: string][] = [];
  const store = openMemoryStore();
  const embedder = openLetterEmbedder();
  const reader = openOverlapReader((question, text) => read.push([question, text]));
  const source = openMemorySource(Object.entries(articles).map(([id, text]) => ({ id, text })));
  for await (const event of ingestCorpus({ source, store, embedder })) {
    if (event.kind === "skipped") throw new Error(event.skipped.detail);
  }
  const ask = async (
    text: string,
    room?: ReadingRoom,
    filters: Filters = {},
  ): Promise<Evidence> => {
    const found = await findPassages(readQuestion(text, { filters }), { embedder, store });
    return readEvidence(found, { reader, store }, undefined, room);
  };
  return { ask, read };
}

const desk = await openDesk({
  "harbour.txt": HARBOUR,
  "theatre.txt": THEATRE,
  "bread.txt": BAKERY,
});

describe("readEvidence", () => {
  it("puts the sentence that answers first, with its place in its article", async () => {
    const { sentences } = await desk.ask("What tore the roof off the theatre?");
    const probabilities = sentences.map(({ probability }) => probability);
    expect(probabilities).toEqual(probabilities.toSorted((one, other) => other - one));
    expect(sentences[0]).toMatchObject({ articleId: "theatre.txt", start: 0 });
    const texts: Record<string, string> = {
      "harbour.txt": HARBOUR,
      "theatre.txt": THEATRE,
      "bread.txt": BAKERY,
    };
    for (const { articleId, start, end, text, answer } of sentences) {
      expect(texts[articleId]?.slice(start, end)).toBe(text);
      expect(answer.start).toBeGreaterThanOrEqual(start);
      expect(answer.end).toBeLessThanOrEqual(end);
    }
  });

  it("is surer of what the articles say than of what they do not", async () => {
    const said = await desk.ask("What tore the roof off the theatre?");
    const unsaid = await desk.ask("Which penguin swam past Reykjavik?");
    expect(said.confidence).toBeGreaterThan(unsaid.confidence);
    expect(said.confidence).toBeLessThanOrEqual(1);
  });

  it("reads no more passages than there is room for, and is sure of nothing unread", async () => {
    desk.read.length = 0;
    await desk.ask("What tore the roof off the theatre?", { read: 1 });
    expect(desk.read).toHaveLength(1);
    const unread = await desk.ask("What tore the roof off the theatre?", { read: 0 });
    expect(unread).toMatchObject({ sentences: [], confidence: 0 });
    expect(unread.passages.length).toBeGreaterThan(1);
  });

  it("is sure of nothing where the question names no subject", async () => {
    expect(await desk.ask("???")).toMatchObject({ terms: [], confidence: 0 });
  });

  it("finds nothing, and is sure of nothing, where there is nothing", async () => {
    const nothing = await desk.ask("Who raised the fee?", {}, { articles: ["none such"] });
    expect(nothing).toMatchObject({ passages: [], sentences: [], confidence: 0 });
  });

  it("sets copies aside: what two articles share is read in one of them", async () => {
    const story = inventNews(3, 8);
    const { ask, read } = await openDesk({
      "first.txt": story,
      "second.txt": `${story} Residents sang outside the customs house until midnight.`,
    });
    const { sentences } = await ask("What did the harbour board do?");
    const texts = sentences.map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(0);
    expect(new Set(texts).size).toBe(texts.length);
    expect(read.length).toBeGreaterThan(0);
  });

  it("hands a request for a summary whole articles, unread", async () => {
    desk.read.length = 0;
    const evidence = await desk.ask("Summarize the articles.");
    expect(evidence.summary?.articles).toBe(3);
    expect(evidence.sentences).toEqual([]);
    expect(desk.read).toEqual([]);
  });

  it("ranks every passage once, the one with the best sentence first", async () => {
    for (const question of [
      "Where did the actors move?",
      "Who raised the barge fee, and where did the actors move?",
    ]) {
      const evidence = await desk.ask(question);
      const ids = orderPassages(evidence).map(({ passage }) => passage.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toHaveLength(evidence.passages.length);
      expect(ids[0]).toBe(evidence.sentences[0]?.passage.passage.id);
    }
  });
});

describe("findPassages", () => {
  it("does not search when it is aborted", async () => {
    const embedder = openLetterEmbedder();
    const store = openMemoryStore();
    const source = openMemorySource([{ id: "a.txt", text: BAKERY }]);
    for await (const _event of ingestCorpus({ source, store, embedder }));
    const asked = readQuestion("Who?");
    await expect(
      findPassages(asked, { embedder, store }, AbortSignal.abort()),
    ).rejects.toMatchObject({ code: "interrupted" });
  });

  it("gives the best of every part a place at the top", async () => {
    const { ask } = await openDesk({ "h.txt": HARBOUR, "t.txt": THEATRE, "b.txt": BAKERY });
    const question = "Who raised the barge fee, and which bakery won a prize?";
    const { passages } = await ask(question, { read: 0 });
    const top = passages.slice(0, 2).map(({ passage }) => passage.articleId);
    expect(new Set(top)).toEqual(new Set(["h.txt", "b.txt"]));
  });
});

import { expect, test } from "vitest";
import type { IngestEvent } from "../../../src/core/ingest-event.ts";
import { ingestCorpus } from "../../../src/corpus/ingest/ingest-corpus.ts";
import { openLetterEmbedder } from "../../fixtures/letter-embedder.ts";
import { openMemorySource } from "../../memory/memory-source.ts";
import { openMemoryStore } from "../../memory/memory-store.ts";

test("a book of an article is told of while it is embedded, and counted once", async () => {
  const sentence = (at: number): string =>
    `The harbour board of Orlen met for the ${at}th time and spoke of the dues, the cranes and the fog that held the boats.`;
  const text = Array.from({ length: 4_000 }, (_, at) => sentence(at)).join(" ");
  const events: IngestEvent[] = [];
  const ports = {
    source: openMemorySource([{ id: "book.txt", text }]),
    store: openMemoryStore(),
    embedder: openLetterEmbedder(),
  };
  for await (const event of ingestCorpus(ports)) events.push(event);

  const told = events.flatMap((event) => (event.kind === "progress" ? [event] : []));
  const passages = told.map(({ donePassages }) => donePassages);
  expect(told.filter(({ doneArticles }) => doneArticles === 0).length).toBeGreaterThan(0);
  expect(passages).toEqual([...new Set(passages)].sort((one, other) => one - other));
  const last = events.at(-1);
  if (last?.kind !== "done") throw new Error("the run did not end");
  expect(last.summary.embeddedPassages).toBe(last.summary.passages);
  expect(passages.at(-1)).toBe(last.summary.passages);
});

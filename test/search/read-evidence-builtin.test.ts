// Question → evidence → claims, through the real models and a store in memory.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createBuiltinEmbedder } from "../../src/adapters/builtin/builtin-embedder.ts";
import { createPassageReader } from "../../src/adapters/builtin/passage-reader.ts";
import { openTokenModel } from "../../src/adapters/builtin/token-model.ts";
import { createExtractiveWriter } from "../../src/answer/extractive/extractive-writer.ts";
import type { DraftPart } from "../../src/core/draft.ts";
import type { Evidence } from "../../src/core/evidence.ts";
import type { Filters } from "../../src/core/question.ts";
import { ingestCorpus } from "../../src/corpus/ingest/ingest-corpus.ts";
import { readQuestion } from "../../src/question/read-question.ts";
import { findPassages } from "../../src/search/find-passages.ts";
import { MIN_CONFIDENCE } from "../../src/search/mixture.ts";
import { readEvidence } from "../../src/search/read-evidence.ts";
import { openMemorySource } from "../memory/memory-source.ts";
import { openMemoryStore } from "../memory/memory-store.ts";

const harbour = `---
title: Harbour raises the fee for barges
publisher: Quay Courier
date: 2023-04-11
---

The harbour council raised the fee for barges from 40 to 55 crowns on Tuesday. Maren Holt, the
harbour master, said that the dredging had cost more than anybody foresaw.

Skippers answered with a blockade of the lock. They lifted it after two days, when the council
promised to pay for their lost cargo.
`;
const theatre = `---
title: Theatre loses its roof
publisher: Stage Weekly
---

A storm tore the roof off the municipal theatre in November. The company will play in the old tram
depot until the repairs are paid for, its director Piet Aalders said.
`;

const model = openTokenModel();
const embedder = createBuiltinEmbedder(model);
const reader = createPassageReader(model);
const writer = createExtractiveWriter(MIN_CONFIDENCE);
const store = openMemoryStore();

const retrieve = async (
  text: string,
  filters: Filters = {},
  signal?: AbortSignal,
): Promise<Evidence> => {
  const found = await findPassages(readQuestion(text, { filters }), { embedder, store }, signal);
  return readEvidence(found, { reader, store }, signal);
};

const write = async (text: string, filters: Filters = {}): Promise<DraftPart[]> => {
  const parts: DraftPart[] = [];
  for await (const part of writer.draft(await retrieve(text, filters))) {
    if (part.kind !== "confidence") parts.push(part);
  }
  return parts;
};

beforeAll(async () => {
  const source = openMemorySource([
    { id: "harbour.md", text: harbour },
    { id: "theatre.md", text: theatre },
  ]);
  for await (const event of ingestCorpus({ source, store, embedder })) {
    if (event.kind === "skipped") throw new Error(event.skipped.detail);
  }
});
afterAll(async () => {
  await Promise.all([model.close(), reader.close()]);
});

describe("evidence by the built-in models", () => {
  it("brings passages with both legs' scores and the nearness of each sentence, the records and what was searched", async () => {
    const evidence = await retrieve("Who is the harbour master?");
    expect(evidence.passages[0]?.passage.articleId).toBe("harbour.md");
    expect(evidence.passages[0]?.legs.dense).toBeGreaterThan(0);
    expect(evidence.passages[0]?.legs.fullText).toBeGreaterThan(0);
    expect(evidence.passages[0]?.similarities?.size).toBe(
      evidence.passages[0]?.passage.sentences.length,
    );
    expect([...evidence.articles.keys()].sort()).toEqual(["harbour.md", "theatre.md"]);
    expect(evidence.searched.articles).toBe(2);
  });

  it("searches nothing but what the filters let through", async () => {
    const evidence = await retrieve("Who is the harbour master?", { publishers: ["stage"] });
    const ids = evidence.passages.map(({ passage }) => passage.articleId);
    expect(new Set(ids)).toEqual(new Set(["theatre.md"]));
  });

  it("finds nothing where the filters leave no article", async () => {
    const { passages, searched } = await retrieve("Who?", { articles: ["none such"] });
    expect(passages).toEqual([]);
    expect(searched).toEqual({ articles: 0, passages: 0, undated: 0 });
  });

  it("stops when it is aborted", async () => {
    await expect(retrieve("Who?", {}, AbortSignal.abort())).rejects.toMatchObject({
      code: "interrupted",
    });
  });
});

describe("the extractive writer", () => {
  it.each([
    ["How much did the fee for barges rise?", "harbour.md", "from 40 to 55 crowns"],
    ["Who is Maren Holt?", "harbour.md", "harbour master"],
    ["Where does the theatre company play now?", "theatre.md", "depot"],
    ["How did the skippers protest?", "harbour.md", "blockade"],
  ])("answers %j from %s with %j", async (question, articleId, words) => {
    const parts = await write(question);
    const quotes = parts.flatMap((part) => (part.kind === "claim" ? part.quotes : []));
    expect(quotes).toContainEqual(
      expect.objectContaining({ articleId, text: expect.stringContaining(words) }),
    );
  });

  it.each([
    "Who won the 2010 World Cup?",
    "What is the CEO's salary at Apple?",
    "asdf qwer zxcv",
    "How do vaccines work?",
    "???",
  ])("abstains from %j", async (question) => {
    const parts = await write(question);
    expect(parts.map(({ kind }) => kind)).toEqual(["abstention"]);
  });

  it("abstains when there is nothing to read", async () => {
    const parts = await write("Who is Maren Holt?", { articles: ["none such"] });
    expect(parts).toMatchObject([{ kind: "abstention", reason: "no-match", closest: [] }]);
  });
});

// A corpus folder and an index folder → one ingest run in a process of its own; says when it has begun.

import { setTimeout as sleep } from "node:timers/promises";
import { openCorpusFolder } from "../../../src/adapters/files/corpus-folder.ts";
import { openLanceStore } from "../../../src/adapters/lancedb/lance-store.ts";
import { ingestCorpus } from "../../../src/corpus/ingest/ingest-corpus.ts";
import { openLetterEmbedder } from "../../fixtures/letter-embedder.ts";

const [, , corpus = "", index = ""] = process.argv;
const store = openLanceStore(index);
const embedder = openLetterEmbedder({ onEmbed: () => sleep(2) });
for await (const event of ingestCorpus({ source: openCorpusFolder(corpus), embedder, store })) {
  if (event.kind === "scanned" || event.kind === "waiting") process.stdout.write(`${event.kind}\n`);
}
await store.close();

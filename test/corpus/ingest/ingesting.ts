// A corpus folder, a store and an embedder → ingest runs over them.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCorpusFolder } from "../../../src/adapters/files/corpus-folder.ts";
import { openLanceStore } from "../../../src/adapters/lancedb/lance-store.ts";
import type { IngestEvent, IngestSummary } from "../../../src/core/ingest-event.ts";
import type { PassageStore } from "../../../src/core/ports/passage-store.ts";
import { type IngestOptions, ingestCorpus } from "../../../src/corpus/ingest/ingest-corpus.ts";
import { readRecords } from "../../contracts/read-records.ts";
import { type CountingEmbedder, openLetterEmbedder } from "../../fixtures/letter-embedder.ts";
import { openMemoryStore } from "../../memory/memory-store.ts";

export const FERRY = `---
title: Ferry line to close
---

The last ferry to Norrey Island will sail in May, the harbour board said on Tuesday. Its
director, Ann Holt, said that fewer than 40 people a day had used the line since the bridge opened.

Shopkeepers on the island asked the board to wait until autumn. The board refused.
`;
export const BAKERY = `---
title: Bakery wins prize
---

A bakery in the old town has won the county's prize for the best rye bread. The owner said that
the recipe was his grandmother's and that he had changed nothing but the oven.
`;

type OpenStore = (folder: string) => PassageStore;
export const storeKinds: readonly (readonly [string, OpenStore])[] = [
  ["LanceDB", openLanceStore],
  ["memory", openMemoryStore],
];

export class Ingesting {
  folder: string;
  embedder: CountingEmbedder = openLetterEmbedder();
  readonly store: PassageStore;
  readonly #root: string;

  constructor(root: string, folder: string, store: PassageStore) {
    this.#root = root;
    this.folder = folder;
    this.store = store;
  }

  /** A folder that goes when the test ends. */
  makeFolder(): Promise<string> {
    return mkdtemp(join(this.#root, "corpus-"));
  }

  write(name: string, text: string): Promise<void> {
    return writeFile(join(this.folder, name), text);
  }

  async collect(options: IngestOptions = {}): Promise<IngestEvent[]> {
    const events: IngestEvent[] = [];
    const { embedder, store } = this;
    const source = openCorpusFolder(this.folder);
    for await (const event of ingestCorpus({ source, embedder, store }, options))
      events.push(event);
    return events;
  }

  async run(options: IngestOptions = {}): Promise<IngestSummary> {
    const last = (await this.collect(options)).at(-1);
    if (last?.kind !== "done") throw new Error("the last event is not done");
    return last.summary;
  }

  async listIds(): Promise<string[]> {
    return (await readRecords(this.store)).map(({ id }) => id).sort();
  }

  async end(): Promise<void> {
    await this.store.close();
    await rm(this.#root, { recursive: true, force: true });
  }
}

/** Two articles in a folder, nothing indexed yet. */
export async function startIngesting(open: OpenStore): Promise<Ingesting> {
  const root = await mkdtemp(join(tmpdir(), "pullquote-flow-"));
  const folder = await mkdtemp(join(root, "corpus-"));
  const place = new Ingesting(root, folder, open(join(root, "index")));
  await place.write("ferry.txt", FERRY);
  await place.write("bakery.txt", BAKERY);
  return place;
}

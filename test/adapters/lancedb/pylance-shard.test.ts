// Rows that Python wrote with pylance by docs/index-format.md → an index that is as sound as one of our own.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { openCorpusFolder } from "../../../src/adapters/files/corpus-folder.ts";
import { openLanceShard } from "../../../src/adapters/lancedb/lance-shard.ts";
import { openLanceStore } from "../../../src/adapters/lancedb/lance-store.ts";
import type { IngestEvent } from "../../../src/core/ingest-event.ts";
import { adoptShards } from "../../../src/corpus/ingest/adopt-shards.ts";
import { ingestCorpus } from "../../../src/corpus/ingest/ingest-corpus.ts";
import { openLetterEmbedder } from "../../fixtures/letter-embedder.ts";

/** Another one than the machine's may have pylance. */
const PYTHON = process.env["PULLQUOTE_TEST_PYTHON"] ?? "python3";
const writer = fileURLToPath(new URL("./write-shards.py", import.meta.url));
const missing = spawnSync(PYTHON, ["-c", "import lance, pyarrow"]).status !== 0;

const root = mkdtempSync(join(tmpdir(), "pullquote-pylance-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const ARTICLE = `Owls return to the mill 🦉

Three pairs of owls nest in the mill again, warden Petra Lind said. “We counted them – twice.”
They had left in 2009, when the roof fell in.

Café Möwe will sell tickets. The tower is closed until June.
`;

async function collect(events: AsyncIterable<IngestEvent>) {
  const found: IngestEvent[] = [];
  for await (const event of events) found.push(event);
  const done = found.at(-1);
  return done?.kind === "done" ? done.summary : undefined;
}

describe.skipIf(missing)(
  "pylance (else: pip install pylance==12.0.0, PULLQUOTE_TEST_PYTHON)",
  () => {
    test("its rows are adopted, searched and kept, and nothing is left to index", async () => {
      const [corpus, shards] = [mkdtempSync(join(root, "corpus-")), join(root, "shards")];
      for (let at = 0; at < 12; at += 1) {
        writeFileSync(join(corpus, `owls ${at} é.txt`), ARTICLE.replace("Three", `${at + 2}`));
      }
      const embedder = openLetterEmbedder();
      const words = [writer, corpus, shards, JSON.stringify(embedder.identity)];
      const written = spawnSync(PYTHON, words, {
        encoding: "utf8",
        env: { ...process.env, LANCE_LOG: "error" },
      });
      expect(written.stderr).toBe("");
      const opened = [1, 2].map((part) => openLanceShard(join(shards, String(part))));
      const store = openLanceStore(join(root, "index"));
      const ports = { source: openCorpusFolder(corpus), embedder, store };
      const adopted = await collect(adoptShards({ ...ports, shards: opened }));
      expect(adopted).toMatchObject({ articles: 12, passages: 24 });
      const summary = await collect(ingestCorpus(ports));
      expect(summary).toMatchObject({ unchanged: 12, added: [], changed: [], embeddedPassages: 0 });
      const hits = await store.search([
        { kind: "phrase", text: "counted them", limit: 20, scope: { names: ["owls 3"] } },
        {
          kind: "dense",
          vector: await embedder.embedQuestion("tower"),
          limit: 3,
          scope: undefined,
        },
      ]);
      expect(hits).toHaveLength(4);
      const [{ passage }] = hits as [(typeof hits)[0]];
      const text = ARTICLE.replace("Three", "5");
      expect(text.slice(passage.start, passage.end)).toBe(passage.text);
      const second = passage.sentences[1];
      expect(text.slice(second?.start, second?.end)).toBe(
        "“We counted them – twice.”\nThey had left in 2009, when the roof fell in.",
      );
      await Promise.all([...opened, store].map((one) => one.close()));
    });
  },
);

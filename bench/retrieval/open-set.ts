// A public set → its corpus indexed, its questions, and all that asks them.

import { createHash } from "node:crypto";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createPassageReader } from "../../src/adapters/builtin/passage-reader.ts";
import type { TokenModel } from "../../src/adapters/builtin/token-model.ts";
import { openCorpusFolder } from "../../src/adapters/files/corpus-folder.ts";
import { openLanceStore } from "../../src/adapters/lancedb/lance-store.ts";
import { createExtractiveWriter } from "../../src/answer/extractive/extractive-writer.ts";
import { compareBesideAnswer } from "../../src/compare/compare-evidence.ts";
import type { EvaluationQuestion } from "../../src/core/evaluation.ts";
import type { Embedder } from "../../src/core/ports/embedder.ts";
import { ingestCorpus } from "../../src/corpus/ingest/ingest-corpus.ts";
import { parseQuestions } from "../../src/evaluate/parse-questions.ts";
import type { EvaluationPorts } from "../../src/evaluate/score-question.ts";
import { MIN_CONFIDENCE } from "../../src/search/mixture.ts";
import type { PlainArticle } from "./langchain-pipeline.ts";
import type { PublicSet } from "./public-sets.ts";

export interface OpenSet {
  readonly set: PublicSet;
  /** sha256 of the files that the set was made from. */
  readonly digest: string;
  readonly folder: string;
  /** Where its index is: another for other ways to cut and embed. */
  readonly index: string;
  readonly corpus: string;
  readonly questions: readonly EvaluationQuestion[];
  readonly ports: EvaluationPorts & { readonly embedder: Embedder };
}

/** One digest of every file below these folders, names included. */
export async function digestFolders(folders: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const folder of folders) {
    const names = (await readdir(folder, { recursive: true })).filter((name) =>
      /\.\w+$/u.test(name),
    );
    for (const name of names.sort()) hash.update(name).update(await readFile(join(folder, name)));
  }
  return hash.digest("hex").slice(0, 16);
}

/** What of the sources decides how articles are cut and embedded: another index for other code. */
const indexSources = [
  "src/corpus/ingest",
  "src/corpus/read",
  "src/english",
  "src/text",
  "src/adapters/builtin",
] as const;

/** Converts the set and brings its index, kept by digest in `work`, up to date. */
export async function openSet(
  set: PublicSet,
  { data, work, root }: { data: string; work: string; root: string },
  model: TokenModel,
  embedder: Embedder,
  report: (line: string) => void,
): Promise<OpenSet> {
  const written = await set.write(data, join(work, set.name));
  const cut = await digestFolders(indexSources.map((folder) => join(root, folder)));
  const index = join(work, "indexes", `${set.name}-${written.digest.slice(0, 16)}-${cut}`);
  await mkdir(index, { recursive: true });
  const ports = {
    source: openCorpusFolder(written.corpus),
    store: openLanceStore(index),
    embedder,
    reader: createPassageReader(model),
    writer: createExtractiveWriter(MIN_CONFIDENCE),
    compare: compareBesideAnswer,
  };
  for await (const event of ingestCorpus(ports)) {
    if (event.kind !== "progress" || event.doneArticles % 200 !== 0) continue;
    report(`${set.title}: ${event.doneArticles} of ${event.totalArticles} articles indexed`);
  }
  const { questions: all, faults } = parseQuestions(await readFile(written.questions, "utf8"));
  if (faults[0])
    throw new Error(`${written.questions}: line ${faults[0].line}: ${faults[0].fault}`);
  const questions = all.filter((_, place) => place % set.every === 0);
  return {
    set,
    digest: written.digest,
    folder: join(work, set.name),
    index,
    corpus: written.corpus,
    questions,
    ports,
  };
}

/** The articles' texts without the front matter that the conversion gave them. */
export async function readPlainArticles({ corpus }: OpenSet): Promise<readonly PlainArticle[]> {
  const names = (await readdir(corpus)).sort();
  return Promise.all(
    names.map(async (id) => {
      const text = await readFile(join(corpus, id), "utf8");
      return { id, text: text.replace(/^---\n[\s\S]*?\n---\n/u, "") };
    }),
  );
}

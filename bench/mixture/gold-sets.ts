// The sets that the mixtures are fitted or judged on → a folder of articles and questions with gold.

import { createReadStream } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { writeClapnq } from "../sets/clapnq.ts";
import { writeSquad2 } from "../sets/squad2.ts";
import type { GoldQuestion } from "./collect-signals.ts";

export interface GoldSet {
  readonly corpus: string;
  readonly questions: readonly GoldQuestion[];
}

async function readLines<Line>(file: string): Promise<readonly Line[]> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => JSON.parse(line) as Line);
}

/** A folder in the shape of `newsroom`: `corpus/` and `questions.jsonl`. */
export async function openNewsroomSet(folder: string): Promise<GoldSet> {
  const questions = await readLines<GoldQuestion & { readonly sub?: string }>(
    join(folder, "questions.jsonl"),
  );
  return {
    corpus: join(folder, "corpus"),
    questions: questions.map(({ question, kind, sub, gold }) => {
      return { question, kind: sub ?? kind, filters: {}, gold };
    }),
  };
}

interface ReaderQuestion {
  readonly question: string;
  readonly article: string;
  readonly kind: string;
  readonly gold: readonly string[];
}

/** 377 questions on 248 articles of `news-6k`; the articles are written into `folder`. */
export async function openReaderDev(data: string, folder: string): Promise<GoldSet> {
  const questions = await readLines<ReaderQuestion>(join(data, "reader-dev/questions.jsonl"));
  const needed = new Set(questions.map(({ article }) => article));
  const corpus = join(folder, "reader-dev");
  await mkdir(corpus, { recursive: true });
  const packed = createReadStream(join(data, "news-6k/articles.jsonl.gz"));
  for await (const line of createInterface({ input: packed.pipe(createGunzip()) })) {
    const { id, title, text } = JSON.parse(line) as Record<"id" | "title" | "text", string>;
    if (!needed.has(id)) continue;
    const head = `---\ntitle: ${JSON.stringify(title)}\n---\n\n`;
    await writeFile(join(corpus, `${id}.md`), head + text);
  }
  return {
    corpus,
    questions: questions.map(({ question, kind, article, gold }) => ({
      question,
      kind,
      filters: {},
      gold: gold.length === 0 ? [] : [gold.map((text) => ({ article: `${article}.md`, text }))],
    })),
  };
}

interface EvidenceQuestion {
  readonly question: string;
  readonly filters?: GoldQuestion["filters"];
  readonly evidence?: readonly { readonly article: string; readonly text: string }[];
}

/** SQuAD 2.0 and CLAPNQ: each question is asked of its own article. */
export async function openPublicSet(
  name: "squad2" | "clapnq",
  data: string,
  folder: string,
): Promise<GoldSet> {
  const write = name === "squad2" ? writeSquad2 : writeClapnq;
  const written = await write(data, join(folder, name));
  const asked = await readLines<EvidenceQuestion>(written.questions);
  return {
    corpus: written.corpus,
    questions: asked.map(({ question, filters = {}, evidence = [] }) => ({
      question,
      kind: name,
      filters,
      gold: evidence.length === 0 ? [] : [evidence],
    })),
  };
}

// Articles and questions of a public set → a corpus folder and a questions file.

import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";

export interface SetArticle {
  readonly id: string;
  readonly title: string;
  readonly published?: string;
  readonly url?: string;
  readonly text: string;
}

/** One line of a questions file, as `docs/evaluation-format.md` describes it. */
export interface SetQuestion {
  readonly question: string;
  readonly evidence?: readonly { article: string; text?: string; grade?: number }[];
  readonly unanswerable?: true;
  readonly filters?: { readonly articles: readonly string[] };
}

export interface WrittenSet {
  readonly corpus: string;
  readonly questions: string;
  /** sha256 of the files that the set was made from, in the order read. */
  readonly digest: string;
}

/** Reads the set's own files and keeps one digest over them. */
export class SetReader {
  readonly #hash = createHash("sha256");
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async readText(name: string): Promise<string> {
    const text = await readFile(join(this.#folder, name), "utf8");
    this.#hash.update(text);
    return text;
  }

  async readJson(name: string): Promise<unknown> {
    return JSON.parse(await this.readText(name));
  }

  async readLines(name: string): Promise<readonly unknown[]> {
    const text = await this.readText(name);
    return text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => JSON.parse(line));
  }

  get digest(): string {
    return this.#hash.copy().digest("hex");
  }
}

/** The name of an article's file, which is its id in the index. */
export const nameArticle = (id: string): string => `${id.replace(/[^\w-]+/gu, "_")}.md`;

export async function writeSet(
  folder: string,
  articles: Iterable<SetArticle>,
  questions: readonly SetQuestion[],
  digest: string,
): Promise<WrittenSet> {
  const corpus = join(folder, "corpus");
  await rm(folder, { recursive: true, force: true });
  await mkdir(corpus, { recursive: true });
  for (const { id, title, published, url, text } of articles) {
    const head = stringify({ title, ...(published && { published }), ...(url && { url }) });
    await writeFile(join(corpus, nameArticle(id)), `---\n${head}---\n\n${text}\n`);
  }
  const file = join(folder, "questions.jsonl");
  await writeFile(file, questions.map((question) => `${JSON.stringify(question)}\n`).join(""));
  return { corpus, questions: file, digest };
}

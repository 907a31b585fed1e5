// MultiHop-RAG (Tang & Yang 2024, yixuantt/MultiHopRAG, ODC-BY) → corpus and questions.

import { join } from "node:path";
import { nameArticle, SetReader, type WrittenSet, writeSet } from "./write-set.ts";

interface NewsArticle {
  readonly id: number;
  readonly title: string;
  readonly body: string;
}

interface MultihopQuestion {
  readonly query: string;
  readonly evidence_list: readonly { readonly title: string; readonly fact: string }[];
}

export async function writeMultihopRag(data: string, folder: string): Promise<WrittenSet> {
  const reader = new SetReader(join(data, "multihop-rag"));
  const articles = (await reader.readLines("corpus.jsonl")) as readonly NewsArticle[];
  const asked = (await reader.readJson("questions.json")) as readonly MultihopQuestion[];
  const names = new Map(articles.map(({ id, title }) => [title, nameArticle(String(id))]));
  const questions = asked.map(({ query, evidence_list }) => {
    if (evidence_list.length === 0) return { question: query, unanswerable: true as const };
    const evidence = evidence_list.map(({ title, fact }) => ({
      article: names.get(title) ?? title,
      text: fact,
    }));
    return { question: query, evidence };
  });
  const texts = articles.map(({ id, title, body }) => ({ id: String(id), title, text: body }));
  return writeSet(folder, texts, questions, reader.digest);
}

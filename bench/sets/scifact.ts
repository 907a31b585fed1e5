// SciFact's training judgments (Wadden et al. 2020, as in BEIR) → corpus and questions.

import { join } from "node:path";
import { nameArticle, SetReader, type WrittenSet, writeSet } from "./write-set.ts";

interface BeirText {
  readonly _id: string;
  readonly title?: string;
  readonly text: string;
}

export async function writeScifact(data: string, folder: string): Promise<WrittenSet> {
  const reader = new SetReader(join(data, "scifact-train"));
  const articles = (await reader.readLines("corpus.jsonl")) as readonly BeirText[];
  const queries = (await reader.readLines("queries.jsonl")) as readonly BeirText[];
  const judged = new Map<string, { article: string; grade: number }[]>();
  for (const line of (await reader.readText("train.tsv")).trim().split(/\r?\n/u).slice(1)) {
    const [query = "", article = "", grade = "0"] = line.split("\t");
    const evidence = { article: nameArticle(article), grade: Number(grade) };
    if (evidence.grade > 0) judged.set(query, [...(judged.get(query) ?? []), evidence]);
  }
  const questions = queries.flatMap(({ _id, text }) => {
    const evidence = judged.get(_id);
    return evidence ? [{ question: text, evidence }] : [];
  });
  const texts = articles.map(({ _id, title = "", text }) => ({ id: _id, title, text }));
  return writeSet(folder, texts, questions, reader.digest);
}

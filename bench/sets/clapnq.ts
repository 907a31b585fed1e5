// CLAPNQ (Rosenthal et al. 2025, PrimeQA/clapnq, Apache-2.0) → corpus and questions.

import { join } from "node:path";
import { nameArticle, SetReader, type WrittenSet, writeSet } from "./write-set.ts";

interface ClapnqQuestion {
  readonly id: string;
  readonly input: string;
  readonly passages: readonly { readonly title: string; readonly text: string }[];
  readonly output: readonly { readonly selected_sentences?: readonly string[] }[];
}

/** Each question is asked of its own passage alone: a filter names it. */
export async function writeClapnq(data: string, folder: string): Promise<WrittenSet> {
  const reader = new SetReader(join(data, "clapnq"));
  const answerable = (await reader.readLines("answerable.jsonl")) as readonly ClapnqQuestion[];
  const unanswerable = (await reader.readLines("unanswerable.jsonl")) as readonly ClapnqQuestion[];
  const articles = [...answerable, ...unanswerable].flatMap(({ id, passages }) =>
    passages.map(({ title, text }, index) => ({ id: `${id}-${index}`, title, text })),
  );
  const scope = ({ id, passages }: ClapnqQuestion) => ({
    articles: passages.map((_, index) => nameArticle(`${id}-${index}`)),
  });
  const questions = [
    ...answerable.map((asked) => {
      const filters = scope(asked);
      const sentences = asked.output.flatMap(({ selected_sentences }) => selected_sentences ?? []);
      const evidence = sentences.map((text) => ({ article: filters.articles[0] ?? "", text }));
      return { question: asked.input, evidence, filters };
    }),
    ...unanswerable.map((asked) => ({
      question: asked.input,
      unanswerable: true as const,
      filters: scope(asked),
    })),
  ];
  return writeSet(folder, articles, questions, reader.digest);
}

// SQuAD 2.0 (Rajpurkar, Jia & Liang 2018, CC BY-SA 4.0) → corpus and questions.

import { join } from "node:path";
import { nameArticle, SetReader, type WrittenSet, writeSet } from "./write-set.ts";

interface SquadArticle {
  readonly title: string;
  readonly paragraphs: readonly {
    readonly context: string;
    readonly qas: readonly {
      readonly question: string;
      readonly is_impossible: boolean;
      readonly answers: readonly { readonly answer_start: number }[];
    }[];
  }[];
}

/** The sentence around an answer, by plain full stops: SQuAD judges words, we judge sentences. */
function sentenceAround(context: string, at: number): string {
  const before = context.slice(0, at).search(/[.!?]\s+(?=[^.!?]*$)/u);
  const after = context.slice(at).search(/[.!?](?:\s|$)/u);
  const end = after < 0 ? context.length : at + after + 1;
  return context.slice(before < 0 ? 0 : before + 1, end).trim();
}

/** Each question is asked of its whole article: a filter names it. */
export async function writeSquad2(data: string, folder: string): Promise<WrittenSet> {
  const reader = new SetReader(join(data, "squad2"));
  const set = (await reader.readJson("questions.json")) as { data: readonly SquadArticle[] };
  const articles = set.data.map(({ title, paragraphs }) => ({
    id: title,
    title: title.replaceAll("_", " "),
    text: paragraphs.map(({ context }) => context).join("\n\n"),
  }));
  const questions = set.data.flatMap(({ title, paragraphs }) => {
    const article = nameArticle(title);
    const filters = { articles: [article] };
    return paragraphs.flatMap(({ context, qas }) =>
      qas.map(({ question, is_impossible, answers }) => {
        if (is_impossible) return { question, unanswerable: true as const, filters };
        const text = sentenceAround(context, answers[0]?.answer_start ?? 0);
        return { question, evidence: [{ article, text }], filters };
      }),
    );
  });
  return writeSet(folder, articles, questions, reader.digest);
}

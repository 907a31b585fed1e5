// Sentences that speak to a question → the same, each with who says it.

import type { ArticleRecord } from "../model/index-state.ts";
import type { ArticleSource } from "../ports/article-source.ts";
import type { ComparedSentence, Said } from "../stages/compare/statement.ts";
import { attributeSpan } from "../text/speech/attribute-span.ts";
import { readArticles } from "./read-articles.ts";

/** Each article is read once; a sentence whose article is gone is left as it is. */
export async function hearSentences(
  sentences: readonly ComparedSentence[],
  articles: ReadonlyMap<string, ArticleRecord>,
  source: ArticleSource,
  signal?: AbortSignal,
): Promise<readonly ComparedSentence[]> {
  const ids = sentences.map(({ articleId }) => articleId);
  const files = await readArticles(source, ids, signal);
  return sentences.map((sentence) => {
    const file = files.get(sentence.articleId);
    if (file === undefined) return sentence;
    const { manner, speaker } = attributeSpan(file.text, sentence);
    const { name, role } = speaker ?? {};
    const publisher = articles.get(sentence.articleId)?.metadata.publisher?.value;
    const party = { ...(name !== undefined && { name }), ...(role !== undefined && { role }) };
    const said: Said = {
      manner,
      ...(speaker !== undefined && { party }),
      ...(publisher !== undefined && { publisher }),
    };
    return { ...sentence, said };
  });
}

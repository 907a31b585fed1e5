// Sentences that answer a question → the same, each with the name of who says it.

import type { EvidenceSentence } from "../core/evidence.ts";
import type { ArticleRecord } from "../core/index-state.ts";
import type { ArticleSource } from "../core/ports/article-source.ts";
import { readArticles } from "../corpus/read-articles.ts";
import { attributeSpan } from "../english/speech/attribute-span.ts";

/** A sentence with who says it, where that was looked up. */
export interface AttributedSentence extends EvidenceSentence {
  readonly speaker?: string;
}

/**
 * Each article is read once. An article's own words are its publisher's; where words are somebody's and
 * nobody is named nearby, and where the article is gone, no speaker is.
 */
export async function attributeSentences(
  sentences: readonly EvidenceSentence[],
  articles: ReadonlyMap<string, ArticleRecord>,
  source: ArticleSource,
  signal?: AbortSignal,
): Promise<readonly AttributedSentence[]> {
  const ids = sentences.map(({ articleId }) => articleId);
  const files = await readArticles(source, ids, signal);
  return sentences.map((sentence) => {
    const file = files.get(sentence.articleId);
    if (file === undefined) return sentence;
    const { manner, speaker } = attributeSpan(file.text, sentence);
    const publisher = articles.get(sentence.articleId)?.metadata.publisher?.value;
    const own = publisher === undefined ? "the article itself" : `${publisher} itself`;
    const name = speaker?.name ?? speaker?.role ?? (manner === "statement" ? own : undefined);
    return name === undefined ? sentence : { ...sentence, speaker: name };
  });
}

// Passages and a speaker's names → the same passages, without the sentences that are not theirs.

import type { ScoredPassage } from "../core/evidence.ts";
import type { ArticleSource } from "../core/ports/article-source.ts";
import type { Question } from "../core/question.ts";
import { readArticles } from "../corpus/read-articles.ts";
import { attributeSpan } from "../english/speech/attribute-span.ts";
import { isSpeaker, listParties } from "../english/speech/is-speaker.ts";
import { foldName } from "../text/fold-name.ts";
import type { PassageFilter } from "./find-passages.ts";

/**
 * What is to be left of the passages found for a question: with a speaker filter only those speakers'
 * sentences; for "what does Ada Roe say" hers where there are any, else all. `undefined` for others.
 */
export function filterBySpeaker(
  { intent, filters }: Question,
  source: ArticleSource,
  signal?: AbortSignal,
): PassageFilter | undefined {
  const { speakers = [] } = filters;
  if (speakers.length > 0) return (found) => keepSpeaker(found, speakers, source, signal);
  const asked = intent.speaker;
  if (asked === undefined) return undefined;
  return async (found) => {
    const kept = await keepSpeaker(found, [asked.name], source, signal);
    return kept.length > 0 ? kept : found;
  };
}

/**
 * Each article is read once, from its file, for a pronoun's person may stand before the passage. A
 * passage left without sentences is gone.
 */
async function keepSpeaker(
  passages: readonly ScoredPassage[],
  names: readonly string[],
  source: ArticleSource,
  signal?: AbortSignal,
): Promise<readonly ScoredPassage[]> {
  const ids = passages.map(({ passage }) => passage.articleId);
  const files = await readArticles(source, ids, signal);
  const surnames = names.map((name) => foldName(name.trim().split(/\s+/).at(-1) ?? ""));
  const holding = new Map(
    [...files].filter(([, { text }]) => {
      const folded = foldName(text);
      return surnames.some((surname) => folded.includes(surname));
    }),
  );
  return passages.flatMap((scored) => {
    const file = holding.get(scored.passage.articleId);
    if (file === undefined) return [];
    const sentences = scored.passage.sentences.filter((sentence) => {
      const parties = listParties(attributeSpan(file.text, sentence));
      return names.some((name) => parties.some((party) => isSpeaker(party, name)));
    });
    return sentences.length === 0 ? [] : { ...scored, passage: { ...scored.passage, sentences } };
  });
}

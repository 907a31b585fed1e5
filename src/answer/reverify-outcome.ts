// An outcome that was kept + today's files → the outcome with every quote minted again.

import type { AnswerOutcome } from "../core/answer.ts";
import type { ArticleSource } from "../core/ports/article-source.ts";
import { readArticles } from "../corpus/read-articles.ts";
import { attributeQuotes } from "../quote/attribute-quotes.ts";
import { listSources } from "../quote/list-sources.ts";
import { verifyExcerpts } from "../quote/locate-quote.ts";
import { redraftAnswer, verifyAnswer } from "../quote/verify-answer.ts";
import { countPositions, countSources } from "./count-voices.ts";

/**
 * Quotes whose file has changed are rejected; an answer that keeps none becomes an abstention. The
 * kept digests are trusted only as the question "is the file still that one?".
 */
export async function reverifyOutcome(
  outcome: AnswerOutcome,
  source: ArticleSource,
  signal?: AbortSignal,
): Promise<AnswerOutcome> {
  const shown = outcome.kind === "answer" ? outcome.quotes : outcome.closest;
  const articleIds = shown.map(({ articleId }) => articleId);
  const files = await readArticles(source, articleIds, signal);
  const known = new Map(outcome.sources.map((article) => [article.articleId, article]));
  if (outcome.kind === "abstention") {
    const digests = new Map(outcome.sources.map(({ articleId, sha256 }) => [articleId, sha256]));
    const closest = verifyExcerpts(outcome.closest, { files, digests });
    return { ...outcome, closest, sources: listSources(closest, known, files) };
  }
  const { positions, ...verified } = verifyAnswer({ ...redraftAnswer(outcome), known, files });
  const rejected = [...outcome.rejected, ...verified.rejected];
  const { claims: _claims, quotes: _quotes, comparison, ...counted } = outcome;
  const { independent: _independent, oneVoice: _oneVoice, ...shared } = counted;
  if (verified.quotes.length > 0) {
    const quotes = attributeQuotes(verified.quotes, files, verified.sources);
    return {
      ...shared,
      ...verified,
      quotes,
      ...countPositions(comparison?.verdict ?? "alone", positions, { ...verified, quotes }),
      ...countSources(verified.sources, quotes),
      rejected,
    };
  }
  return {
    ...shared,
    kind: "abstention",
    reason: "nothing-verified",
    detail: "The articles have changed since this answer: none of its quotes stands as it was.",
    closest: [],
    sources: [],
    rejected,
  };
}

// Evidence and scored sentences → claims that quote the answer, or one refusal.

import type { AbstentionReason, DraftPart, DraftQuote } from "../../model/draft.ts";
import type { Evidence } from "../../model/evidence.ts";
import { hearAllParts } from "./hear-all-parts.ts";
import { introduceArticle } from "./introduce-article.ts";
import { judgeEvidence, measureConfidence } from "./judge-evidence.ts";
import { type Candidate, rankSentences, type ScoredSentence } from "./rank-sentences.ts";
import { readQuestion } from "./read-question.ts";
import { selectSentences } from "./select-sentences.ts";
import { suggestSpelling } from "./suggest-spelling.ts";
import { tellSubjects } from "./tell-subjects.ts";

/** Refusals that name nothing of what the articles have. */
const MET_NOTHING: ReadonlySet<AbstentionReason> = new Set(["weak-evidence", "no-match"]);
/** Closest sentences that a refusal shows. */
const CLOSEST = 3;

/** One claim an article, the article with the best sentence first; quotes in the article's order. */
export function extractAnswer(
  evidence: Evidence,
  sentences: readonly ScoredSentence[],
): DraftPart[] {
  const question = readQuestion(evidence);
  const candidates = rankSentences(question, sentences);
  const refusal = judgeEvidence(question, candidates);
  const value = measureConfidence(candidates, refusal);
  const confidence = { kind: "confidence", value } as const;
  if (refusal !== undefined) {
    const closest = candidates.slice(0, CLOSEST).map(quote);
    const detail = [
      refusal.detail,
      MET_NOTHING.has(refusal.reason)
        ? tellSubjects(candidates.map(({ text }) => text))
        : undefined,
      suggestSpelling(question, listTexts(evidence, candidates)),
    ];
    const told = detail.filter((part) => part !== undefined).join(" ");
    return [{ kind: "abstention", reason: refusal.reason, detail: told, closest }, confidence];
  }
  const dayOf = ({ articleId }: Candidate): string =>
    evidence.articles.get(articleId)?.metadata.published?.value ?? "";
  const selected = selectSentences(candidates, question, evidence.prefersNewest && dayOf);
  const { asked, standing, text } = evidence.question;
  const isAsTyped = asked === (standing ?? text);
  const chosen = isAsTyped ? hearAllParts(question, sentences, selected) : selected;
  const claims = [...new Set(chosen.map(({ articleId }) => articleId))].map((articleId) => ({
    kind: "claim" as const,
    text: introduceArticle(evidence.articles.get(articleId)),
    quotes: chosen
      .filter((candidate) => candidate.articleId === articleId)
      .sort((one, other) => one.start - other.start)
      .map(quote),
  }));
  return [...claims, confidence];
}

function listTexts({ articles }: Evidence, candidates: readonly Candidate[]): readonly string[] {
  const titles = [...articles.values()].map(({ metadata }) => metadata.title?.value ?? "");
  return [...candidates.map(({ text }) => text), ...titles];
}

function quote({ articleId, start, end, text }: Candidate): DraftQuote {
  return { articleId, start, end, text };
}

// Evidence → its question as the ranking needs it: what kind of thing is asked, in what form, of whom.

import type { Evidence } from "../../model/evidence.ts";
import { findNameRuns } from "../../text/question-words.ts";
import { listContentStems } from "../../text/stems.ts";
import { findAnswerType } from "./find-answer-type.ts";
import { findQuestionForm } from "./find-question-form.ts";
import type { RankingQuestion } from "./rank-sentences.ts";

export function readQuestion(evidence: Evidence): RankingQuestion {
  const { question, terms, found, isSifted = false } = evidence;
  const { text } = question;
  const form = findQuestionForm(text);
  const type = findAnswerType(text);
  const runs = findNameRuns(text).map(listContentStems);
  return { text, terms, found, type, form, runs, isSifted, publishers: listPublishers(evidence) };
}

/** For each article of the evidence the stems that name its publisher, or whom it reports of. */
function listPublishers({ passages, articles }: Evidence): RankingQuestion["publishers"] {
  const ids = new Set(passages.map(({ passage }) => passage.articleId));
  return new Map(
    [...ids].map((id) => {
      const { publisher, about } = articles.get(id)?.metadata ?? {};
      const names = [publisher?.value ?? "", about?.publisher ?? ""];
      return [id, new Set(names.flatMap(listContentStems))];
    }),
  );
}

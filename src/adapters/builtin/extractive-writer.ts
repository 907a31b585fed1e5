// Evidence → claims made of its own sentences, chosen by a sentence scorer.

import type { WriterIdentity } from "../../model/identity.ts";
import type { AnswerWriter } from "../../ports/answer-writer.ts";
import type { SentenceScorer } from "../../ports/sentence-scorer.ts";
import { extractAnswer } from "../../stages/answer/extract-answer.ts";
import { findQuestionForm } from "../../stages/answer/find-question-form.ts";
import { type EvidenceRun, gatherRuns } from "../../stages/answer/gather-runs.ts";
import { summarizeArticles } from "../../stages/answer/summarize-articles.ts";
import { surveyPlaces } from "../../stages/answer/survey-places.ts";
import { attributeSpan } from "../../text/speech/attribute-span.ts";
import { listParties } from "../../text/speech/is-speaker.ts";

/** The writer that needs no server: every word it shows of an article is a whole sentence of it. */
export function createExtractiveWriter(scorer: SentenceScorer): AnswerWriter {
  const identity: WriterIdentity = { name: "extractive", model: "late interaction", digest: "" };
  return {
    identity,
    async *draft(evidence, signal) {
      if (evidence.summary !== undefined) {
        yield* summarizeArticles(evidence);
        return;
      }
      if (evidence.survey !== undefined) {
        yield* surveyPlaces(evidence, evidence.survey);
        return;
      }
      const runs = gatherRuns(evidence);
      const scored = await scorer.scoreSentences(
        evidence.question.text,
        runs.map(({ text, title, spans }) => ({
          text,
          sentences: spans,
          ...(title === undefined ? {} : { title }),
        })),
        signal,
      );
      const asksForWords = findQuestionForm(evidence.question.text).kind === "words";
      const sentences = runs.flatMap((run, place) =>
        run.sentences.map((sentence, index) => ({
          ...sentence,
          score: scored[place]?.[index]?.score ?? 0,
          words: scored[place]?.[index]?.words ?? [],
          ...(asksForWords && nameSpeaker(run, index)),
        })),
      );
      yield* extractAnswer(evidence, sentences);
    },
    async close() {},
  };
}

/** Who says the run's sentence of that number, as far as the run tells. */
function nameSpeaker({ text, spans }: EvidenceRun, index: number): { speaker?: string } {
  const span = spans[index];
  const parties = span === undefined ? [] : listParties(attributeSpan(text, span));
  const names = parties.flatMap(({ role = "", name = "" }) => [role, name]).filter(Boolean);
  return names.length === 0 ? {} : { speaker: names.join(" ") };
}

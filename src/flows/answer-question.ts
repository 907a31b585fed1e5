// A question → events, the last of which is a verified answer or an honest abstention.

import type { AskEvent } from "../model/ask-event.ts";
import type { Filters, Question, Turn } from "../model/question.ts";
import type { RetrievalSettings } from "../model/retrieval-settings.ts";
import type { AnswerWriter } from "../ports/answer-writer.ts";
import type { ArticleSource } from "../ports/article-source.ts";
import type { DigestText } from "../ports/digest-text.ts";
import type { Embedder } from "../ports/embedder.ts";
import type { PassageStore } from "../ports/passage-store.ts";
import type { SentenceScorer } from "../ports/sentence-scorer.ts";
import { setAsideCopies } from "../stages/trace/set-aside-copies.ts";
import { compareEvidence } from "./compare-evidence.ts";
import { DraftDesk } from "./draft-desk.ts";
import { identifyCorpus } from "./identify-corpus.ts";
import { siftBySpeaker } from "./keep-speaker.ts";
import { refuseUnheard } from "./refuse-unheard.ts";
import { requireIndex } from "./require-index.ts";
import { restateQuestion } from "./restate-question.ts";
import { cutEvidence, findPassages } from "./retrieve-evidence.ts";

export interface AnswerPorts {
  readonly source: ArticleSource;
  readonly store: PassageStore;
  readonly embedder: Embedder;
  readonly writer: AnswerWriter;
  /** Given where the outcome is to say which corpus it is from. */
  readonly digest?: DigestText | undefined;
  /** Scores sentences to find where articles differ; without it they are not compared. */
  readonly scorer?: SentenceScorer;
}

export interface QuestionAsked {
  readonly text: string;
  readonly filters: Filters;
  readonly conversation: readonly Turn[];
  /** Most quotes to show. */
  readonly limit?: number | undefined;
  /** How evidence is found; what ships, unless an evaluation asks for another ranking. */
  readonly settings?: RetrievalSettings | undefined;
}

/**
 * A claim is told as soon as its quotes are verified, never before.
 * @throws PullquoteError what the ports throw; `interrupted` when the signal aborts before a claim.
 */
export async function* answerQuestion(
  asked: QuestionAsked,
  ports: AnswerPorts,
  signal?: AbortSignal,
): AsyncGenerator<AskEvent> {
  const text = await restateQuestion(asked, ports.writer, signal);
  const question: Question = { asked: asked.text, text, filters: asked.filters };
  if (text !== asked.text) yield { kind: "understood", question: text };
  await requireIndex(ports.store, ports.embedder);
  const found = await findPassages(question, ports, signal, {
    settings: asked.settings,
    sift: siftBySpeaker(question, ports.source, signal),
  });
  const evidence = setAsideCopies(await cutEvidence(found, ports.store));
  const articles = new Set(evidence.passages.map(({ passage }) => passage.articleId)).size;
  yield { kind: "retrieved", passages: evidence.passages.length, articles };
  const desk = new DraftDesk(evidence, ports, asked.limit ?? Number.POSITIVE_INFINITY);
  const refusal = await refuseUnheard(evidence, ports, signal);
  for await (const part of refusal === undefined
    ? ports.writer.draft(evidence, signal)
    : [refusal]) {
    const shown = await desk.take(part);
    if (shown !== undefined) yield { kind: "claim", ...shown };
  }
  if (ports.scorer !== undefined && desk.hasAnswered && signal?.aborted !== true) {
    const scored = { store: ports.store, source: ports.source, scorer: ports.scorer };
    const compared = await compareEvidence(found, scored, "careful", signal);
    await desk.takeComparison(compared?.comparison);
  }
  const outcome = {
    ...(await desk.conclude()),
    ...(asked.limit !== undefined && { limit: asked.limit }),
    ...(ports.digest !== undefined && { corpus: await identifyCorpus(ports.store, ports.digest) }),
  };
  yield { kind: "outcome", outcome };
}

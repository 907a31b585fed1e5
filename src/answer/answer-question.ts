// A question → events, the last of which is a verified answer or an honest abstention.

import type { AskEvent } from "../core/answer.ts";
import type { DraftComparison } from "../core/comparison.ts";
import type { RetrievalSettings } from "../core/evidence.ts";
import type { AnswerWriter } from "../core/ports/answer-writer.ts";
import type { ArticleSource } from "../core/ports/article-source.ts";
import type { Filters, Turn } from "../core/question.ts";
import { identifyCorpus, requireIndex } from "../corpus/review-index.ts";
import { readQuestionTime } from "../question/read-question-time.ts";
import { restateQuestion } from "../question/restate-question.ts";
import { filterBySpeaker } from "../search/filter-by-speaker.ts";
import type { FoundPassages } from "../search/find-passages.ts";
import type { ReadingPorts } from "../search/read-evidence.ts";
import { searchInTimeRange } from "../search/search-in-time-range.ts";
import type { SearchPorts } from "../search/search-passages.ts";
import { concludeInTime, takeEventDates } from "./conclude-in-time.ts";
import { draftInTime } from "./draft-in-time.ts";

/**
 * Where the articles found for a question differ; absent where they do not.
 * @param cited articles that the answer quotes: of copies these speak.
 */
export type CompareFound = (
  found: FoundPassages,
  ports: ReadingPorts & { readonly source: ArticleSource },
  cited: ReadonlySet<string>,
  signal?: AbortSignal,
) => Promise<DraftComparison | undefined>;

/** What any outcome is made with. */
export interface OutcomePorts extends SearchPorts {
  readonly writer: AnswerWriter;
}

export interface AnswerPorts extends OutcomePorts {
  readonly compare: CompareFound;
}

export interface QuestionAsked {
  readonly text: string;
  readonly filters: Filters;
  readonly conversation: readonly Turn[];
  /** Most quotes to show. */
  readonly limit?: number | undefined;
  /** The day that "now" and "last year" count from, `YYYY-MM-DD`; words of time are not read without it. */
  readonly today?: string | undefined;
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
  const { question, time } = readQuestionTime(asked.text, text, asked.filters, asked.today);
  if (text !== asked.text) yield { kind: "understood", question: text };
  await requireIndex(ports.store, ports.embedder);
  const search = await searchInTimeRange(question, time, ports, signal, {
    settings: asked.settings,
    filter: filterBySpeaker(question, ports.source, signal),
  });
  const room = asked.limit ?? Number.POSITIVE_INFINITY;
  const { builder, ...round } = yield* draftInTime(search, ports, room, signal);
  for await (const shown of takeEventDates(builder, search, round.found.evidence.articles)) {
    yield { kind: "claim", ...shown };
  }
  if (builder.hasAnswered && signal?.aborted !== true) {
    await builder.takeComparison(await ports.compare(round.found, ports, builder.cited, signal));
  }
  const outcome = {
    ...(await concludeInTime(await builder.conclude(), search, round, ports.store)),
    ...(asked.limit !== undefined && { limit: asked.limit }),
    corpus: await identifyCorpus(ports.store),
  };
  yield { kind: "outcome", outcome };
}

// A subject → its dated statements in order, each with a verified quote; or an abstention. The room's table of contents.

import type { OutcomePorts } from "../answer/answer-question.ts";
import { concludeInTime } from "../answer/conclude-in-time.ts";
import { DraftDesk } from "../answer/draft-desk.ts";
import type { AnswerOutcome, Quote } from "../core/answer.ts";
import type { Filters } from "../core/question.ts";
import type { Timeline, TimelineStatement } from "../core/timeline.ts";
import { identifyCorpus } from "../corpus/identify-corpus.ts";
import { requireIndex } from "../corpus/require-index.ts";
import { readQuestionTime } from "../question/read-question-time.ts";
import { siftBySpeaker } from "../search/keep-speaker.ts";
import { readEvidence } from "../search/read-evidence.ts";
import { searchInTime } from "../search/search-in-time.ts";
import { claimStatements } from "./claim-statements.ts";
import type { DatedStatement } from "./date-statement.ts";
import { orderStatements } from "./order-statements.ts";

/** Passages that are read for dates, and statements that are shown unless told otherwise. */
const PASSAGES = 120;
const STATEMENTS = 20;
const NOTHING = "No sentence that could be dated is near enough to the subject.";

export interface TimelineAsked {
  readonly subject: string;
  readonly filters: Filters;
  readonly limit?: number | undefined;
  /** As in a question that is asked. */
  readonly today?: string | undefined;
}

/** @throws PullquoteError what the ports throw */
export async function traceTimeline(
  { subject, filters, today, limit = STATEMENTS }: TimelineAsked,
  ports: OutcomePorts,
  signal?: AbortSignal,
): Promise<Timeline> {
  await requireIndex(ports.store, ports.embedder);
  const { question, time } = readQuestionTime(subject, subject, filters, today);
  const window = time?.asked.kind === "window" ? time : undefined;
  const search = await searchInTime(question, window, ports, signal, {
    sift: siftBySpeaker(question, ports.source, signal),
  });
  const round = { found: search.sifted?.told ?? search.found, basis: "told" } as const;
  const evidence = await readEvidence(round.found, ports, signal, { read: 0, kept: PASSAGES });
  const statements = orderStatements(evidence, limit);
  const desk = new DraftDesk(evidence, ports, Number.POSITIVE_INFINITY);
  for (const claim of claimStatements(statements, evidence.articles)) {
    await desk.take({ kind: "claim", ...claim });
  }
  await desk.take({ kind: "abstention", reason: "weak-evidence", detail: NOTHING, closest: [] });
  const outcome = {
    ...concludeInTime(await desk.conclude(), search, round),
    ...(ports.digest !== undefined && { corpus: await identifyCorpus(ports.store, ports.digest) }),
  };
  return { outcome, statements: numberStatements(statements, outcome) };
}

/** A quote may be wider than its statement; a statement whose quote did not stand is none. */
function numberStatements(
  statements: readonly DatedStatement[],
  outcome: AnswerOutcome,
): readonly TimelineStatement[] {
  const quotes = outcome.kind === "answer" ? outcome.quotes : [];
  const numberOf = ({ quote: { articleId, start, end } }: DatedStatement): readonly number[] => {
    const holds = (quote: Quote): boolean =>
      quote.articleId === articleId && quote.start <= start && end <= quote.end;
    return quotes.filter(holds).map(({ number }) => number);
  };
  return statements.flatMap((statement): TimelineStatement[] => {
    const [quote] = numberOf(statement);
    if (quote === undefined) return [];
    const { basis, days, written, otherwise = [] } = statement;
    const told = { ...(days && { days }), ...(written !== undefined && { written }) };
    return [{ quote, basis, ...told, otherwise: otherwise.flatMap(numberOf) }];
  });
}

// A question → events, the last of which is a verified answer or an honest abstention.

import type { Abstention, AnswerOutcome } from "../model/answer.ts";
import type { AskEvent } from "../model/ask-event.ts";
import type { DraftAbstention, DraftClaim } from "../model/draft.ts";
import type { Evidence } from "../model/evidence.ts";
import type { Filters, Question, Turn } from "../model/question.ts";
import type { AnswerWriter } from "../ports/answer-writer.ts";
import type { ArticleSource } from "../ports/article-source.ts";
import type { Embedder } from "../ports/embedder.ts";
import type { PassageStore } from "../ports/passage-store.ts";
import { resolveFollowUp } from "../stages/retrieve/resolve-follow-up.ts";
import { describeArticle } from "../stages/verify/list-sources.ts";
import { verifyAnswer } from "../stages/verify/verify-answer.ts";
import { verifyExcerpts } from "../stages/verify/verify-excerpts.ts";
import { readArticles } from "./read-articles.ts";
import { retrieveEvidence } from "./retrieve-evidence.ts";

export interface AnswerPorts {
  readonly source: ArticleSource;
  readonly store: PassageStore;
  readonly embedder: Embedder;
  readonly writer: AnswerWriter;
}

export interface QuestionAsked {
  readonly text: string;
  readonly filters: Filters;
  readonly conversation: readonly Turn[];
}

type Drafted = { readonly claims: readonly DraftClaim[]; readonly refusal?: DraftAbstention };

/** @throws PullquoteError what the ports throw; `interrupted` when the signal aborts. */
export async function* answerQuestion(
  asked: QuestionAsked,
  ports: AnswerPorts,
  signal?: AbortSignal,
): AsyncGenerator<AskEvent> {
  const text = resolveFollowUp(asked.text, asked.conversation);
  const question: Question = { asked: asked.text, text, filters: asked.filters };
  if (text !== asked.text) yield { kind: "understood", question: text };
  const evidence = await retrieveEvidence(question, ports, signal);
  const articles = new Set(evidence.passages.map(({ passage }) => passage.articleId)).size;
  yield { kind: "retrieved", passages: evidence.passages.length, articles };
  const drafted = await collectDraft(ports.writer, evidence, signal);
  yield { kind: "outcome", outcome: await verifyDraft(drafted, evidence, ports, signal) };
}

async function collectDraft(
  writer: AnswerWriter,
  evidence: Evidence,
  signal: AbortSignal | undefined,
): Promise<Drafted> {
  const claims: DraftClaim[] = [];
  for await (const part of writer.draft(evidence, signal)) {
    if (part.kind === "claim") claims.push(part);
    if (part.kind === "abstention") return { claims: [], refusal: part };
  }
  return { claims };
}

async function verifyDraft(
  { claims, refusal }: Drafted,
  evidence: Evidence,
  ports: AnswerPorts,
  signal: AbortSignal | undefined,
): Promise<AnswerOutcome> {
  const wanted = [...claims.flatMap(({ quotes }) => quotes), ...(refusal?.closest ?? [])];
  const articleIds = wanted.map(({ articleId }) => articleId);
  const files = await readArticles(ports.source, articleIds, signal);
  const known = new Map(
    [...evidence.articles].map(([id, record]) => [id, describeArticle(record)] as const),
  );
  const { question, searched } = evidence;
  const shared = {
    question: question.asked,
    ...(question.text !== question.asked && { understood: question.text }),
    searched,
    writer: ports.writer.identity,
    embedder: ports.embedder.identity,
  };
  const verified = verifyAnswer({ claims, known, files });
  if (verified.claims.length > 0) return { kind: "answer", ...shared, ...verified };
  const digests = new Map([...known].map(([id, { sha256 }]) => [id, sha256]));
  const closest = verifyExcerpts(refusal?.closest ?? [], { files, digests });
  const reason: Pick<Abstention, "reason" | "detail"> = refusal ?? {
    reason: "nothing-verified",
    detail: "No quote that was drafted stands in its article as it is now.",
  };
  return {
    kind: "abstention",
    ...shared,
    reason: reason.reason,
    detail: reason.detail,
    closest,
    sources: [],
    rejected: verified.rejected,
  };
}

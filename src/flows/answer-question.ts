// A question → events, the last of which is a verified answer or an honest abstention.

import type { Abstention, AnswerOutcome } from "../model/answer.ts";
import type { AskEvent } from "../model/ask-event.ts";
import type {
  DraftAbstention,
  DraftClaim,
  DraftPart,
  RejectedClaim,
  WriterNote,
} from "../model/draft.ts";
import type { Evidence } from "../model/evidence.ts";
import type { WriterIdentity } from "../model/identity.ts";
import type { Filters, Question, Turn } from "../model/question.ts";
import type { AnswerWriter } from "../ports/answer-writer.ts";
import type { ArticleSource } from "../ports/article-source.ts";
import type { Embedder } from "../ports/embedder.ts";
import type { PassageStore } from "../ports/passage-store.ts";
import { resolveFollowUp } from "../stages/retrieve/resolve-follow-up.ts";
import { describeArticle, listSources } from "../stages/verify/list-sources.ts";
import { verifyAnswer } from "../stages/verify/verify-answer.ts";
import { verifyExcerpts } from "../stages/verify/verify-excerpts.ts";
import { readArticles } from "./read-articles.ts";
import { requireIndex } from "./require-index.ts";
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
  /** Most quotes to show. */
  readonly limit?: number | undefined;
}

/** All that a writer said, sorted by kind. */
interface Drafted {
  readonly claims: DraftClaim[];
  readonly rejected: RejectedClaim[];
  readonly notes: WriterNote[];
  refusal: DraftAbstention | undefined;
  writer: WriterIdentity;
}

/** @throws PullquoteError what the ports throw; `interrupted` when the signal aborts. */
export async function* answerQuestion(
  asked: QuestionAsked,
  ports: AnswerPorts,
  signal?: AbortSignal,
): AsyncGenerator<AskEvent> {
  const text = resolveFollowUp(asked.text, asked.conversation);
  const question: Question = { asked: asked.text, text, filters: asked.filters };
  if (text !== asked.text) yield { kind: "understood", question: text };
  await requireIndex(ports.store, ports.embedder);
  const evidence = await retrieveEvidence(question, ports, signal);
  const articles = new Set(evidence.passages.map(({ passage }) => passage.articleId)).size;
  yield { kind: "retrieved", passages: evidence.passages.length, articles };
  const drafted = limitQuotes(
    await collectDraft(ports.writer, evidence, signal),
    asked.limit ?? Number.POSITIVE_INFINITY,
  );
  yield { kind: "outcome", outcome: await verifyDraft(drafted, evidence, ports, signal) };
}

async function collectDraft(
  writer: AnswerWriter,
  evidence: Evidence,
  signal: AbortSignal | undefined,
): Promise<Drafted> {
  const drafted: Drafted = {
    claims: [],
    rejected: [],
    notes: [],
    refusal: undefined,
    writer: writer.identity,
  };
  for await (const part of writer.draft(evidence, signal)) keepPart(part, drafted);
  return drafted;
}

function keepPart(part: DraftPart, drafted: Drafted): void {
  switch (part.kind) {
    case "claim":
      drafted.claims.push({ text: part.text, quotes: part.quotes });
      break;
    case "rejected-claim":
      drafted.rejected.push({ text: part.text, reason: part.reason, detail: part.detail });
      break;
    case "note":
      drafted.notes.push({ code: part.code, text: part.text });
      break;
    case "writer":
      drafted.writer = part.identity;
      break;
    case "abstention":
      drafted.refusal = part;
      break;
  }
}

/** The first claims whose quotes number no more than the limit; a claim is cut to what is left. */
function limitQuotes(drafted: Drafted, limit: number): Drafted {
  let left = limit;
  const claims = drafted.claims.flatMap((claim) => {
    const quotes = claim.quotes.slice(0, left);
    left -= quotes.length;
    return quotes.length > 0 ? [{ ...claim, quotes }] : [];
  });
  return { ...drafted, claims };
}

async function verifyDraft(
  drafted: Drafted,
  evidence: Evidence,
  ports: AnswerPorts,
  signal: AbortSignal | undefined,
): Promise<AnswerOutcome> {
  const closest = drafted.refusal?.closest ?? [];
  const wanted = [...drafted.claims.flatMap(({ quotes }) => quotes), ...closest];
  const articleIds = wanted.map(({ articleId }) => articleId);
  const files = await readArticles(ports.source, articleIds, signal);
  const known = new Map(
    articleIds.flatMap((id) => {
      const record = evidence.articles.get(id);
      return record ? [[id, describeArticle(record)] as const] : [];
    }),
  );
  const { question, searched } = evidence;
  const verified = verifyAnswer({ claims: drafted.claims, known, files });
  const shared = {
    question: question.asked,
    ...(question.text !== question.asked && { understood: question.text }),
    rejected: [...verified.rejected, ...drafted.rejected],
    ...(drafted.notes.length > 0 && { notes: drafted.notes }),
    searched,
    ...(Object.keys(question.filters).length > 0 && { filters: question.filters }),
    writer: drafted.writer,
    embedder: ports.embedder.identity,
  };
  if (verified.claims.length > 0) {
    const { claims, quotes, sources } = verified;
    return { kind: "answer", ...shared, claims, quotes, sources };
  }
  const digests = new Map([...known].map(([id, { sha256 }]) => [id, sha256]));
  const shown = verifyExcerpts(closest, { files, digests });
  return {
    kind: "abstention",
    ...shared,
    ...explainRefusal(drafted.refusal),
    closest: shown,
    sources: listSources(shown, known, files),
  };
}

function explainRefusal(
  refusal: DraftAbstention | undefined,
): Pick<Abstention, "reason" | "detail"> {
  if (refusal !== undefined) return { reason: refusal.reason, detail: refusal.detail };
  const detail = "No quote that was drafted stands in its article as it is now.";
  return { reason: "nothing-verified", detail };
}

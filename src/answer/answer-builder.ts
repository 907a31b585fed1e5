// A writer's parts, one by one → verified claims as they come, and the outcome at the end.

import type { Abstention, AnswerOutcome, Quote, ShownClaim } from "../core/answer.ts";
import type { SourceText } from "../core/article.ts";
import type { DraftComparison } from "../core/comparison.ts";
import type {
  DraftAbstention,
  DraftClaim,
  DraftPart,
  RejectedClaim,
  WriterNote,
} from "../core/draft.ts";
import type { Evidence } from "../core/evidence.ts";
import type { WriterIdentity } from "../core/identity.ts";
import type { ArticleRecord } from "../core/index-state.ts";
import type { AnswerWriter } from "../core/ports/answer-writer.ts";
import type { ArticleSource } from "../core/ports/article-source.ts";
import type { QuestionEmbedder } from "../core/ports/embedder.ts";
import type { PassageStore } from "../core/ports/passage-store.ts";
import { readArticles } from "../corpus/read-articles.ts";
import { traceSources } from "../corpus/trace-sources.ts";
import { attributeQuotes } from "../quote/attribute-quotes.ts";
import { expandQuotes } from "../quote/expand-quotes.ts";
import { describeArticle, type KnownArticle, listSources } from "../quote/list-sources.ts";
import { verifyExcerpts } from "../quote/locate-quote.ts";
import { AnswerVerifier } from "../quote/verify-answer.ts";
import { meetsConditions, scopeArticles } from "../search/scope-articles.ts";
import { noteWordsAlone } from "../search/search-passages.ts";
import { countPositions, countSources } from "./count-voices.ts";

export interface DraftPorts {
  readonly source: ArticleSource;
  readonly store: PassageStore;
  readonly embedder: QuestionEmbedder;
  readonly writer: AnswerWriter;
}

/** Each article is read once, when a quote of it first comes. */
export class AnswerBuilder {
  readonly #evidence: Evidence;
  readonly #ports: DraftPorts;
  readonly #rejected: RejectedClaim[] = [];
  readonly #notes: WriterNote[] = [];
  readonly #files = new Map<string, SourceText>();
  readonly #known = new Map<string, KnownArticle>();
  #refusal: DraftAbstention | undefined;
  #confidence: number | undefined;
  #writer: WriterIdentity;
  #room: number;
  #comparison: DraftComparison | undefined;
  readonly #verifier = new AnswerVerifier({ known: this.#known, files: this.#files });
  /** The verifier's quotes, with who says them. */
  #quotes: readonly Quote[] = [];

  /** `room` is how many quotes may be shown. */
  constructor(evidence: Evidence, ports: DraftPorts, room: number) {
    this.#evidence = evidence;
    this.#ports = ports;
    this.#writer = ports.writer.identity;
    this.#room = room;
    this.#notes.push(...noteWordsAlone(evidence, ports.embedder.identity));
  }

  /** What is to be shown of it, if it is a claim and stands. */
  async take(part: DraftPart): Promise<ShownClaim | undefined> {
    switch (part.kind) {
      case "claim":
        return this.#takeClaim(part);
      case "rejected-claim":
        this.#rejected.push({ text: part.text, reason: part.reason, detail: part.detail });
        break;
      case "note":
        this.#notes.push({ code: part.code, text: part.text });
        break;
      case "confidence":
        this.#confidence = part.value;
        break;
      case "writer":
        this.#writer = part.identity;
        break;
      case "abstention":
        this.#refusal = part;
        break;
    }
    return;
  }

  /** Whether a claim stands that a comparison could stand beside. */
  get hasAnswered(): boolean {
    return this.#verifier.verified.claims.length > 0;
  }

  /** The articles that the claims so far quote. */
  get cited(): ReadonlySet<string> {
    return new Set(this.#quotes.map(({ articleId }) => articleId));
  }

  /** Positions are shown whole: the room for quotes is that of the claims. */
  async takeComparison(comparison: DraftComparison | undefined): Promise<void> {
    if (comparison === undefined) return;
    // Beside claims one source alone is no comparison: nothing would show its quotes.
    if (comparison.verdict === "alone" && this.hasAnswered) return;
    this.#comparison = comparison;
    const quotes = comparison.positions.flatMap((position) => position.quotes);
    await this.#open(quotes.map(({ articleId }) => articleId));
    for (const position of comparison.positions) {
      this.#verifier.takePosition(expandQuotes(position, this.#files));
    }
    this.#attribute();
  }

  /** The whole of it; nothing more is taken after. */
  async conclude(): Promise<AnswerOutcome> {
    const { question, searched } = this.#evidence;
    const standing = question.standing ?? question.text;
    const { claims, positions, sources, rejected } = this.#verifier.verified;
    const quotes = this.#quotes;
    const isAnswer = quotes.length > 0;
    const notes = this.#notes.filter(({ code }) => isAnswer || code !== "weak-evidence");
    const shared = {
      question: question.asked,
      ...(standing !== question.asked && { understood: standing }),
      rejected: [...rejected, ...this.#rejected],
      ...(notes.length > 0 && { notes }),
      searched,
      ...(Object.keys(question.filters).length > 0 && { filters: question.filters }),
      ...(this.#confidence !== undefined && { confidence: this.#confidence }),
      writer: this.#writer,
      embedder: this.#ports.embedder.identity,
    };
    if (isAnswer) {
      const scope = scopeArticles(question.filters);
      const isSearched = (record: ArticleRecord): boolean =>
        scope === undefined || meetsConditions(record, scope);
      const ports = { ...this.#ports, files: this.#files, isSearched };
      const traced = await traceSources(sources, this.#evidence.articles, ports);
      const verdict = this.#comparison?.verdict ?? "alone";
      const compared = countPositions(verdict, positions, { quotes, sources: traced });
      const voices = countSources(traced, quotes);
      return { kind: "answer", ...shared, claims, quotes, ...compared, sources: traced, ...voices };
    }
    const closest = this.#refusal?.closest ?? [];
    await this.#open(closest.map(({ articleId }) => articleId));
    const digests = new Map([...this.#known].map(([id, { sha256 }]) => [id, sha256]));
    const shown = verifyExcerpts(closest, { files: this.#files, digests });
    return {
      kind: "abstention",
      ...shared,
      ...explainRefusal(this.#refusal),
      closest: shown,
      sources: listSources(shown, this.#known, this.#files),
    };
  }

  async #takeClaim(draft: DraftClaim): Promise<ShownClaim | undefined> {
    const claim = this.#limit(draft);
    if (claim === undefined) return;
    await this.#open(claim.quotes.map(({ articleId }) => articleId));
    const shown = this.#verifier.takeClaim(expandQuotes(claim, this.#files));
    this.#attribute();
    if (shown === undefined) return;
    const cited = new Set<number>(shown.citations);
    const quotes = this.#quotes.filter(({ number }) => cited.has(number));
    const articles = new Set(quotes.map(({ articleId }) => articleId));
    const { sources } = this.#verifier.verified;
    return {
      claim: shown,
      quotes,
      sources: sources.filter(({ articleId }) => articles.has(articleId)),
    };
  }

  #attribute(): void {
    const { quotes, sources } = this.#verifier.verified;
    const added = quotes.slice(this.#quotes.length);
    const attributed = attributeQuotes(added, this.#files, sources, this.#quotes);
    this.#quotes = [...this.#quotes, ...attributed];
  }

  /** Cut to the quotes that there is room for; a claim that rests on all of them is not cut. */
  #limit(draft: DraftClaim): DraftClaim | undefined {
    const quotes = draft.quotes.slice(0, this.#room);
    if (quotes.length === 0) return;
    if (draft.needsAll === true && quotes.length < draft.quotes.length) return;
    this.#room -= quotes.length;
    return { ...draft, quotes };
  }

  async #open(articleIds: readonly string[]): Promise<void> {
    const unread = articleIds.filter((id) => !this.#known.has(id));
    for (const id of unread) {
      const record = this.#evidence.articles.get(id);
      if (record !== undefined) this.#known.set(id, describeArticle(record));
    }
    for (const [id, text] of await readArticles(this.#ports.source, unread)) {
      this.#files.set(id, text);
    }
  }
}

function explainRefusal(
  refusal: DraftAbstention | undefined,
): Pick<Abstention, "reason" | "detail"> {
  if (refusal !== undefined) return { reason: refusal.reason, detail: refusal.detail };
  const detail = "No quote that was drafted stands in its article as it is now.";
  return { reason: "nothing-verified", detail };
}

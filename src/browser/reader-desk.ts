// What a page may ask of the program: questions, articles, proofs and exports, on values that the command hands over.

import {
  type AnswerOutcome,
  type AskEvent,
  type Assistant,
  type CheckedDocument,
  EXPORT_FORMATS,
  type ExportFormat,
  type Filters,
  type NameCount,
  placeTimeline,
  presentAnswer,
  renderExport,
  type Searched,
  type Timeline,
  type Turn,
} from "../index.ts";
import { describeFault, presentDocument, presentEvent } from "./present-events.ts";
import { readPdf, showPart } from "./show-part.ts";
import type {
  AskKind,
  WireAnswer,
  WireArticle,
  WireEvent,
  WireProof,
  WireQuestion,
  WireSpan,
  WireStart,
} from "./wire.ts";

/** What the command line lends to the page: how it opens, refreshes and remembers. */
export interface ReaderOptions {
  readonly assistant: Assistant;
  readonly filters: Filters;
  readonly limit: number | undefined;
  /** @throws PullquoteError for what is no question */
  readonly checkQuestion: (typed: string) => string;
  /** Brings the index up to date. @returns what the reader should know of it */
  readonly refresh: (signal: AbortSignal) => Promise<readonly string[]>;
  /** What the reader should know of filters: names that no article has, articles without a date. */
  readonly tellFiltered: (filters: Filters, searched: Searched) => Promise<readonly string[]>;
  /** Keeps answers for `export` and `history`. */
  readonly keep: (question: string, outcomes: readonly AnswerOutcome[]) => void;
  readonly question?: string | undefined;
  readonly outcome?: AnswerOutcome | undefined;
  readonly document?: CheckedDocument | undefined;
}

interface Kept {
  readonly asked: AskKind;
  readonly outcome: AnswerOutcome;
  readonly statements: Timeline["statements"];
  readonly provedAt: string;
}

/** Far more than anybody asks in one sitting; older ones are forgotten. */
const MOST_KEPT = 500;

export class ReaderDesk {
  readonly #options: ReaderOptions;
  readonly #kept = new Map<number, Kept>();
  #last = 0;
  #question: string | undefined;

  constructor(options: ReaderOptions) {
    this.#options = options;
    this.#question = options.question;
    if (options.outcome !== undefined) this.#keep("ask", options.outcome);
  }

  /** The question that the command names is asked by the first page, and by no later one. */
  async start(): Promise<WireStart> {
    const { assistant, filters, document } = this.#options;
    const { publishers, authors } = await assistant.names();
    const list = (counts: readonly NameCount[]): readonly string[] =>
      counts.flatMap(({ name }) => name || []).sort();
    const question = this.#question;
    this.#question = undefined;
    return {
      articles: publishers.reduce((sum, { articles }) => sum + articles, 0),
      publishers: list(publishers),
      authors: list(authors),
      filters,
      formats: FORMATS,
      ...(question !== undefined && { question }),
      answers: [...this.#kept.keys()].map((id) => this.#show(id)),
      ...(document !== undefined && { document: presentDocument(document) }),
    };
  }

  /** Never throws: what goes wrong is the last event. */
  async *ask(wanted: WireQuestion, signal: AbortSignal): AsyncGenerator<WireEvent> {
    try {
      yield* this.#answer(wanted, signal);
    } catch (error) {
      yield describeFault(error);
    }
  }

  async *#answer(wanted: WireQuestion, signal: AbortSignal): AsyncGenerator<WireEvent> {
    const { checkQuestion, refresh, tellFiltered, keep } = this.#options;
    const question = checkQuestion(wanted.question);
    for (const text of await refresh(signal)) yield { event: "note", text };
    let answered: Pick<Kept, "outcome" | "statements"> | undefined;
    for await (const event of this.#run(question, wanted, signal)) {
      if (event.kind === "done") answered = event;
      else yield* presentEvent(event);
    }
    if (answered === undefined) throw new Error("the question ended without an outcome");
    const { outcome, statements } = answered;
    for (const text of await tellFiltered(wanted.filters, outcome.searched)) {
      yield { event: "note", text };
    }
    const id = this.#keep(wanted.kind, outcome, statements);
    if (wanted.kind === "ask") keep(question, this.#outcomes([...wanted.after, id]));
    yield { event: "answer", answer: this.#show(id) };
  }

  async *#run(
    question: string,
    { kind, filters, after }: WireQuestion,
    signal: AbortSignal,
  ): AsyncGenerator<AskEvent | ({ kind: "done" } & Pick<Kept, "outcome" | "statements">)> {
    const { assistant, limit } = this.#options;
    const options = { filters, signal, ...(limit !== undefined && { limit }) };
    if (kind === "timeline") {
      yield { kind: "done", ...(await assistant.timeline(question, options)) };
    } else if (kind === "compare") {
      const outcome = await assistant.compare(question, { filters, signal });
      yield { kind: "done", outcome, statements: [] };
    } else {
      const conversation = this.#outcomes(after).map(toTurn);
      for await (const event of assistant.askEvents(question, { ...options, conversation })) {
        if (event.kind === "outcome")
          yield { kind: "done", outcome: event.outcome, statements: [] };
        else yield event;
      }
    }
  }

  /** Mints every quote of a kept answer again, from the files as they are now. */
  async prove(id: number, signal: AbortSignal): Promise<WireProof | undefined> {
    const kept = this.#kept.get(id);
    if (kept === undefined) return undefined;
    const outcome = await this.#options.assistant.reverify(kept.outcome, signal);
    const lost = countQuotes(kept.outcome) - countQuotes(outcome);
    const statements = lost === 0 ? kept.statements : [];
    this.#kept.set(id, { ...kept, outcome, statements, provedAt: new Date().toISOString() });
    return { answer: this.#show(id), lost };
  }

  article(id: string, within: WireSpan, signal: AbortSignal): Promise<WireArticle> {
    return showPart(this.#options.assistant, id, within, signal);
  }

  /** The file of an article that is a PDF; `undefined` for any other. @throws PullquoteError `unknown-article` */
  pdf(id: string, signal: AbortSignal): Promise<Buffer | undefined> {
    return readPdf(this.#options.assistant, id, signal);
  }

  /** The answers of these numbers, every quote proved anew. */
  async export(
    ids: readonly number[],
    format: ExportFormat,
    signal: AbortSignal,
  ): Promise<string | Uint8Array | undefined> {
    const { assistant } = this.#options;
    const outcomes = this.#outcomes(ids);
    if (outcomes.length === 0) return undefined;
    const annotated = [];
    for (const outcome of outcomes) {
      annotated.push(await assistant.annotate(await assistant.reverify(outcome, signal), signal));
    }
    const { text, bytes } = renderExport(annotated, format);
    return bytes ?? text;
  }

  #outcomes(ids: readonly number[]): readonly AnswerOutcome[] {
    return ids.flatMap((id) => this.#kept.get(id)?.outcome ?? []);
  }

  #keep(asked: AskKind, outcome: AnswerOutcome, statements: Kept["statements"] = []): number {
    this.#last += 1;
    this.#kept.set(this.#last, { asked, outcome, statements, provedAt: new Date().toISOString() });
    this.#kept.delete(this.#last - MOST_KEPT);
    return this.#last;
  }

  #show(id: number): WireAnswer {
    const kept = this.#kept.get(id);
    if (kept === undefined) throw new Error(`no answer ${id} is kept`);
    const { asked, outcome, statements, provedAt } = kept;
    const picture = placeTimeline(statements.flatMap(({ days }) => days ?? []));
    return { id, asked, provedAt, ...presentAnswer(outcome), ...(picture && { picture }) };
  }
}

/** Those that are one file; Pandoc's citations want a second one beside it. */
const FORMATS: readonly ExportFormat[] = EXPORT_FORMATS.filter((format) => format !== "pandoc");

function toTurn({ question, understood, sources }: AnswerOutcome): Turn {
  const articleIds = sources.map(({ articleId }) => articleId);
  return { question, articleIds, ...(understood !== undefined && { understood }) };
}

function countQuotes(outcome: AnswerOutcome): number {
  return outcome.kind === "answer" ? outcome.quotes.length : 0;
}

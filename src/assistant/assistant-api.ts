// What an assistant can do, and the options of each call.

import type { StorageSettings } from "../adapters/object-stores/check-address.ts";
import type {
  AnnotatedOutcome,
  AnswerOutcome,
  AskEvent,
  SearchOutcome,
  ShownArticle,
} from "../core/answer.ts";
import type { AmendedDocuments, CheckedDocuments, ReplayedQuestion } from "../core/check.ts";
import type { EvaluationQuestion, EvaluationSubject } from "../core/evaluation.ts";
import type { WriterIdentity } from "../core/identity.ts";
import type { ArticleRecord, CopyGroup, IndexTotals, ListedArticle } from "../core/index-state.ts";
import type { IngestEvent } from "../core/ingest-event.ts";
import type { Concordance, Entity, SaidList, SpeakerCount } from "../core/listing.ts";
import type { Addition } from "../core/ports/additions.ts";
import type { ScanProgress } from "../core/ports/scan-reader.ts";
import type { Filters, Turn } from "../core/question.ts";
import type { Span } from "../core/span.ts";
import type { Timeline } from "../core/timeline.ts";
import type { AddOptions } from "../corpus/additions/add-articles.ts";
import type { ArticleNames } from "../corpus/count-names.ts";
import type { Columns } from "../corpus/formats/format.ts";
import type { AdoptOptions } from "../corpus/ingest/adopt-shards.ts";
import type { IngestOptions } from "../corpus/ingest/ingest-corpus.ts";
import type { WatchEvent } from "../corpus/ingest/watch-corpus.ts";
import type { IndexStatus } from "../corpus/review-index.ts";
import type { EvaluateOptions, EvaluationEvent } from "../evaluate/evaluate-settings.ts";
import type { PatternOptions } from "../lists/compile-pattern.ts";
import type { DocumentToCheck } from "../verify/check-documents.ts";
import type { ModelChoice } from "./choose-models.ts";

export interface AssistantOptions extends ModelChoice {
  /** Folder (or single file) of articles, or the address of a bucket's: `s3://bucket/prefix`, `az://container/prefix`. */
  readonly corpus: string;
  /** Folder that holds the index, or its address: `s3://bucket/prefix`, `az://container/prefix`. */
  readonly index: string;
  /** How these addresses are reached, such as `{ region: "eu-west-1" }`; never a secret. */
  readonly storage?: StorageSettings;
  /** Folder for copies of indexes that lie in buckets, with the text of their articles; none are made without it. */
  readonly cache?: string;
  /** Longest file that is read, in bytes. */
  readonly maxFileBytes?: number;
  /** Which columns of a table hold what, by the names of fields: `{ text: "story" }`. */
  readonly columns?: Columns;
  /** Whether text is recognised in scans; what was recognised earlier is read in any case. */
  readonly ocr?: boolean;
  /** Told before each page in which text is recognised: that takes seconds. */
  readonly onScan?: (progress: ScanProgress) => void;
  /** How likely it must be that the articles answer, 0 to 1; what ships unless given. */
  readonly minConfidence?: number;
}

export interface AskOptions {
  readonly filters?: Filters;
  /** Most quotes to show. */
  readonly limit?: number;
  readonly conversation?: readonly Turn[];
  /** The day that "now" and "last year" count from, `YYYY-MM-DD`; the clock's unless given. */
  readonly today?: string;
  readonly signal?: AbortSignal;
}

export interface SearchOptions extends Pick<AskOptions, "filters" | "limit" | "signal"> {
  /** Only passages that hold the query's words as they are, in any case and typography. */
  readonly exact?: boolean;
  /** Only passages of at least this score. */
  readonly minScore?: number;
}
/** What lists take: they read the folder's files, and need no index. */
export interface ListOptions {
  readonly filters?: Filters;
  /** The user's corrections of names, and the file that they are from. */
  readonly corrections?: { readonly text: string; readonly file: string };
  readonly signal?: AbortSignal;
}

export type GrepOptions = PatternOptions & Omit<ListOptions, "corrections">;

export type TimelineOptions = Omit<AskOptions, "conversation">;
export type CompareOptions = Omit<AskOptions, "conversation" | "limit">;

export interface FetchOptions extends AddOptions {
  /** Pages of this machine and of private networks are fetched too. */
  readonly allowPrivate?: boolean;
  /** Longest time for an address, in seconds; 30 unless given. */
  readonly timeout?: number;
}

/** Without a limit all that come after the id; without that from the first on. */
export interface ArticlesPage {
  readonly after?: string | undefined;
  readonly limit?: number;
}

export interface Assistant {
  /** Brings the index up to date with the folder; the last event is `done`. */
  index(options?: IngestOptions): AsyncIterable<IngestEvent>;
  /**
   * Takes in what `index` with a `part`, or anybody by docs/index-format.md, made at these folders or
   * addresses; the last event is `done`. A wrong one changes nothing.
   * @throws PullquoteError `bad-shard`
   */
  adopt(shards: readonly string[], options?: AdoptOptions): AsyncIterable<IngestEvent>;
  /**
   * Keeps the index up to date until the signal aborts: after each change that half a second of quiet
   * followed, and every `every` seconds (5 unless given) in any case.
   * @throws PullquoteError `interrupted` where the signal aborts while something is indexed
   */
  watch(options: {
    readonly every?: number;
    readonly signal: AbortSignal;
  }): AsyncIterable<WatchEvent>;
  /**
   * Saves pages by their addresses, and copies files by their paths, into the corpus's folder; the one call
   * that opens a connection, and only to what is named. The index is brought up to date by `index`.
   * @throws PullquoteError `interrupted` | `file-unwritable` | `disk-full`
   */
  add(names: readonly string[], options?: FetchOptions): AsyncIterable<Addition>;
  ask(question: string, options?: AskOptions): Promise<AnswerOutcome>;
  askEvents(question: string, options?: AskOptions): AsyncIterable<AskEvent>;
  /** Every position that articles take on the point of a question; no claims. */
  compare(question: string, options?: CompareOptions): Promise<AnswerOutcome>;
  /** The dated statements on a subject, the earliest first, each with its quote. */
  timeline(subject: string, options?: TimelineOptions): Promise<Timeline>;
  search(query: string, options?: SearchOptions): Promise<SearchOutcome>;
  /**
   * Measures rankings or answers on questions with known answers, one after the other; the last event
   * is `done` with the report.
   */
  evaluate(
    subject: EvaluationSubject,
    questions: readonly EvaluationQuestion[],
    options?: EvaluateOptions,
  ): AsyncIterable<EvaluationEvent>;
  /**
   * Every sentence that tells what somebody said, where the articles name them.
   * @throws PullquoteError `bad-config` for a correction that is none
   */
  quotes(speaker: string, options?: ListOptions): Promise<SaidList>;
  /** Everybody who is quoted by name. */
  speakers(options?: ListOptions): Promise<readonly SpeakerCount[]>;
  /**
   * Every sentence with a word, a phrase or an expression.
   * @throws PullquoteError `bad-setting` for a pattern that is none
   */
  grep(pattern: string, options?: GrepOptions): Promise<Concordance>;
  /** The people, bodies and places that are named, the most named first. */
  entities(options?: ListOptions): Promise<readonly Entity[]>;
  /** In the order of their ids, read as they are asked for; a page begins after an id. */
  articles(filters?: Filters, page?: ArticlesPage): AsyncIterable<ListedArticle>;
  /** Who publishes and writes the articles, and of which days they are. */
  names(filters?: Filters): Promise<ArticleNames>;
  /** Those of these ids that are indexed, in any order. */
  articlesOf(articleIds: readonly string[]): Promise<readonly ArticleRecord[]>;
  /** How much the index holds, which no article is read for; undefined where there is no index yet. */
  totals(): Promise<IndexTotals | undefined>;
  /** Groups of articles that carry the same text, whole or in part. */
  duplicates(filters?: Filters): Promise<readonly CopyGroup[]>;
  /** A whole article, or of a long one only the blocks that meet `within`. */
  show(articleId: string, signal?: AbortSignal, within?: Span): Promise<ShownArticle>;
  /** Mints an outcome that was kept earlier again, from today's files. */
  reverify(outcome: AnswerOutcome, signal?: AbortSignal): Promise<AnswerOutcome>;
  /** An outcome with the paragraph of each of its quotes, from today's files, for a page. */
  annotate(outcome: AnswerOutcome, signal?: AbortSignal): Promise<AnnotatedOutcome>;
  /** The verdict on every quotation of documents; needs no index. */
  check(documents: readonly DocumentToCheck[], signal?: AbortSignal): Promise<CheckedDocuments>;
  /**
   * Holds the quotes of checked documents against what was saved since from the addresses of their
   * articles: what reads otherwise there is `altered`, what is gone `withdrawn`.
   */
  compareSaved(
    checked: CheckedDocuments,
    documents: readonly DocumentToCheck[],
    signal?: AbortSignal,
  ): Promise<CheckedDocuments>;
  /**
   * Asks each question of an export again, with its filters and limit and today's articles and models.
   * @throws PullquoteError `no-proof`, and what `ask` throws
   */
  replay(document: DocumentToCheck, signal?: AbortSignal): AsyncIterable<ReplayedQuestion>;
  /** What of documents can be rewritten without touching a quote's words; writes nothing. */
  amend(documents: readonly DocumentToCheck[], signal?: AbortSignal): Promise<AmendedDocuments>;
  status(signal?: AbortSignal): Promise<IndexStatus>;
  /** Takes articles out of the index (not out of the folder) until they change or it is rebuilt. */
  forget(articleIds: readonly string[]): Promise<void>;
  destroyIndex(): Promise<void>;
  /**
   * Lets another model write from now on; the one before stays when that one cannot be opened.
   * @throws PullquoteError `bad-setting` | `writer-failed` | `provider-missing` | `interrupted`
   */
  useModel(name: string, signal?: AbortSignal): Promise<WriterIdentity>;
  close(): Promise<void>;
}

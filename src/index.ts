// The public library API.

export { type CheckedModel, checkModel } from "./adapters/builtin/model-files.ts";
export { isRemotePlace, type StorageSettings } from "./adapters/object-stores/check-address.ts";
export { findRemotePlace } from "./adapters/object-stores/open-bucket.ts";
export { openAssistant } from "./assistant/assistant.ts";
export type {
  AskOptions,
  Assistant,
  AssistantOptions,
  CompareOptions,
  FetchOptions,
  GrepOptions,
  ListOptions,
  SearchOptions,
  TimelineOptions,
} from "./assistant/assistant-api.ts";
export {
  findRemoteServices,
  type ModelChoice,
  type RemoteService,
} from "./assistant/choose-models.ts";
export {
  checkModels,
  listUsableModels,
  type ModelCheck,
  type ModelReport,
  PROMPT_NAMES,
  previewPrompt,
  type UsableModel,
} from "./assistant/usable-models.ts";
export type {
  Abstention,
  AnnotatedOutcome,
  Answer,
  AnswerOutcome,
  AskEvent,
  Claim,
  Excerpt,
  FoundPassage,
  Quote,
  RejectedQuote,
  SearchOutcome,
  ShownArticle,
  Source,
} from "./core/answer.ts";
export type { ArticleMetadata } from "./core/article.ts";
export {
  type AmendedDocument,
  type AmendedDocuments,
  type CheckedDocument,
  type CheckedDocuments,
  type DocumentNote,
  type Edit,
  type LocatedFinding,
  passes,
  passesWhole,
  type Quotation,
  type ReplayedDocument,
  type ReplayedQuestion,
  type ReplayedQuote,
  type Verdict,
} from "./core/check.ts";
export type {
  Comparison,
  ComparisonVerdict,
  DifferenceReason,
  Position,
} from "./core/comparison.ts";
export { type ErrorCode, PullquoteError } from "./core/errors.ts";
export type {
  EvaluationQuestion,
  EvaluationReport,
  EvaluationSubject,
  MissingEvidence,
} from "./core/evaluation.ts";
export type { Searched } from "./core/evidence.ts";
export type { ModelOptions, WriterIdentity } from "./core/identity.ts";
export type {
  ArticleRecord,
  CopyGroup,
  CorpusPart,
  IndexState,
  IndexTotals,
  ListedArticle,
} from "./core/index-state.ts";
export type {
  IngestEvent,
  IngestSummary,
  OtherKind,
  SkippedSource,
  StopReason,
} from "./core/ingest-event.ts";
export type {
  Concordance,
  Entity,
  EntityKind,
  SaidList,
  SaidSentence,
  SpeakerCount,
} from "./core/listing.ts";
export type { Addition, Refusal } from "./core/ports/additions.ts";
export type { PromptMessage, PromptName } from "./core/ports/prompt-renderer.ts";
export type { ProofFile } from "./core/proof.ts";
export type { Filters, Turn } from "./core/question.ts";
export type { Span } from "./core/span.ts";
export type { DaySpan } from "./core/time.ts";
export type { Timeline, TimelineStatement } from "./core/timeline.ts";
export type { ArticleNames, NameCount } from "./corpus/count-names.ts";
export { type Columns, TABLE_FIELDS } from "./corpus/formats/format.ts";
export type { AdoptOptions } from "./corpus/ingest/adopt-shards.ts";
export type { IngestOptions } from "./corpus/ingest/ingest-corpus.ts";
export { describeOtherKinds } from "./corpus/ingest/list-sources.ts";
export type { WatchEvent } from "./corpus/ingest/watch-corpus.ts";
export type { IndexStatus } from "./corpus/review-index.ts";
export type { EvaluateOptions, EvaluationEvent } from "./evaluate/evaluate-settings.ts";
export { type ParsedQuestions, parseQuestions } from "./evaluate/parse-questions.ts";
export { renderComparisonCsv } from "./export/describe-comparison.ts";
export { describeFilters } from "./export/describe-search.ts";
export { EXPORT_FORMATS, EXPORT_TABLE, type ExportFormat } from "./export/export-formats.ts";
export { encodePath } from "./export/link-to-words.ts";
export {
  type PresentedAnswer,
  type PresentedClaim,
  presentAnswer,
  presentClaim,
  renderToPaste,
} from "./export/present-answer.ts";
export {
  type FoundExcerpts,
  type Json,
  projectAnswer,
  projectEvent,
  projectReplay,
  projectSearch,
} from "./export/project-json.ts";
export {
  projectEvaluation,
  renderEvaluation,
  renderEvaluationMarkdown,
} from "./export/render-evaluation.ts";
export {
  type BesideExport,
  type RenderedExport,
  renderExport,
} from "./export/render-export.ts";
export {
  renderConcordance,
  renderEntities,
  renderFound,
  renderMerges,
  renderSaid,
} from "./export/render-lists.ts";
export { appendSession, renderMarkdown } from "./export/render-markdown.ts";
export { addressQuote, renderBlockPlace, renderSources } from "./export/render-sources.ts";
export {
  renderAfterClaims,
  renderClaim,
  renderExcerpt,
  renderTerminal,
  renderUnderstood,
  renderWeakness,
} from "./export/render-terminal.ts";
export {
  placeTimeline,
  projectTimeline,
  renderTimeline,
  type TimelinePicture,
} from "./export/render-timeline.ts";
export { renderTsv } from "./export/render-tsv.ts";
export {
  reflowForTerminal,
  renderText,
  sanitizeTerminal,
  type TerminalForm,
} from "./export/terminal-text.ts";
export { checkQuestion, LONGEST_QUESTION } from "./question/read-question.ts";
export { MIN_CONFIDENCE } from "./search/mixture.ts";
export { RANKING_NAMES, type RankingName } from "./search/name-rankings.ts";
export { foldName } from "./text/fold-name.ts";
export type { DocumentToCheck } from "./verify/check-documents.ts";
export { listChanges } from "./verify/edits.ts";
export { findProofFiles } from "./verify/find-beside.ts";
export { readWordDocument } from "./verify/read-word.ts";
export {
  projectCheck,
  reportGithub,
  reportJunit,
  reportSarif,
} from "./verify/report/report-machine.ts";
export { describeReplay, reportReplay } from "./verify/report/report-replay.ts";
export { reportText } from "./verify/report/report-text.ts";

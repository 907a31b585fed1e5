// The public library API.

export { type CheckedModel, checkModel } from "./adapters/builtin/check-model.ts";
export { openAssistant } from "./assistant/assistant.ts";
export type {
  AskOptions,
  Assistant,
  AssistantOptions,
  CompareOptions,
  SearchOptions,
  TimelineOptions,
} from "./assistant/assistant-api.ts";
export type { ModelChoice } from "./assistant/choose-models.ts";
export { findRemoteServices, type RemoteService } from "./assistant/remote-services.ts";
export {
  checkModels,
  listUsableModels,
  type ModelCheck,
  type ModelReport,
  PROMPT_NAMES,
  previewPrompt,
  type UsableModel,
} from "./assistant/usable-models.ts";
export type { AmendedDocument, AmendedDocuments, Edit } from "./core/amendment.ts";
export type { AnnotatedOutcome } from "./core/annotated.ts";
export type {
  Abstention,
  Answer,
  AnswerOutcome,
  Claim,
  Excerpt,
  Quote,
  RejectedQuote,
  Source,
} from "./core/answer.ts";
export type { ArticleMetadata } from "./core/article.ts";
export type { AskEvent } from "./core/ask-event.ts";
export {
  type CheckedDocument,
  type CheckedDocuments,
  type DocumentNote,
  type LocatedFinding,
  passes,
  passesWhole,
  type Quotation,
  type Verdict,
} from "./core/check.ts";
export type {
  Comparison,
  ComparisonVerdict,
  DifferenceReason,
  Position,
} from "./core/comparison.ts";
export type { CopyGroup } from "./core/copy-group.ts";
export { type ErrorCode, PullquoteError } from "./core/errors.ts";
export type {
  EvaluationQuestion,
  EvaluationReport,
  EvaluationSubject,
  MissingEvidence,
} from "./core/evaluation.ts";
export type { Searched } from "./core/evidence.ts";
export type { WriterIdentity } from "./core/identity.ts";
export type { ArticleRecord, IndexState } from "./core/index-state.ts";
export type {
  IngestEvent,
  IngestSummary,
  SkippedSource,
  StopReason,
} from "./core/ingest-event.ts";
export type { ModelOptions } from "./core/model-options.ts";
export type { PromptMessage, PromptName } from "./core/ports/prompt-renderer.ts";
export type { Filters, Turn } from "./core/question.ts";
export type { ReplayedDocument, ReplayedQuestion, ReplayedQuote } from "./core/replay.ts";
export type { FoundPassage, SearchOutcome, ShownArticle } from "./core/search.ts";
export type { Span } from "./core/span.ts";
export type { DaySpan } from "./core/time.ts";
export type { Timeline, TimelineStatement } from "./core/timeline.ts";
export type { IngestOptions } from "./corpus/ingest/ingest-corpus.ts";
export type { IndexStatus } from "./corpus/review-index.ts";
export type { EvaluateOptions, EvaluationEvent } from "./evaluate/evaluate-settings.ts";
export { type ParsedQuestions, parseQuestions } from "./evaluate/parse-questions.ts";
export { renderComparisonCsv } from "./export/comparison-csv.ts";
export type { Json } from "./export/json.ts";
export type { TerminalForm } from "./export/paint-lines.ts";
export {
  type FoundExcerpts,
  projectAnswer,
  projectSearch,
} from "./export/project-json.ts";
export { projectReplay } from "./export/project-replay.ts";
export {
  projectEvaluation,
  renderEvaluation,
  renderEvaluationMarkdown,
} from "./export/render-evaluation.ts";
export {
  EXPORT_FORMATS,
  type ExportFormat,
  type RenderedExport,
  renderExport,
} from "./export/render-export.ts";
export { appendSession, renderMarkdown } from "./export/render-markdown.ts";
export { renderSources } from "./export/render-sources.ts";
export {
  renderAfterClaims,
  renderClaim,
  renderExcerpt,
  renderTerminal,
  renderUnderstood,
  renderWeakness,
} from "./export/render-terminal.ts";
export { renderText } from "./export/render-text.ts";
export { projectTimeline, renderTimeline } from "./export/render-timeline.ts";
export { reflowForTerminal, sanitizeTerminal } from "./export/sanitize-terminal.ts";
export { MIN_CONFIDENCE } from "./search/mixture.ts";
export { RANKING_NAMES, type RankingName } from "./search/name-rankings.ts";
export { listChanges } from "./verify/amend/list-changes.ts";
export type { DocumentToCheck } from "./verify/check-documents.ts";
export { projectCheck } from "./verify/report/project-check.ts";
export { reportGithub, reportJunit, reportSarif } from "./verify/report/report-machine.ts";
export { describeReplay, reportReplay } from "./verify/report/report-replay.ts";
export { reportText } from "./verify/report/report-text.ts";

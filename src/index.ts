// The public library API.

export { type CheckedModel, checkModel } from "./adapters/builtin/check-model.ts";
export { openAssistant } from "./assistant.ts";
export type {
  AskOptions,
  Assistant,
  AssistantOptions,
  CompareOptions,
  SearchOptions,
  TimelineOptions,
} from "./assistant-api.ts";
export type { ModelChoice } from "./choose-models.ts";
export type { DocumentToCheck } from "./flows/check-documents.ts";
export type { EvaluateOptions, EvaluationEvent } from "./flows/evaluate/evaluate-settings.ts";
export type { IngestOptions } from "./flows/ingest-corpus.ts";
export type { IndexStatus } from "./flows/review-index.ts";
export type { AmendedDocument, AmendedDocuments, Edit } from "./model/amendment.ts";
export type { AnnotatedOutcome } from "./model/annotated.ts";
export type {
  Abstention,
  Answer,
  AnswerOutcome,
  Claim,
  Excerpt,
  Quote,
  RejectedQuote,
  Source,
} from "./model/answer.ts";
export type { ArticleMetadata } from "./model/article.ts";
export type { AskEvent } from "./model/ask-event.ts";
export {
  type CheckedDocument,
  type CheckedDocuments,
  type DocumentNote,
  type LocatedFinding,
  passes,
  type Quotation,
  type Verdict,
} from "./model/check.ts";
export type {
  Comparison,
  ComparisonVerdict,
  DifferenceReason,
  Position,
} from "./model/comparison.ts";
export type { CopyGroup } from "./model/copy-group.ts";
export { type ErrorCode, PullquoteError } from "./model/errors.ts";
export type {
  EvaluationQuestion,
  EvaluationReport,
  EvaluationSubject,
  MissingEvidence,
} from "./model/evaluation.ts";
export type { Searched } from "./model/evidence.ts";
export type { WriterIdentity } from "./model/identity.ts";
export type { ArticleRecord, IndexState } from "./model/index-state.ts";
export type {
  IngestEvent,
  IngestSummary,
  SkippedSource,
  StopReason,
} from "./model/ingest-event.ts";
export type { ModelOptions } from "./model/model-options.ts";
export type { Filters, Turn } from "./model/question.ts";
export type { ReplayedDocument, ReplayedQuestion, ReplayedQuote } from "./model/replay.ts";
export type { FoundPassage, SearchOutcome, ShownArticle } from "./model/search.ts";
export type { Span } from "./model/span.ts";
export type { DaySpan } from "./model/time.ts";
export type { Timeline, TimelineStatement } from "./model/timeline.ts";
export type { PromptMessage, PromptName } from "./ports/prompt-renderer.ts";
export { findRemoteServices, type RemoteService } from "./remote-services.ts";
export { MIN_CONFIDENCE } from "./search/mixture.ts";
export { RANKING_NAMES, type RankingName } from "./search/name-rankings.ts";
export { listChanges } from "./stages/amend/list-changes.ts";
export { type ParsedQuestions, parseQuestions } from "./stages/evaluate/parse-questions.ts";
export { renderComparisonCsv } from "./stages/render/comparison-csv.ts";
export type { Json } from "./stages/render/json.ts";
export type { TerminalForm } from "./stages/render/paint-lines.ts";
export {
  type FoundExcerpts,
  projectAnswer,
  projectSearch,
} from "./stages/render/project-json.ts";
export { projectReplay } from "./stages/render/project-replay.ts";
export {
  projectEvaluation,
  renderEvaluation,
  renderEvaluationMarkdown,
} from "./stages/render/render-evaluation.ts";
export {
  EXPORT_FORMATS,
  type ExportFormat,
  type RenderedExport,
  renderExport,
} from "./stages/render/render-export.ts";
export { appendSession, renderMarkdown } from "./stages/render/render-markdown.ts";
export { renderSources } from "./stages/render/render-sources.ts";
export {
  renderAfterClaims,
  renderClaim,
  renderExcerpt,
  renderTerminal,
  renderUnderstood,
  renderWeakness,
} from "./stages/render/render-terminal.ts";
export { renderText } from "./stages/render/render-text.ts";
export { projectTimeline, renderTimeline } from "./stages/render/render-timeline.ts";
export { reflowForTerminal, sanitizeTerminal } from "./stages/render/sanitize-terminal.ts";
export { projectCheck } from "./stages/report/project-check.ts";
export { reportGithub, reportJunit, reportSarif } from "./stages/report/report-machine.ts";
export { describeReplay, reportReplay } from "./stages/report/report-replay.ts";
export { reportText } from "./stages/report/report-text.ts";
export {
  checkModels,
  listUsableModels,
  type ModelCheck,
  type ModelReport,
  PROMPT_NAMES,
  previewPrompt,
  type UsableModel,
} from "./usable-models.ts";

// Nothing → the fields that each command's JSON has, and those that a list's line has in a pipe.

export const SEARCH_COLUMNS: readonly string[] = [
  ...["articleId", "publisher", "published", "start", "end", "score", "text"],
];

export const ARTICLE_COLUMNS: readonly string[] = [
  ...["articleId", "title", "publisher", "author", "published", "words"],
];

/** Groups of copies, a line an article: `group` counts from 1. */
export const COPY_COLUMNS: readonly string[] = [
  ...["group", "independent", "articleId", "title", "publisher", "published"],
];

export const ARTICLE_FIELDS: readonly string[] = ["url", "path", "sha256", "passages", "metadata"];

export const STATUS_FIELDS: readonly string[] = [
  ...["corpus", "index", "corpusExists", "stateFolder", "configFile", "state", "articles"],
  ...["passages", "files", "skipped", "otherKinds", "pending", "settings"],
];

export const EVALUATION_FIELDS: readonly string[] = [
  ...["kind", "subject", "questions", "settings", "comparisons", "missing"],
];

/** What an index run tells. */
export const RUN_FIELDS: readonly string[] = [
  ...["corpus", "index", "corpusExists", "added", "changed", "moved", "removed", "skipped"],
  ...["otherKinds", "forgotten", "doubts", "unchanged", "articles", "passages"],
  ...["embeddedPassages", "complete", "stopped"],
];

/** Of an answer, an abstention and a comparison. */
export const ANSWER_FIELDS: readonly string[] = [
  ...["kind", "question", "understood", "reason", "detail", "closest", "claims", "quotes"],
  ...["comparison", "time", "sources", "independentSources", "oneVoice", "rejected", "notes"],
  ...["searched", "confidence", "writer", "embedder"],
];

export const TIMELINE_COLUMNS: readonly string[] = [
  ...["from", "to", "basis", "written", "articleId", "publisher", "start", "end", "text"],
];

/** Models that fit the machine, a line each. */
export const RECOMMENDED_COLUMNS: readonly string[] = ["name", "gigabytes", "licence"];

/** Named sessions, a line each. */
export const SESSION_FIELDS: readonly string[] = [
  ...["name", "changed", "questions", "corpus", "last"],
];

/** Publishers, a line each. */
export const PUBLISHER_COLUMNS: readonly string[] = ["publisher", "count", "first", "last"];

export const SAID_COLUMNS: readonly string[] = [
  ...["speaker", "published", "publisher", "articleId", "line", "start", "end", "speech", "verb"],
  ...["copies", "text"],
];

export const SPEAKER_COLUMNS: readonly string[] = [
  ...["speaker", "kind", "direct", "indirect", "count"],
];

export const MATCH_COLUMNS: readonly string[] = [
  ...["articleId", "publisher", "published", "line", "start", "end", "match", "text"],
];

export const COUNT_COLUMNS: readonly string[] = [
  ...["articleId", "publisher", "published", "matches", "sentences"],
];

export const ENTITY_COLUMNS: readonly string[] = [
  ...["name", "kind", "articles", "mentions", "aliases"],
];

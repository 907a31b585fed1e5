// The one kind of error: a code, what happened, and the command that mends it.

export type ErrorCode =
  | "no-corpus"
  | "empty-corpus"
  | "corpus-unreadable"
  | "no-index"
  | "index-newer-schema"
  | "index-older-schema"
  | "index-damaged"
  | "index-failed"
  | "index-locked"
  | "index-read-only"
  | "index-other-corpus"
  | "bad-shard"
  | "embedder-mismatch"
  | "embedder-failed"
  | "model-missing"
  | "model-damaged"
  | "writer-failed"
  | "ocr-failed"
  | "prompt-too-long"
  | "bad-prompt"
  | "provider-missing"
  | "question-empty"
  | "question-too-long"
  | "bad-questions"
  | "bad-setting"
  | "bad-config"
  | "file-exists"
  | "file-unreadable"
  | "file-unwritable"
  | "disk-full"
  | "unknown-article"
  | "no-answer-kept"
  | "no-proof"
  | "interrupted"
  | "unexpected";

export interface ErrorFields {
  readonly code: ErrorCode;
  readonly message: string;
  /** The exact command to run next, or the exact change to make. */
  readonly hint?: string;
  readonly cause?: unknown;
}

export class PullquoteError extends Error {
  override readonly name: string = "PullquoteError";
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(fields: ErrorFields) {
    super(fields.message, fields.cause === undefined ? undefined : { cause: fields.cause });
    this.code = fields.code;
    this.hint = fields.hint;
  }
}

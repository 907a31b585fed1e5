// The port of a writer: evidence in; claims, or a refusal, out, each as soon as it is known.

import type { DraftPart } from "../draft.ts";
import type { Evidence } from "../evidence.ts";
import type { WriterIdentity } from "../identity.ts";
import type { Turn } from "../question.ts";

export interface AnswerWriter {
  readonly identity: WriterIdentity;
  /**
   * Claims in the order to be shown, each as soon as it is known; or one abstention.
   * @throws PullquoteError `writer-failed` | `interrupted`
   */
  draft(evidence: Evidence, signal?: AbortSignal): AsyncIterable<DraftPart>;
  /**
   * A follow-up question so that it can be understood alone; undefined when it cannot say. Absent
   * for a writer that has no words of its own.
   * @throws PullquoteError `writer-failed` | `interrupted`
   */
  restate?(
    question: string,
    conversation: readonly Turn[],
    signal?: AbortSignal,
  ): Promise<string | undefined>;
  close(): Promise<void>;
}

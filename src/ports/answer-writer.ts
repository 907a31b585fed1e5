// Evidence in, draft out.

import type { DraftPart } from "../model/draft.ts";
import type { Evidence } from "../model/evidence.ts";
import type { WriterIdentity } from "../model/identity.ts";

export interface AnswerWriter {
  readonly identity: WriterIdentity;
  /**
   * Claims in the order to be shown, each as soon as it is known; or one abstention.
   * @throws PullquoteError `writer-failed` | `interrupted`
   */
  draft(evidence: Evidence, signal?: AbortSignal): AsyncIterable<DraftPart>;
  close(): Promise<void>;
}

// A store → the right to write it, or why not; tells when it has to wait.

import type { IngestEvent } from "../../core/ingest-event.ts";
import type { LockOutcome, PassageStore } from "../../core/ports/passage-store.ts";

/** @throws PullquoteError `interrupted` when the signal aborts the wait */
export async function* lockIndex(
  store: PassageStore,
  wait: boolean,
  signal: AbortSignal | undefined,
): AsyncGenerator<IngestEvent, LockOutcome> {
  const first = await store.lockForWriting({ wait: false, signal });
  if (first.kind === "locked" || first.reason !== "index-locked" || !wait) return first;
  yield { kind: "waiting" };
  return await store.lockForWriting({ wait: true, signal });
}

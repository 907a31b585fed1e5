// Writers in one process → one at a time, in the order they came.

import { PullquoteError } from "../../src/core/errors.ts";
import type { LockOptions, LockOutcome } from "../../src/core/ports/passage-store.ts";

export class WriteQueue {
  #busy = false;
  readonly #waiting: (() => void)[] = [];

  async lock({ wait, signal }: LockOptions): Promise<LockOutcome> {
    if (signal?.aborted === true) throw reportInterrupted();
    if (this.#busy && !wait)
      return { kind: "refused", reason: "index-locked", error: reportLocked() };
    while (this.#busy) await this.#turn(signal);
    this.#busy = true;
    let released = false;
    const release = async (): Promise<void> => {
      if (released) return;
      released = true;
      this.#busy = false;
      this.#waiting.shift()?.();
    };
    return { kind: "locked", release };
  }

  #turn(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const onTurn = (): void => {
        signal?.removeEventListener("abort", onAbort);
        resolve();
      };
      const onAbort = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(onTurn), 1);
        reject(reportInterrupted());
      };
      this.#waiting.push(onTurn);
      signal?.addEventListener("abort", onAbort, { once: true });
    });
  }
}

function reportInterrupted(): PullquoteError {
  return new PullquoteError({
    code: "interrupted",
    message: "Interrupted while waiting for another writer of this index.",
  });
}

function reportLocked(): PullquoteError {
  return new PullquoteError({
    code: "index-locked",
    message: "Another run is writing the index in memory.",
    hint: "Wait until it is done",
  });
}

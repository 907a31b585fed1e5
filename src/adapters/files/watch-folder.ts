// A folder → a sign after each change in it that quiet followed, and one every so often: systems lose events.

import { isRemotePlace } from "../object-stores/check-address.ts";

/** So long nothing may change before a change is told: programs save in several steps. */
const QUIET_MS = 500;

export interface WatchOptions {
  /** Longest time between two signs. */
  readonly sweepMs: number;
  /** Whether the system's events are listened to; without them only the sweep gives signs. */
  readonly events?: boolean;
}

/** Seconds between two looks; each at a bucket lists it, which is a request for a thousand objects. */
const DEFAULT_SWEEP = { folder: 5, bucket: 60 };

/** A folder, or a bucket, which gives no events. */
export function watchPlace(
  place: string,
  every: number | undefined,
  signal: AbortSignal,
): AsyncGenerator<void> {
  const isBucket = isRemotePlace(place);
  const sweep = every ?? (isBucket ? DEFAULT_SWEEP.bucket : DEFAULT_SWEEP.folder);
  return watchFolder(place, { sweepMs: sweep * 1000, events: !isBucket }, signal);
}

/** Ends when the signal aborts. Where events cannot be had, the sweep alone gives signs. */
export async function* watchFolder(
  folder: string,
  { sweepMs, events = true }: WatchOptions,
  signal: AbortSignal,
): AsyncGenerator<void> {
  const bell = new Bell();
  const stop = (): void => bell.ring();
  signal.addEventListener("abort", stop);
  const leave = events ? await listen(folder, () => bell.ring()) : undefined;
  try {
    while (!signal.aborted) {
      const began = Date.now();
      // Where something changes all the time, the sweep's turn comes all the same.
      for (
        let isRung = await bell.wait(sweepMs);
        isRung && !signal.aborted && Date.now() - began < 2 * sweepMs;
      ) {
        isRung = await bell.wait(QUIET_MS);
      }
      if (!signal.aborted) yield;
    }
  } finally {
    signal.removeEventListener("abort", stop);
    await leave?.();
  }
}

/** The package is optional; some folders (network drives) and full tables of watches refuse. */
async function listen(
  folder: string,
  tell: () => void,
): Promise<(() => Promise<void>) | undefined> {
  try {
    const { subscribe } = await import("@parcel/watcher");
    const subscription = await subscribe(folder, tell, { ignore: ["**/.*", "**/node_modules"] });
    return () => subscription.unsubscribe().catch(() => undefined);
  } catch {
    return undefined;
  }
}

/** Rings that come while nobody waits are heard by the next who does. */
class Bell {
  #isRung = false;
  #wake: (() => void) | undefined;

  ring(): void {
    this.#isRung = true;
    this.#wake?.();
  }

  /** @returns whether it rang before the time was over */
  async wait(ms: number): Promise<boolean> {
    if (!this.#isRung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#wake = undefined;
    const isRung = this.#isRung;
    this.#isRung = false;
    return isRung;
  }
}

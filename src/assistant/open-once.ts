// What costs time to open → opened once, when first needed; runs that exclude one another → one after the other.

interface OpenedOnce<T> {
  get(signal?: AbortSignal): Promise<T>;
  opened(): Promise<T | undefined>;
}

/**
 * Opens at the first call that needs it; a failed opening is tried again by the next one. `opened` is
 * what was opened already, if anything was.
 */
export function openOnce<T>(open: (signal?: AbortSignal) => Promise<T>): OpenedOnce<T> {
  let pending: Promise<T> | undefined;
  return {
    get(signal?: AbortSignal): Promise<T> {
      pending ??= open(signal).catch((error: unknown) => {
        pending = undefined;
        throw error;
      });
      return pending;
    },
    opened: async (): Promise<T | undefined> => pending?.catch(() => undefined),
  };
}

/** Runs of one index one after the other: of two at once the second would find it locked. */
export function takeTurns(): <T>(run: () => AsyncIterable<T>) => AsyncGenerator<T> {
  let last: Promise<void> = Promise.resolve();
  return async function* <T>(run: () => AsyncIterable<T>): AsyncGenerator<T> {
    const before = last;
    let end = (): void => undefined;
    last = new Promise((resolve) => {
      end = resolve;
    });
    try {
      await before;
      yield* run();
    } finally {
      end();
    }
  };
}

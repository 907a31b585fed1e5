// Article ids → the index without them, and tombstones that keep their files out.

import { PullquoteError } from "../core/errors.ts";
import type { PassageStore } from "../core/ports/passage-store.ts";

/**
 * The files stay where they are; a file of the same content stays out until the index is rebuilt.
 * @throws PullquoteError `unknown-article`, before anything is taken out
 */
export async function forgetArticles(
  store: PassageStore,
  articleIds: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  const lock = await store.lockForWriting({ wait: true, signal });
  if (lock.kind === "refused") throw lock.error;
  try {
    const records = new Map((await store.records()).map((record) => [record.id, record]));
    const tombstones = articleIds.map((id) => {
      const record = records.get(id);
      if (record === undefined) throw reportUnknown(id);
      const { sha256, size, modified, file } = record;
      return { id, sha256, size, modified, ...(file !== undefined && { file }) };
    });
    await store.forget(tombstones);
    if (tombstones.length > 0) await store.optimize();
  } finally {
    await lock.release();
  }
}

function reportUnknown(id: string): PullquoteError {
  return new PullquoteError({
    code: "unknown-article",
    message: `There is no article ${id} in the index.`,
    hint: "pullquote articles",
  });
}

// Article ids → the index without them, and tombstones that keep their files out.

import { PullquoteError } from "../core/errors.ts";
import type { ArticleRecord, IndexedFile, Tombstone } from "../core/index-state.ts";
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
    const ids = findNamed(articleIds, await store.files());
    const tombstones = (await store.recordsOf(ids)).map(makeTombstone);
    await store.forget(tombstones);
    if (tombstones.length > 0) await store.optimize();
  } finally {
    await lock.release();
  }
}

/** The id itself, else the only one that is the same in another Unicode form. */
function findNamed(names: readonly string[], files: readonly IndexedFile[]): readonly string[] {
  const known = new Set(files.flatMap(({ articles }) => articles.map(({ id }) => id)));
  const found = names.map((name) => {
    if (known.has(name)) return name;
    const same = [...known].filter((id) => id.normalize("NFC") === name.normalize("NFC"));
    return same.length === 1 ? same[0] : undefined;
  });
  const unknown = names.filter((_, at) => found[at] === undefined);
  if (unknown.length === 0) return [...new Set(found.flatMap((id) => id ?? []))];
  throw new PullquoteError({
    code: "unknown-article",
    message: `Not in the index: ${unknown.join(", ")}. Nothing was removed.`,
    hint: "List the names with: pullquote articles",
  });
}

function makeTombstone({ id, sha256, size, modified, file }: ArticleRecord): Tombstone {
  return { id, sha256, size, modified, ...(file !== undefined && { file }) };
}

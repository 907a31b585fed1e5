// The index → which articles it holds, as one digest.

import type { CorpusIdentity } from "../core/identity.ts";
import type { DigestText } from "../core/ports/article-source.ts";
import type { PassageStore } from "../core/ports/passage-store.ts";

/** The same for the same articles, in whatever order they were indexed. @throws PullquoteError `no-index` */
export async function identifyCorpus(
  store: PassageStore,
  digest: DigestText,
): Promise<CorpusIdentity> {
  const records = await store.records();
  const lines = records
    .map(({ id, sha256 }) => ({ id, line: `${sha256}  ${id}\n` }))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ line }) => line);
  return { articles: records.length, sha256: digest(lines.join("")) };
}

// Records in memory and conditions → what of them is asked for.

import { createHash } from "node:crypto";
import type { Searched } from "../../src/core/evidence.ts";
import type { ArticleRecord, IndexTotals } from "../../src/core/index-state.ts";
import { listTraces, type TraceHolder } from "../../src/core/lineage.ts";
import type { ArticleScope } from "../../src/core/ports/passage-store.ts";
import { listDigests } from "../../src/corpus/review-index.ts";
import { filterRecords } from "../../src/search/scope-articles.ts";

export function countRecords(records: readonly ArticleRecord[]): IndexTotals {
  const lines = [...listDigests(records)].join("");
  return {
    articles: records.length,
    passages: records.reduce((sum, { passages }) => sum + passages, 0),
    sha256: createHash("sha256").update(lines).digest("hex"),
  };
}

export function measureScope(records: readonly ArticleRecord[], scope: ArticleScope): Searched {
  const { since, until, ...named } = scope ?? {};
  const isDated = since !== undefined || until !== undefined;
  const met = filterRecords(records, scope);
  const undated = filterRecords(records, named).filter(
    ({ metadata }) => metadata.published === undefined,
  );
  return {
    articles: met.length,
    passages: met.reduce((sum, { passages }) => sum + passages, 0),
    undated: isDated ? undated.length : 0,
  };
}

export function listNewest(
  records: readonly ArticleRecord[],
  limit: number,
  scope: ArticleScope,
): readonly ArticleRecord[] {
  const timeOf = ({ metadata }: ArticleRecord): string => metadata.published?.value ?? "";
  const compareIds = (one: ArticleRecord, other: ArticleRecord): number =>
    one.id < other.id ? -1 : 1;
  return filterRecords(records, scope)
    .toSorted((one, other) => {
      const [left, right] = [timeOf(one), timeOf(other)];
      if (left === right) return compareIds(one, other);
      return left < right ? 1 : -1;
    })
    .slice(0, limit);
}

export function listHolders(
  records: readonly ArticleRecord[],
  wanted: ReadonlySet<number>,
): readonly TraceHolder[] {
  return records.flatMap(({ id, lineage }) =>
    (lineage === undefined ? [] : listTraces(lineage))
      .filter((trace) => wanted.has(trace))
      .map((trace) => ({ trace, articleId: id })),
  );
}

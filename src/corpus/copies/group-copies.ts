// Records → groups of articles that copy one another.

import type { ArticleRecord, CopiedRecord, CopyGroup } from "../../core/index-state.ts";
import { countIndependent } from "./count-independent.ts";
import { findCopies } from "./find-copies.ts";
import { toTraced } from "./to-traced.ts";

/** Groups in the order of their first article, articles in their own; those without a copy are left out. */
export function groupCopies(records: readonly ArticleRecord[]): readonly CopyGroup[] {
  const copies = findCopies(records.flatMap((record) => toTraced(record) ?? []));
  const placeOf = new Map(records.map(({ id }, place) => [id, place]));
  const grouped = new Set<string>();
  const groups: CopyGroup[] = [];
  for (const { id } of records) {
    if (grouped.has(id) || !copies.has(id)) continue;
    const joined = collectJoined(id, copies);
    for (const member of joined) grouped.add(member);
    const places = [...joined].flatMap((member) => placeOf.get(member) ?? []);
    const articles = places
      .sort((one, other) => one - other)
      .flatMap((place) => records[place] ?? [])
      .map((record): CopiedRecord => ({ record, copies: copies.get(record.id) ?? [] }));
    const counted = articles.map((article) => ({ id: article.record.id, copies: article.copies }));
    groups.push({ articles, independent: countIndependent(counted) });
  }
  return groups;
}

function collectJoined(
  first: string,
  copies: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const joined = new Set([first]);
  for (const id of joined) for (const copy of copies.get(id) ?? []) joined.add(copy);
  return joined;
}

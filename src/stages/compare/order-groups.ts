// Positions → the order in which they are shown.

import type { StatementGroup } from "./group-statements.ts";

/**
 * What is so before what was so, then what more articles say, then as they come; who says so and who
 * says otherwise stand together.
 */
export function orderGroups(groups: readonly StatementGroup[]): readonly StatementGroup[] {
  const first = groups[0]?.lead.value;
  const isTurned = (group: StatementGroup): boolean => {
    const { value } = group.lead;
    return value.kind === "speaker" && first?.kind === "speaker" && value.affirms !== first.affirms;
  };
  return groups.toSorted(
    (one, other) =>
      Number(one.lead.isPast) - Number(other.lead.isPast) ||
      Number(isTurned(one)) - Number(isTurned(other)) ||
      countArticles(other) - countArticles(one),
  );
}

function countArticles({ statements }: StatementGroup): number {
  return new Set(statements.map(({ sentence }) => sentence.articleId)).size;
}

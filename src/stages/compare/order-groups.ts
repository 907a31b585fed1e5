// Positions → the order in which they are shown.

import type { ValueHedge } from "../../model/comparison.ts";
import type { StatementGroup } from "./group-statements.ts";

/**
 * What is so before what was so, what is stated before what is only alleged, then what more articles say, then as they come; who says so and who
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
      Number(isDoubted(one)) - Number(isDoubted(other)) ||
      Number(isTurned(one)) - Number(isTurned(other)) ||
      countArticles(other) - countArticles(one),
  );
}

/** Alleged, hearsay, denied or uncertain in all its sentences. */
function isDoubted({ statements }: StatementGroup): boolean {
  return statements.every(({ hedge }) => hedge !== undefined && DOUBTED.has(hedge));
}

const DOUBTED: ReadonlySet<ValueHedge> = new Set(["alleged", "reported", "possible", "denied"]);

function countArticles({ statements }: StatementGroup): number {
  return new Set(statements.map(({ sentence }) => sentence.articleId)).size;
}

// Positions that differ → whether later articles only bring earlier ones up to date: `8 dead` on Sunday, `21 dead` on Monday.

import type { PositionDays } from "../core/comparison.ts";
import { isMoney } from "../english/measures.ts";
import type { Group } from "./group-statements.ts";

/** What grows or is reckoned anew from day to day; heights and distances are not. */
const CHANGING: ReadonlySet<string> = new Set(["count", "share", "area"]);

/**
 * The positions in the order of their days where no two share a stretch of time, every article's day
 * is known, and the value is one that changes with time; undefined otherwise.
 */
export function traceUpdate(
  groups: readonly Group[],
): readonly { readonly group: Group; readonly days: PositionDays }[] | undefined {
  if (groups.length < 2 || !groups.every(isChanging)) return;
  const dated = groups.flatMap((group) => {
    const days = readDays(group);
    return days === undefined ? [] : [{ group, days }];
  });
  if (dated.length < groups.length) return;
  dated.sort((one, other) => one.days.from.localeCompare(other.days.from));
  const isOrdered = dated.every(
    ({ days }, at) => at === 0 || (dated[at - 1]?.days.to ?? "") < days.from,
  );
  return isOrdered ? dated : undefined;
}

/** A rumour brings nothing up to date. */
function isChanging({ lead: { value, hedge } }: Group): boolean {
  return (
    value.kind === "amount" &&
    (hedge === undefined || hedge === "estimated") &&
    (CHANGING.has(value.amount.dimension) || isMoney(value.amount.dimension))
  );
}

function readDays({ statements }: Group): PositionDays | undefined {
  const days = statements.flatMap(({ published }) => published ?? []).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined || days.length < statements.length) return;
  return { from, to };
}

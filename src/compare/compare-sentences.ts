// What kind of value is asked for and the sentences that answer it → the positions that articles take, and whether they differ.

import type {
  DifferenceReason,
  DraftComparison,
  DraftPosition,
  PositionDays,
} from "../core/comparison.ts";
import type { ArticleRecord } from "../core/index-state.ts";
import type { Issue } from "../core/question-intent.ts";
import { isMoney } from "../english/measures.ts";
import type { AttributedSentence } from "../search/attribute-sentences.ts";
import { contradict, type Group, groupStatements, relate } from "./group-statements.ts";
import { nameConversion } from "./name-conversion.ts";
import { readStatements } from "./read-statements.ts";
import { selectStatements } from "./select-statements.ts";
import type { Care, Statement } from "./statement.ts";

/** What grows or is reckoned anew from day to day; heights and distances are not. */
const CHANGING: ReadonlySet<string> = new Set(["count", "share", "area"]);

/**
 * The positions in the order of their days where no two share a stretch of time, every article's day
 * is known, and the value is one that changes with time; undefined otherwise.
 */
function traceUpdate(
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

/** Sentences whose values are read; further ones answer nothing. */
export const MOST_READ = 40;

/**
 * Undefined where nothing can be compared, and beside an answer where nothing differs.
 * @param sentences best first
 */
export function compareSentences(
  issue: Issue,
  sentences: readonly AttributedSentence[],
  articles: ReadonlyMap<string, ArticleRecord>,
  care: Care,
): DraftComparison | undefined {
  if (issue.isOfReason || (care === "careful" && issue.isOfSeveral)) return;
  const read = readStatements(issue, sentences.slice(0, MOST_READ), articles);
  const statements = selectStatements(read, sentences[0]?.probability ?? 0, issue, care);
  const groups = groupStatements(statements, issue);
  const differing = groups.filter((group) =>
    groups.some((other) => other !== group && contradict(group, other, issue, care)),
  );
  if (groups.length === 0 || (care === "careful" && differing.length === 0)) return;
  const shown = care === "careful" ? differing : orderGroups(groups);
  if (differing.length > 0) return draftDifference(shown, issue);
  const ids = new Set(statements.map(({ articleId }) => articleId));
  const positions = shown.map((group) => draftPosition(group, shown, undefined));
  return { verdict: ids.size < 2 ? "alone" : "agree", positions };
}

/** In the order of time where later articles bring earlier ones up to date. */
function draftDifference(groups: readonly Group[], issue: Issue): DraftComparison {
  const update = traceUpdate(groups);
  if (update !== undefined) {
    const ordered = update.map(({ group }) => group);
    const positions = update.map(({ group, days }) => draftPosition(group, ordered, TIME, days));
    return { verdict: "differ", positions };
  }
  const positions = groups.map((group) => {
    const rivals = groups.filter((other) => relate(group.lead, other.lead, issue) === "different");
    return draftPosition(group, groups, findReason(group, rivals));
  });
  return { verdict: "differ", positions };
}

const TIME: DifferenceReason = { kind: "time" };

function draftPosition(
  group: Group,
  groups: readonly Group[],
  reason: DifferenceReason | undefined,
  days?: PositionDays,
): DraftPosition {
  const { lead, statements } = group;
  const others = groups.flatMap((other) => other.statements).filter((other) => other !== lead);
  const conversion = nameConversion(lead, others);
  const isHedged = statements.every(({ hedge }) => hedge === lead.hedge);
  const { value } = lead;
  return {
    value: lead.label,
    ...(conversion !== undefined && { conversion }),
    ...(reason !== undefined && { reason }),
    ...(value.kind === "speaker" && { stance: value.affirms ? "affirms" : "denies" }),
    ...(isHedged && lead.hedge !== undefined && { hedge: lead.hedge }),
    ...(days !== undefined && { days }),
    quotes: statements.map(({ articleId, start, end, text }) => ({ articleId, start, end, text })),
  };
}

/** What more articles say first, then what answers best. */
function orderGroups(groups: readonly Group[]): readonly Group[] {
  const count = ({ statements }: Group) =>
    new Set(statements.map(({ articleId }) => articleId)).size;
  return groups.toSorted(
    (one, other) => count(other) - count(one) || other.lead.probability - one.lead.probability,
  );
}

/** A bound of one of them explains it, and so do two currencies. */
function findReason({ lead }: Group, rivals: readonly Group[]): DifferenceReason | undefined {
  if (rivals.length === 0) return;
  const isOther = (is: (one: Statement, other: Statement) => boolean): boolean =>
    rivals.every((rival) => is(lead, rival.lead));
  if (isOther(haveOtherUnits)) return { kind: "unit" };
  return { kind: isOther(haveOtherBounds) ? "bound" : "contradiction" };
}

function haveOtherUnits(one: Statement, other: Statement): boolean {
  const [left, right] = [one.value, other.value];
  return (
    left.kind === "amount" &&
    right.kind === "amount" &&
    left.amount.dimension !== right.amount.dimension
  );
}

function haveOtherBounds(one: Statement, other: Statement): boolean {
  const [left, right] = [one.value, other.value];
  if (left.kind !== "amount" || right.kind !== "amount") return false;
  const bounds = [left.amount.bound, right.amount.bound];
  return bounds.includes("up-to") || bounds.includes("over") || bounds.includes("under");
}

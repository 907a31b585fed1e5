// A question and the sentences that speak to it → positions to be verified, with the reasons why they differ.

import type {
  ComparisonVerdict,
  DifferenceReason,
  DraftComparison,
  DraftPosition,
} from "../../model/comparison.ts";
import { compareSentences } from "./compare-sentences.ts";
import { explainDifference } from "./explain-difference.ts";
import { relate, type StatementGroup } from "./group-statements.ts";
import { nameConversion } from "./name-conversion.ts";
import { orderGroups } from "./order-groups.ts";
import type { Care, ComparedSentence, Statement } from "./statement.ts";

/**
 * Undefined where nothing can be compared. Sentences best first; see `orderGroups` for the positions.
 * `around` are all sentences read: what a value was before may stand in one that takes no position.
 */
export function draftComparison(
  question: string,
  sentences: readonly ComparedSentence[],
  care: Care = "wide",
  around: readonly ComparedSentence[] = sentences,
): DraftComparison | undefined {
  const compared = compareSentences(question, sentences, care, around);
  if (compared === undefined) return;
  const { groups, differ } = compared;
  const articles = new Set(
    groups.flatMap(({ statements }) => statements.map(({ sentence }) => sentence.articleId)),
  );
  const verdict: ComparisonVerdict = differ ? "differ" : articles.size < 2 ? "alone" : "agree";
  const ordered = orderGroups(groups);
  return { verdict, positions: ordered.map((group) => draftPosition(group, ordered)) };
}

function draftPosition(group: StatementGroup, groups: readonly StatementGroup[]): DraftPosition {
  const { lead, statements } = group;
  const others = groups.filter((other) => other !== group).map((other) => other.lead);
  const conversion = nameConversion(lead, [...others, ...statements]);
  const reason = findReason(group, groups);
  const [hedge] = new Set(statements.map((statement) => statement.hedge));
  const isHedged = statements.every((statement) => statement.hedge === hedge);
  const { value } = lead;
  return {
    value: lead.label,
    ...(conversion !== undefined && { conversion }),
    ...(reason !== undefined && { reason }),
    ...(value.kind === "speaker" && { stance: value.affirms ? "affirms" : "denies" }),
    ...(isHedged && hedge !== undefined && { hedge }),
    quotes: listSentences(group, groups).map(({ articleId, start, end, text }) => ({
      articleId,
      start,
      end,
      text,
    })),
  };
}

/** Each once, with the one that tells what a value was before, unless that is a position of its own. */
function listSentences(
  group: StatementGroup,
  groups: readonly StatementGroup[],
): readonly ComparedSentence[] {
  const others = groups.filter((other) => other !== group);
  const elsewhere = new Set(
    others.flatMap(({ statements }) => statements.map(({ sentence }) => placeOf(sentence))),
  );
  const told = group.statements.flatMap(({ sentence, before }) =>
    before === undefined || elsewhere.has(placeOf(before.sentence))
      ? [sentence]
      : [sentence, before.sentence],
  );
  return [...new Map(told.map((sentence) => [placeOf(sentence), sentence])).values()];
}

/** The same sentence may have been read twice. */
function placeOf({ articleId, start }: ComparedSentence): string {
  return `${start} ${articleId}`;
}

/**
 * Against the positions that it differs from. That it contradicts one of them goes before reasons why it
 * differs from others; a reason that the text gives in words before one without.
 */
function findReason(
  group: StatementGroup,
  groups: readonly StatementGroup[],
): DifferenceReason | undefined {
  const rivals = groups.filter(
    (other) => other !== group && relate(other.lead, group.lead) !== "same",
  );
  const reasons = rivals.flatMap((rival) =>
    group.statements.flatMap((one) => explainDifference(asIn(group, one), rival.lead) ?? []),
  );
  const bare = reasons.find(({ kind }) => kind === "contradiction");
  return bare ?? reasons.find(({ words }) => words !== undefined) ?? reasons[0];
}

/** What the position is a rate of, and whether it is past, holds of each statement in it. */
function asIn({ lead }: StatementGroup, one: Statement): Statement {
  const [shown, own] = [lead.value, one.value];
  const { isPast } = lead;
  if (shown.kind !== "amount" || own.kind !== "amount") return { ...one, isPast };
  const { rate } = shown.amount;
  if (rate === undefined) return { ...one, isPast };
  return { ...one, isPast, value: { kind: "amount", amount: { rate, ...own.amount } } };
}

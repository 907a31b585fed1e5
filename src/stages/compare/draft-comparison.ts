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
import type { Care, ComparedSentence } from "./statement.ts";

/** Undefined where nothing can be compared. Sentences best first; the positions keep that order. */
export function draftComparison(
  question: string,
  sentences: readonly ComparedSentence[],
  care: Care = "wide",
): DraftComparison | undefined {
  const compared = compareSentences(question, sentences, care);
  if (compared === undefined) return;
  const { groups, differ } = compared;
  const articles = new Set(
    groups.flatMap(({ statements }) => statements.map(({ sentence }) => sentence.articleId)),
  );
  const verdict: ComparisonVerdict = articles.size < 2 ? "alone" : differ ? "differ" : "agree";
  return { verdict, positions: groups.map((group) => draftPosition(group, groups)) };
}

function draftPosition(group: StatementGroup, groups: readonly StatementGroup[]): DraftPosition {
  const { lead, statements } = group;
  const others = groups.filter((other) => other !== group).map((other) => other.lead);
  const conversion = nameConversion(lead, [...others, ...statements]);
  const reason = findReason(group, groups);
  return {
    value: lead.label,
    ...(conversion !== undefined && { conversion }),
    ...(reason !== undefined && { reason }),
    quotes: [...new Set(statements.map(({ sentence }) => sentence))].map(
      ({ articleId, start, end, text }) => ({ articleId, start, end, text }),
    ),
  };
}

/** Against the positions that it differs from; a reason that the text gives in words goes before none. */
function findReason(
  group: StatementGroup,
  groups: readonly StatementGroup[],
): DifferenceReason | undefined {
  const rivals = groups.filter(
    (other) => other !== group && relate(other.lead, group.lead) !== "same",
  );
  const reasons = rivals.flatMap((rival) =>
    group.statements.map((statement) => explainDifference(statement, rival.lead)),
  );
  const told = reasons.filter(({ kind }) => kind !== "contradiction");
  return told.find(({ words }) => words !== undefined) ?? told[0] ?? reasons[0];
}

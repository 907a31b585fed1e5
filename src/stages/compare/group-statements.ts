// Statements → positions: those that may mean the same value together, the best first.

import { type Relation, relateValues } from "./compare-values.ts";
import type { Statement } from "./statement.ts";

/** Statements of one value, best first; never empty. */
export interface StatementGroup {
  readonly lead: Statement;
  readonly statements: readonly Statement[];
}

/** A statement joins the first group with whose every statement it may be the same. */
export function groupStatements(statements: readonly Statement[]): readonly StatementGroup[] {
  const groups: { lead: Statement; statements: Statement[] }[] = [];
  for (const statement of statements) {
    const group = groups.find(
      ({ lead, statements: members }) =>
        lead.isPast === statement.isPast &&
        members.every((other) => relate(other, statement) === "same"),
    );
    if (group === undefined) groups.push({ lead: statement, statements: [statement] });
    else group.statements.push(statement);
  }
  return groups.flatMap((group) => {
    const past = group.lead.isPast
      ? undefined
      : groups.find((other) => other.lead.isPast && isOne(other, group));
    if (past === undefined) return group;
    past.statements.push(...group.statements);
    return [];
  });
}

const PAST = /\b(?:were|was|had|when|ago|earlier|previously|formerly|used to|last)\b/iu;

/** What one article says was so, and another one tells as past in other words. */
function isOne(past: StatementGroup, { lead }: StatementGroup): boolean {
  return relate(past.lead, lead) === "same" && PAST.test(lead.sentence.text);
}

/** What one denies and the other states differs; what is denied leaves other values open. */
export function relate(one: Statement, other: Statement): Relation {
  const relation = relateValues(one.value, other.value);
  if ((one.hedge === "denied") === (other.hedge === "denied")) return relation;
  return relation === "same" ? "different" : "apart";
}

// A question and sentences of articles → the values that they give, held against each other.

import type { Amount } from "./amount.ts";
import { chooseAmounts } from "./choose-amounts.ts";
import { chooseDates } from "./choose-dates.ts";
import { chooseNames, choosePlaces } from "./choose-names.ts";
import { choosePolarity } from "./choose-polarity.ts";
import { chooseSorts } from "./choose-sorts.ts";
import { chooseSpeakers } from "./choose-speakers.ts";
import { compareTwins } from "./compare-twins.ts";
import { findBefore } from "./find-before.ts";
import { groupStatements, relate, type StatementGroup } from "./group-statements.ts";
import { familyOf, measureNearness } from "./measure-distance.ts";
import { readHedge } from "./read-hedge.ts";
import { type Issue, readIssue } from "./read-issue.ts";
import type { IssueKind } from "./read-kinds.ts";
import type { Care, ComparedSentence, Statement, Value } from "./statement.ts";

export interface ComparedSentences {
  readonly differ: boolean;
  readonly groups: readonly StatementGroup[];
}

const READERS: Readonly<
  Record<IssueKind, (sentence: ComparedSentence, issue: Issue) => readonly Statement[]>
> = {
  amount: chooseAmounts,
  date: chooseDates,
  name: chooseNames,
  place: choosePlaces,
  sort: chooseSorts,
  polarity: choosePolarity,
  speaker: chooseSpeakers,
};

/** Undefined where the question has no point that can be compared, or no sentence speaks to it. */
export function compareSentences(
  question: string,
  sentences: readonly ComparedSentence[],
  care: Care = "wide",
  around: readonly ComparedSentence[] = sentences,
): ComparedSentences | undefined {
  const issue = readIssue(question);
  if (issue === undefined) return;
  const read = readStatements(issue, sentences, care).map((one) => findBefore(one, around));
  const statements = markEarlier(keepToPoint(read, issue, care));
  if (statements.length === 0) return;
  const groups = groupStatements(statements);
  const now = groups.filter(({ lead }) => !lead.isPast);
  const differ = now.some((one) => now.some((other) => contradicts(one, other, issue)));
  if (care === "careful" && !differ && !areSure(groups)) return;
  return { differ, groups };
}

/** Read surely enough to say that sources agree on them, or what each says. */
const SURE: ReadonlySet<Value["kind"]> = new Set(["amount", "date", "speaker"]);

function areSure(groups: readonly StatementGroup[]): boolean {
  const isDivided = groups.length > 1 && groups.every(({ lead }) => lead.value.kind === "polarity");
  return isDivided || groups.every(({ lead }) => SURE.has(lead.value.kind));
}

/** A currency that is not known is counted like a thing. */
const UNKNOWN_MONEY: readonly string[] = ["count", "share"];

function readStatements(
  issue: Issue,
  sentences: readonly ComparedSentence[],
  care: Care,
): readonly Statement[] {
  for (const kind of issue.kinds) {
    const found = sentences.flatMap((sentence) => READERS[kind](sentence, issue));
    const told = keepTelling(found, sentences, kind, care);
    if (told.length > 0) return told.map(markHedge);
  }
  if (!(issue.isMoney || issue.isChange)) return [];
  const dimensions = issue.isMoney ? UNKNOWN_MONEY : issue.dimensions;
  const wider = { ...issue, isMoney: false, isChange: false };
  return readStatements(dimensions ? { ...wider, dimensions } : wider, sentences, care);
}

function keepTelling(
  found: readonly Statement[],
  sentences: readonly ComparedSentence[],
  kind: IssueKind,
  care: Care,
): readonly Statement[] {
  if (kind === "amount" || kind === "date") return found;
  if (kind === "polarity" || kind === "speaker") return keepBestOfEach(found);
  return preferTwins(found, sentences, care);
}

/** A denial is read into yes and no already. */
function markHedge(statement: Statement): Statement {
  const { kind } = statement.value;
  const hedge = readHedge(statement);
  const isRead = hedge === "denied" && (kind === "polarity" || kind === "speaker");
  return hedge === undefined || isRead ? statement : { ...statement, hedge };
}

/** What one speaker says in one article is told by the best sentence of it. */
function keepBestOfEach(found: readonly Statement[]): readonly Statement[] {
  const best = new Map<string, Statement>();
  for (const statement of found) {
    const { sentence, value, label } = statement;
    const { party, manner } = sentence.said ?? {};
    const said = `${party?.name ?? party?.role ?? manner}`;
    const isShare = value.kind === "polarity" && value.amount !== undefined;
    const key = [sentence.articleId, said, label, isShare ? sentence.start : ""].join("|");
    if (!best.has(key)) best.set(key, statement);
  }
  return [...best.values()];
}

/**
 * Words are read less surely than figures: of each article only its best sentence counts, beside those
 * that say something else than their twin in another article; with care, only these.
 */
function preferTwins(
  found: readonly Statement[],
  sentences: readonly ComparedSentence[],
  care: Care,
): readonly Statement[] {
  const twins = findTwins(sentences);
  if (care === "careful") return twins;
  const twinned = new Set(twins.map(({ sentence }) => sentence.articleId));
  const best = new Map<string, Statement>();
  for (const statement of found) {
    const { articleId } = statement.sentence;
    const known = best.get(articleId);
    const isBetter = known === undefined || (statement.fit ?? 0) > (known.fit ?? 0);
    if (isBetter && !twinned.has(articleId)) best.set(articleId, statement);
  }
  return [...twins, ...best.values()].sort((one, other) => other.sentence.rank - one.sentence.rank);
}

function findTwins(sentences: readonly ComparedSentence[]): readonly Statement[] {
  return sentences.flatMap((sentence, place) =>
    sentences
      .slice(place + 1)
      .filter(({ articleId }) => articleId !== sentence.articleId)
      .flatMap((other) => compareTwins(sentence, other)),
  );
}

/**
 * An amount speaks to the point when a word of the question stands in its sentence, or a verb that
 * tells the same, names not counted; or when it counts what is asked for, or has the period that the
 * best one has: with care these two are not enough for a question of how many.
 */
function keepToPoint(
  statements: readonly Statement[],
  issue: Issue,
  care: Care,
): readonly Statement[] {
  const stems = issue.stems.filter((stem) => !issue.names.has(stem));
  const countsWithCare = care === "careful" && issue.noun !== undefined;
  const counting = countsWithCare
    ? statements.filter(({ value }) => value.kind !== "amount" || mayCount(value.amount, issue))
    : statements;
  if (stems.length === 0) return counting;
  const period = periodOf(statements[0]);
  const kept = counting.filter((statement) => {
    const { value, place, sentence } = statement;
    if (value.kind !== "amount") return true;
    if (measureNearness(sentence.text, place, { stems, setting: issue.setting }) > 0) return true;
    const counts = countsNoun(value.amount, issue) && !ANYBODY.has(issue.noun ?? "");
    return !countsWithCare && (counts || isOfPeriod(value.amount, period));
  });
  return kept.length > 0 || countsWithCare ? kept : statements;
}

/** Stems of words that count whoever it may be. */
const ANYBODY: ReadonlySet<string> = new Set("peopl person man men woman women".split(" "));

function countsNoun({ heads }: Amount, { noun }: Issue): boolean {
  return noun !== undefined && heads.some((head) => familyOf(head) === familyOf(noun));
}

/** Six sisters are no fighters, and no share tells how many there are. */
function mayCount(amount: Amount, issue: Issue): boolean {
  if (amount.dimension === "share" && issue.dimensions?.[0] === "count") return false;
  if (amount.heads.length === 0 || ANYBODY.has(issue.noun ?? "")) return true;
  return amount.dimension !== "count" || countsNoun(amount, issue);
}

function isOfPeriod({ rate }: Amount, period: string | undefined): boolean {
  return period !== undefined && rate?.period === period;
}

function periodOf(statement: Statement | undefined): string | undefined {
  return statement?.value.kind === "amount" ? statement.value.amount.rate?.period : undefined;
}

const WAS = /\b(?:were|was|had been|used to)\b/iu;

/** "They were getting 350", and further on in the article: "it was cut to 100". */
function markEarlier(statements: readonly Statement[]): readonly Statement[] {
  return statements.map((statement) => {
    const { sentence, value } = statement;
    if (value.kind !== "amount" || value.amount.change !== undefined) return statement;
    const isFollowed = statements.some(
      (later) =>
        later.sentence.articleId === sentence.articleId &&
        later.sentence.start > sentence.start &&
        later.value.kind === "amount" &&
        later.value.amount.change === "after" &&
        relate(statement, later) === "different",
    );
    return isFollowed && WAS.test(sentence.text) ? { ...statement, isPast: true } : statement;
  });
}

/**
 * Some article, or somebody in it, takes the one position and not the other: one voice may give two
 * values for good reason.
 */
function isOfOthers(one: StatementGroup, other: StatementGroup): boolean {
  return one.statements.some((statement) =>
    other.statements.every((rival) => !isOneVoice(statement, rival)),
  );
}

function isOneVoice({ sentence: one }: Statement, { sentence: other }: Statement): boolean {
  if (one.articleId !== other.articleId) return false;
  const [left, right] = [one.said?.party, other.said?.party];
  if (left === undefined || right === undefined) return true;
  return (left.name ?? left.role) === (right.name ?? right.role);
}

/** A change told as a share and as what was left of it cannot be held together, but is told differently. */
function contradicts(one: StatementGroup, other: StatementGroup, { isChange }: Issue): boolean {
  if (one === other || !isOfOthers(one, other) || !isOfOthers(other, one)) return false;
  const relation = relate(one.lead, other.lead);
  return relation === "different" || (isChange && relation === "apart");
}

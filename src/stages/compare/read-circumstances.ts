// A statement → the words of its sentence that say when, where, of whom and in which sense it holds.

import type { Span } from "../../model/span.ts";
import { findDates } from "../../text/dates.ts";
import { tellsOfSaying } from "../../text/times/tells-of-saying.ts";
import { readAmounts } from "./read-amounts.ts";
import type { Statement } from "./statement.ts";

/** The words nearest to the value, as written; absent where the sentence has none. */
export interface Circumstances {
  readonly time?: string;
  readonly place?: string;
  readonly group?: string;
  readonly definition?: string;
  readonly bound?: string;
}

const TIMES =
  /\b(?:today|now(?:adays)?|currently|at present|at (?:first|the time)|earlier|previously|formerly|initially|recently|(?:a|an|one|two|three|four|five|six|ten|\d+|several|few) (?:years?|months?|weeks?|days?|decades?) (?:ago|earlier|before|later)|(?:last|this|next|past|previous) (?:year|month|week|summer|winter|spring|autumn|fall|decade)|in (?:recent|the past|the last) (?:\p{L}+ )?(?:years?|months?|weeks?)|(?:by|since|until|before|after) (?:the )?(?:end of )?\p{Lu}\p{L}+day|(?:since|until|before|after) the (?!bonus|benefit|tax|cost|allowance)\p{Ll}+)\b/giu;
const PLACES =
  /\b(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]round|[Aa]cross|[Oo]utside|[Ii]nside|[Ff]rom|based in|[Tt]hroughout)\s+(?:the\s+)?(?:(?:north|south|east|west|centre|center|capital|countryside|city|cities|border towns?|provinces?|villages|country)(?:ern)?\b|\p{Lu}[\p{L}’'-]+(?:\s+(?:of\s+|al-)?\p{Lu}[\p{L}’'-]+){0,3}(?:(?<=(?:ern|ese|ish|ian|ean))\s+\p{Ll}+)?)/gu;
const CALENDAR =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|\p{Lu}\p{Ll}+day|[Tt]he (?:January|February))\b/u;
const DEFINITIONS =
  /\b(?:(?:with|including|counting|without|excluding|not counting|after|before|plus) (?:\p{L}+ ){0,2}(?:bonus(?:es)?|benefits|tax(?:es)?|costs?|allowances?|overtime|inflation|extras|pensions?|interest|fees)|on average|averag(?:es|ed|ing)|(?:average|median|typical|usual|base|basic|starting|minimum|maximum|gross|net|confirmed|suspected|registered|projected|target|preliminary|provisional|final|seasonally adjusted)(?: (?!of |for |is |was |are |were |at |in |on |and |or )[\p{L}-]+){1,2}|typically|usually|officially|at (?:the|its|their) (?:peak|height|start)|half pay)\b/giu;
const GROUP =
  /(?<![\p{L}-])(?:foreign|local|native|male|female|men|women|children|married|single|senior|junior|new|former|civilian|military|public|private|rural|urban|full-time|part-time|skilled|unskilled|older|younger)(?=\s+\p{Ll})/giu;
const NATION =
  /(?<![\p{L}-])\p{Lu}\p{Ll}*(?:ese|ish|ian|ean|aqi|ani|eli|ench|erman|can)(?=\s+\p{Ll})/gu;

/** What a number may be below or above; "nearly" and "about" are only its exactness. */
const BOUND =
  /^(?:up to|as (?:much|many|high|far|long|little|few|low) as|at (?:most|least)|(?:no )?(?:more|less|fewer) than|over|under)\b/iu;

/** Reads only the statement's own sentence. */
export function readCircumstances(statement: Statement): Circumstances {
  const { text } = statement.sentence;
  const { place, value } = statement;
  const time = value.kind === "date" ? undefined : findTime(text, place);
  const bound = BOUND.exec(statement.label)?.[0];
  const where = findNearest(
    text,
    place,
    listMatches(text, PLACES).filter(
      (span) =>
        !CALENDAR.test(text.slice(span.start, span.end)) &&
        gapBetween(span, place) > 0 &&
        !isBehindAnother(text, place, span),
    ),
  );
  const definition = findNearest(
    text,
    place,
    keepOfClause(text, place, listMatches(text, DEFINITIONS)),
  );
  const group = findNearest(text, place, [
    ...listMatches(text, GROUP),
    ...listMatches(text, NATION),
  ]);
  return {
    ...(time !== undefined && { time }),
    ...(where !== undefined && { place: where }),
    ...(group !== undefined && { group }),
    ...(definition !== undefined && { definition }),
    ...(bound !== undefined && { bound }),
  };
}

/** "400 boats sank, 30 of them near Brone": the place is that of the nearer amount. */
function isBehindAnother(text: string, value: Span, place: Span): boolean {
  return readAmounts(text).some(({ start, end }) => start >= value.end && end <= place.start);
}

function findTime(text: string, place: Span): string | undefined {
  const dates = findDates(text).filter(
    ({ start, end, relative, year, month, weekday }) =>
      relative === undefined &&
      (year ?? month ?? weekday) !== undefined &&
      !tellsOfSaying(text, start, end),
  );
  return findNearest(text, place, [...listMatches(text, TIMES), ...dates]);
}

function listMatches(text: string, pattern: RegExp): readonly Span[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The one with the fewest characters between it and the value; one that overlaps the value is part of it. */
function findNearest(text: string, place: Span, spans: readonly Span[]): string | undefined {
  const apart = spans
    .filter((span) => !isOfAnother(text, span, place))
    .map((span) => ({ span, gap: gapBetween(span, place) }));
  const nearest = apart.toSorted((one, other) => one.gap - other.gap)[0];
  return nearest === undefined ? undefined : text.slice(nearest.span.start, nearest.span.end);
}

/** "Paid 12; with bonuses 15": behind a semicolon another value is defined. */
function keepOfClause(text: string, place: Span, spans: readonly Span[]): readonly Span[] {
  return spans.filter(({ start, end }) => {
    const between =
      end <= place.start ? text.slice(end, place.start) : text.slice(place.end, start);
    return !between.includes(";");
  });
}

/** Behind "while", or a verb that "and" joins, stands what is said of something else. */
function isOfAnother(text: string, one: Span, other: Span): boolean {
  const [from, to] = one.end <= other.start ? [one.end, other.start] : [other.end, one.start];
  return OTHER_CLAUSE.test(text.slice(from, Math.max(from, to)));
}

const OTHER_CLAUSE =
  /[,;\s](?:while|whereas|but)\s|\sand\s(?:\p{Ll}+\s){0,2}(?:be|is|are|was|were|has|had|will|\p{Ll}{2,}ed)\s/u;

function gapBetween(one: Span, other: Span): number {
  if (one.end <= other.start) return other.start - one.end;
  return one.start >= other.end ? one.start - other.end : 0;
}

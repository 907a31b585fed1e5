// A question and the day of today → what it asks of time, if anything.

import { namePeriod } from "../english/iso-date.ts";
import { listContentStems } from "../english/stems.ts";
import { namePlainly } from "../english/times/calendar.ts";
import { readWindows, type Window } from "./read-windows.ts";

/** How an event bounds the time asked for. */
export type EventRelation = "before" | "after" | "since" | "until" | "during";

/**
 * `words` stand in the question as typed; `search` is what to look for once the time is seen to by
 * itself. Days are `YYYY-MM-DD`, both included; an absent end is open.
 *
 * - `present`: what holds now, or held by `to`
 * - `window`: what is told of those days
 * - `event`: what was before or after something that articles may date
 */
export interface AskedTime {
  readonly kind: "present" | "window" | "event";
  readonly words: string;
  readonly search: string;
  readonly from?: string;
  readonly to?: string;
  readonly relation?: EventRelation;
  readonly event?: string;
}

const RELATION = "(?<relation>before|after|since|until|during)";
const WORD = "[\\p{L}\\p{N}’'-]+";
const EVENT = `(?<event>(?:the|this|that|his|her|its|their) ${WORD}(?: ${WORD}){0,6}?|\\p{Lu}${WORD}(?: (?:of |the |and )?(?:\\p{Lu}|\\d)[\\p{L}\\p{N}’'-]*){0,4})`;
const HAPPENED =
  "(?<verb> (?:began|begin|begins|started|start|starts|came|ended|happened|took place|broke out|occurred|was held|were held))?";
/** "How long after the fire": the time itself is asked for. */
const MEASURED = "(?<!\\b(?:long|soon|shortly|seconds|minutes|hours|days|weeks|months|years) )";
const LAST = new RegExp(
  `(?<![\\p{L}])${MEASURED}${RELATION} ${EVENT}${HAPPENED}(?=\\s*[?.!]*\\s*$)`,
  "iu",
);
const FIRST = new RegExp(`^${RELATION} ${EVENT}${HAPPENED}(?=,)`, "iu");
/** Before them people stand and speak. */
const AUDIENCE =
  /\b(?:court|judges?|jury|committee|panel|council|parliament|congress|senate|commission|tribunal|cameras?|public|press|door|mirror|name)$/iu;

/** @param text the question without its quotations, unit for unit */
function readAskedEvent(question: string, text: string): AskedTime | undefined {
  const match = FIRST.exec(text) ?? LAST.exec(text);
  const { relation = "", event = "" } = match?.groups ?? {};
  if (match === null || listContentStems(event).length === 0 || AUDIENCE.test(event)) return;
  if (!/^(?:the|this|that|his|her|its|their) /iu.test(event) && !/^\p{Lu}/u.test(event)) return;
  const words = question.slice(match.index, match.index + match[0].length);
  return {
    kind: "event",
    words,
    search: question,
    relation: relation.toLowerCase() as EventRelation,
    event,
  };
}

/** What stands between quotation marks is somebody's words: spaces take its place, unit for unit. */
function blotQuoted(question: string): string {
  return question.replaceAll(/“[^”]*”|"[^"]*"|(?<!\p{L})‘[^’]*’(?!\p{L})/gu, (quoted) =>
    " ".repeat(quoted.length),
  );
}

/** Without `[start, end)`, and what is left of commas and spaces around it; opens with a capital as before. */
function dropWords(question: string, start: number, end: number): string {
  const [before, after] = [question.slice(0, start), question.slice(end)];
  const joined =
    before.trim() === "" ? after.replace(/^[\s,]+/u, "") : `${before.trimEnd()}${joint(after)}`;
  const rest = joined.replace(/,\s*(?=[?!.]*$)/u, "").trim();
  return before.trim() === "" ? rest.charAt(0).toUpperCase() + rest.slice(1) : rest;
}

function joint(after: string): string {
  const trimmed = after.trimStart();
  return /^[?!.,;:]|^$/u.test(trimmed) ? trimmed : ` ${trimmed}`;
}

/**
 * A window is read only where a preposition or a word like "last" makes the time one: "the 2014 cup"
 * names a cup. A weekday, or a month without a year after "in", is no window: an old article's "on
 * Tuesday" is asked about in its own words. Two windows are none, for then they are compared.
 *
 * @param today `YYYY-MM-DD`, that "now" and "last year" count from.
 */
export function readAskedTime(question: string, today: string): AskedTime | undefined {
  const text = blotQuoted(question);
  const windows = readWindows(text, today);
  const [window] = windows;
  if (windows.length > 1) return undefined;
  if (window !== undefined) return toAsked(question, window);
  return readAskedEvent(question, text) ?? readPresent(question, text);
}

function toAsked(question: string, window: Window): AskedTime {
  const { start, end, isState, from, to } = window;
  const words = question.slice(start, end);
  const rest = dropWords(question, start, end);
  const days = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  const search = listContentStems(rest).length > 0 ? rest : nameInQuestion(question, window);
  return { kind: isState ? "present" : "window", words, search, ...days };
}

/** "What happened yesterday?" has nothing else to look for than the day by its name. */
function nameInQuestion(question: string, { start, end, from, to }: Window): string {
  if (from === undefined || to === undefined) return question;
  const plain = namePlainly({ from, to });
  if (plain.includes("/")) return question;
  return `${question.slice(0, start)}in ${namePeriod(plain)}${question.slice(end)}`;
}

const PRESENT: readonly RegExp[] = [
  /(?<![\p{L}-])(?:right now|as of now|at present|at the moment|these days|nowadays|so far|to date|currently|presently|now)(?![\p{L}-])/u,
  /(?<![\p{L}-])(?<!at the )(?:latest|most recent|newest)(?= \p{L})/u,
  /(?<=\bthe )current(?= \p{L})(?! (?:in|of|at|on|is|was|are|through|along)\b)/u,
  /^(?:Now|Currently|Today|At present|At the moment|So far)(?=,? \p{L})/u,
];
/** Their words say what is asked, too: they stay in what is looked for. */
const PRESENT_TENSE: readonly RegExp[] = [
  /(?<=^how (?:many|much)\b.*)\b(?:is|are) there\b/iu,
  /(?<=\b(?:is|are|do|does|has|have|can)\b.* )still(?= \p{L})/iu,
];
const TODAY = /(?<![\p{L}-])today(?![\p{L}-])/u;

function readPresent(question: string, text: string): AskedTime | undefined {
  const match = [...PRESENT, TODAY, ...PRESENT_TENSE]
    .map((pattern) => pattern.exec(text))
    .find((found) => found !== null);
  if (match === undefined || match === null) return undefined;
  const [start, end] = [match.index, match.index + match[0].length];
  const words = question.slice(start, end);
  const rest = dropWords(question, start, end);
  const isNeeded = PRESENT_TENSE.some((pattern) => pattern.exec(text)?.index === start);
  const search = isNeeded || listContentStems(rest).length === 0 ? question : rest;
  return { kind: "present", words, search };
}

// A quotation cut out of its sentence or edited by its writer → why it misleads, if it does.

import type { Span } from "../core/span.ts";
import { findWeight, hasNumber, type Weight } from "../english/hedges.ts";
import { isInMarks } from "../quote/expand-to-context.ts";
import type { EditorialMatch, Omission } from "./match-editorial.ts";

/** Further apart than this, two sentences joined by an ellipsis read as one thought that nobody had. */
const FAR_APART = { words: 75, sentences: 3 } as const;
const NAMED: Readonly<Record<Weight, string>> = {
  negation: "the negation",
  hedge: "the hedge",
  condition: "the condition",
  speaker: "the speaker",
};
/** A whole sentence may be left out with its own hedges; not one that turns what comes before. */
const WHOLE: readonly Weight[] = ["negation", "condition"];
const PART: readonly Weight[] = ["negation", "hedge", "condition", "speaker"];

/** One clause for the reader, or `undefined` for an honest edit. `text` is the article's. */
export function findMisleading(match: EditorialMatch, text: string): string | undefined {
  for (const omission of match.omissions) {
    const found =
      omission.replacement === "" ? judgeOmission(omission, text) : judgeReplacement(omission);
    if (found !== undefined) return found;
  }
  const added = match.changes.find(
    ({ kind, draft }) => kind === "insertion" && findWeight(draft, "negation"),
  );
  if (added === undefined || findWeight(added.source, "negation") !== undefined) return undefined;
  return `it puts in the negation “${added.draft}”`;
}

function judgeOmission(omission: Omission, text: string): string | undefined {
  const left = omission.text;
  const sentences = (left.match(/[.!?][”"’']?(?=\s|$)/g) ?? []).length;
  const words = left.split(/\s+/).length;
  if (sentences > 0 && (words > FAR_APART.words || sentences > FAR_APART.sentences)) {
    return `it joins sentences that lie ${words} words apart`;
  }
  const weights = sentences > 0 && isWhole(omission, text) ? WHOLE : PART;
  const unbroken = mendBreak(left);
  return (
    nameLost(
      left,
      weights.filter((weight) => weight !== "speaker"),
    ) ?? nameLost(unbroken, weights)
  );
}

function nameLost(left: string, weights: readonly Weight[]): string | undefined {
  for (const weight of weights) {
    const word = findWeight(left, weight);
    if (word !== undefined) return `it leaves out ${NAMED[weight]} “${word}”`;
  }
  return undefined;
}

/** Nothing but whole sentences: it begins behind one and ends with one. */
function isWhole({ start, end }: Omission, text: string): boolean {
  const before = text.slice(Math.max(0, start - 4), start + 3);
  const last = text.slice(Math.max(0, end - 4), end);
  return /[.!?][”"’']?\s/.test(before) && /[.!?][”"’']?\s*[“"‘]?$/.test(last);
}

/**
 * Without `,” she said. “`: what breaks one speaker's words, between closing and opening marks. Where
 * two are named there, it stays.
 */
function mendBreak(left: string): string {
  const alone = /^[,.!?…—-]?\s*[”"’'][^“”"]{1,90}[“"‘']$/;
  if (alone.test(left.trim())) return "";
  return left.replace(/[,.!?…—-]?\s*”(?<between>[^“”]{1,90})“/, (broken, between: string) => {
    const said = findWeight(between, "speaker");
    const rest = said === undefined ? "" : between.replace(said, "");
    return said !== undefined && findWeight(rest, "speaker") === undefined ? " " : broken;
  });
}

function judgeReplacement({ text, replacement }: Omission): string | undefined {
  for (const weight of ["negation", "hedge", "condition"] as const) {
    const word = findWeight(text, weight);
    if (word !== undefined && findWeight(replacement, weight) === undefined) {
      return `“[${replacement}]” stands in place of ${NAMED[weight]} “${word}”`;
    }
  }
  if (hasNumber(text) && hasNumber(replacement) && text.trim() !== replacement.trim()) {
    return `“[${replacement}]” stands in place of the number “${text.trim()}”`;
  }
  return undefined;
}

/** A sentence's end, the line's, and marks: what stands behind them turns nothing. */
const SENTENCE_START = /.*(?:[.!?]["”’]?\s|…["”’]?\s(?=\p{Lu})|\n|[“«„]|(?:^|(?<=[\s(]))"(?=\S))/su;
const CLAUSE_START = /.*(?:[,;:—–()"”…]|\s(?:and|but|so|because|as|or)\s)/su;
/** Words before a statement that take it back, beside the plain negations. */
const TAKEN_BACK =
  /\b(?:doubt(?:s|ed|ful)?|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:es?|ed)|disput(?:es?|ed)|den(?:y|ies|ied|ying)|wrong\sto|false(?:ly)?|untrue|(?:lies?|myth|nonsense|rumou?rs?)\sthat|stop(?:s|ped)?\sshort\sof|yet\sto|far\sfrom|no\slonger|anything\sbut|pretend(?:s|ed)?|(?:could|might)\ssay\sthat|used\sto\s(?:think|believe|say|hope)|(?:love|like|wish)\s(?:to|I\scould)\s(?:tell|say|believe|promise)|prevent(?:s|ed)?|instead\sof|rather\sthan|cease[sd]?\sto)\b/iu;
/** Right before the words: what they tell is no fact without it. */
const HEDGED =
  /\b(?<word>allegedly|reportedly|purportedly|supposedly|apparently|perhaps|possibly|might|may|could|(?:is|are|was|were|has\sbeen|have\sbeen)\s(?:alleged|said|believed|thought|reported|rumou?red|understood|feared|suspected))(?:\s(?!to\b)\p{Ll}+ly)?(?:\sto)?\s$/iu;
/** As the document may say it in its own words. */
const HEDGES =
  /\b(?:may|might|could|perhaps|possib|alleg|reported|apparent|believ|suspect|claim|purport|suppos|rumou?r|said\sto\b|thought\sto\b)/iu;
/** A wish, an attempt or a plan, of which the words alone make a deed. */
const PLANNED =
  /\b(?<word>(?:want|hope|plan|aim|threaten|propose|offer|attempt|intend|seek)(?:s|ed|d|ing)?\sto|tr(?:y|ies|ied|ying)\sto|sought\sto|consider(?:s|ed|ing)?|whether|as\s(?:if|though))\s$/iu;
const PLANS =
  /\b(?:want|hop(?:e|ing)|plan|aim|tr(?:y|ies|ied|ying)\b|attempt|threat|propos|offer|consider|seek|sought|intend|would|wish|vow|promis|pledg|eager|ready|keen|bid\b|like\sto|ask|call|whether|if\b|question|wonder)/iu;
/** What makes a number a bound or an estimate. */
const BOUND =
  /\b(?<word>nearly|almost|about|around|up\sto|at\s(?:most|least)|(?:more|less|fewer)\sthan|as\s(?:many|much|few)\sas|an\sestimated|roughly|approximately|only)\s$/iu;
const BOUNDS =
  /\b(?:nearly|almost|about|around|up\sto|at\s(?:most|least)|(?:more|less|fewer)\sthan|as\s(?:many|much|few)\sas|estimat|roughly|approximat|only|over|under|close\sto|some)\b/iu;
const LIMITS = [
  [HEDGED, HEDGES],
  [PLANNED, PLANS],
  [BOUND, BOUNDS],
] as const;
const CONDITION =
  /\b(?:if|unless|until|provided|except|without|but\s(?:only|not)|only\s(?:when|if|after|once|above|below|until)|(?:as|so)\slong\sas|on\scondition|assuming|in\scase|depending\son|subject\sto|pending|permitting|had\s(?:the|it|we|he|she|they|I|\p{Lu}\p{L}+)\s(?:\p{L}+\s){0,3}?\p{L}+(?:ed|en|n|me|de|ne))\b/iu;
/** A condition that stands before its main clause, which begins where the words do. */
const CONDITION_BEFORE =
  /^(?:(?!even\s)[\p{L}’']+\s){0,2}?(?<word>if|unless|until|(?:as|so)\slong\sas|provided|without|only\sif|except|assuming|in\scase|had\s(?:we|it|he|she|they|I)|were\s(?:I|we|it|they))\b[^.!?]{2,200}(?:,|…|\.\.\.|\s[—–-]{1,2})\s(?:then\s)?(?:I\s(?:think|believe|guess|suppose)\s(?:that\s)?)?$/iu;
/** A short opening that makes of the statement something rare, thought of or not yet so. */
const OPENING =
  /^(?:(?:and|but|so)\s)?(?<word>(?:on|in|at|under|with|for)\s(?:the\s|a\s(?:bit|little)\sof\s|any\s|some\s)?(?:theory|principle|paper|luck|worst|best|times|most\spart|(?:very\s)?(?:rare|some|certain|most|few|extreme|ideal|worst|best|unlikely|exceptional|right)\s(?:of\s)?(?:occasions?|cases?|circumstances|conditions|instances|situations|event|days|scenario)(?:\s[^,]{1,60})?)|(?:rare|theoretical|usual|general|typical|normal|occasional|eventual|possib|ideal|hypothetical|apparent|alleged|reported|supposed)ly(?:\sspeaking)?|someday|one\sday|sometimes|perhaps|maybe),\s$/iu;
/** "Only in June | will we": what was said is bound to it. */
const ONLY = /^(?<word>only)\s(?:[\p{L}’'-]+\s){1,6}$/iu;
const INVERTED = /^(?:will|would|can|could|do|does|did|is|are|was|were|has|have|should)\b/u;
/** Inside marks: whose claim it is, which is not the speaker's own. */
const CLAIMED =
  /^(?:[^.!?]{0,60}\s)?(?<word>(?<who>they|he|she|people|some|many|others|\p{L}{3,}s)\s(?:\p{L}+ly\s)?(?:say|said|says|claim|claims|claimed|argue|argues|insist|insists|will\stell\syou)|rumou?r\shas\sit|word\sis|legend\shas\sit)\s(?:that\s)?$/iu;
/** Up to where a condition behind the words still is of their clause, or right behind its comma. */
const TAIL = /^,?[^,;:.!?()“”"\n]{0,140}/u;
/** Another statement begins: "and that", "and he". */
const ANOTHER =
  /\s(?:and|but|while|so)\s(?:that|he|she|it|they|we|I|you|the|an?|his|her|their|its)\s.*$/su;
/** Right behind the words: the second half that weighs against the first, or says where it is from. */
const TURNED =
  /^,?\s(?:(?<half>but|though|although|yet|and)\s[^.!?;]{0,80}?\b(?:not|never|no|nobody|nothing|cannot|won[’']t|don[’']t|doesn[’']t|didn[’']t|isn[’']t|wasn[’']t|only|unless|if)\b|(?:though|although)\s[^.!?;]{0,40}?\b(?:could|may|might)\b|(?:[—–-]{1,2}\s?)?(?:at\sleast\s(?:in|on|for)|in\stheory|on\spaper|for\snow)\b|(?:allegedly|reportedly|apparently|perhaps|supposedly)\b|according\sto\s(?:an?|the)\s(?:\p{L}+\s)?(?:rumou?r|claim|allegation|hearsay)|which\s(?:\p{L}+\s){0,3}?(?:denied|denies|disputed|false|untrue))/iu;
/** "And" adds: it turns only what it says is not believed. */
const DISBELIEVED =
  /\b(?:not|never|n[’']t|nobody)\s(?:\p{L}+\s){0,2}?(?:believe|true|agree|accept|share|trust)/iu;

/** @param around what the document has before and behind the words: a denial of its own there is an honest one. */
export function findTruncated(text: string, span: Span, around: string): string | undefined {
  const { start, end } = span;
  const sentence = text.slice(Math.max(0, start - 400), start).replace(SENTENCE_START, "");
  const isSpoken = isInMarks(text, { start: start - sentence.length, end });
  return (
    (isSpoken ? findClaimed(sentence, around) : undefined) ??
    findDenied(sentence, text.slice(start, end), around) ??
    findConditioned(sentence, text, span, around)
  );
}

/** The claim of others, whom the speaker cites. */
function findClaimed(sentence: string, around: string): string | undefined {
  const { word, who = "rumo" } = CLAIMED.exec(sentence)?.groups ?? {};
  return word === undefined || isTold(who, around) ? undefined : `it leaves out “${word}”`;
}

/** What stands before the words and denies or hedges them. */
function findDenied(sentence: string, words: string, around: string): string | undefined {
  const lead = sentence.replace(CLAUSE_START, "");
  if (findWeight(around, "negation") !== undefined || TAKEN_BACK.test(around)) return undefined;
  const first = /^\S{1,12}/.exec(words)?.[0] ?? "";
  const negation = findAcross(lead, first);
  if (negation !== undefined) return `it leaves out the negation “${negation}”`;
  const limit = findLimit(lead, words, around);
  if (limit !== undefined) return `it leaves out “${limit}”`;
  const bound = INVERTED.test(words) ? ONLY.exec(sentence) : null;
  const opening = (OPENING.exec(sentence) ?? bound)?.groups?.["word"];
  return opening === undefined || isTold(opening.split(" ").at(-1) ?? "", around)
    ? undefined
    : `it leaves out “${opening}”`;
}

function findLimit(lead: string, words: string, around: string): string | undefined {
  for (const [before, own] of LIMITS) {
    const word = before.exec(lead)?.groups?.["word"];
    const isOfWords = before !== BOUND || hasNumber(words.slice(0, 16));
    if (word !== undefined && isOfWords && !own.test(around)) return word;
  }
  return undefined;
}

function isTold(word: string, around: string): boolean {
  return around.toLowerCase().includes(word.toLowerCase());
}

/** "failed | to start": the first word of the quotation may be the last of what denies it. */
function findAcross(lead: string, first: string): string | undefined {
  const found = findWeight(lead, "negation") ?? findWeight(lead + first, "negation");
  if (found !== undefined && findWeight(first, "negation") === undefined) return found;
  return TAKEN_BACK.exec(TAKEN_BACK.test(first) ? lead : lead + first)?.[0];
}

/** A condition before the clause of the words or behind them, and a second half that turns them. */
function findConditioned(
  sentence: string,
  text: string,
  { start, end }: Span,
  around: string,
): string | undefined {
  const isWhole = /[.!?]$/.test(text.slice(start, end));
  const behind = isWhole
    ? ""
    : text
        .slice(end, end + 200)
        .replace(/\n[\s\S]*$/, "")
        .replace(BREAK, " ");
  const tail = (TAIL.exec(behind)?.[0] ?? "").replace(ANOTHER, "");
  const lead = sentence.replace(CLAUSE_START, "");
  const before = CONDITION_BEFORE.exec(sentence)?.groups?.["word"];
  const condition = (CONDITION.exec(tail) ?? CONDITION.exec(lead))?.[0] ?? before;
  if (condition !== undefined && !CONDITION.test(around)) {
    return `it leaves out the condition “${condition}”`;
  }
  return findTurned(text.slice(start, end), behind, around);
}

/** “…,” said Ada Roe, “if …”: who speaks stands in the middle of the sentence. */
const BREAK = /^,?["”’]\s[^“”".!?\n]{2,80},\s["“‘]/u;

/** The sign of a question, or a second half that weighs against the first. */
function findTurned(words: string, behind: string, around: string): string | undefined {
  if (behind.startsWith("?") && !ASKED.test(around)) return "it leaves out that it is a question";
  const turned = TURNED.exec(behind);
  if (turned === null || findWeight(words, "negation") !== undefined) return undefined;
  const isAdded = turned.groups?.["half"]?.toLowerCase() === "and";
  if (isAdded && !DISBELIEVED.test(behind)) return undefined;
  if (findWeight(around, "condition") !== undefined || /\byet\b/i.test(around)) return undefined;
  return `it leaves out “${(/^[^.!?;]*/.exec(behind)?.[0] ?? "").replace(/^,?\s/, "").trim()}”`;
}

const ASKED = /\?|\b(?:ask(?:s|ed|ing)?|questions?|whether|if|wonder(?:s|ed|ing)?)\b/iu;

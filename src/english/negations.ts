// Text → its negations: which words each one denies.

import { findWords } from "../text/words.ts";
import { foldWord, isStopWord, stemVerb } from "./stems.ts";

/** One negation. Stems of subject words, nearest first. */
export interface Negation {
  readonly text: string;
  /** What it denies. */
  readonly heads: readonly string[];
  /** What stands within its reach: the heads, and words that it may deny. */
  readonly scope: readonly string[];
  /** "Stopped", "lost": it denies by its meaning, and need not be matched by another denial. */
  readonly soft: boolean;
}

export interface Polarity {
  readonly negations: readonly Negation[];
  /** Stems of the subject words that stand outside every negation. */
  readonly affirmed: ReadonlySet<string>;
}

const PLAIN =
  /^(not|never|cannot|no|none|nobody|nothing|nowhere|neither|nor|without|hardly|barely|scarcely|rarely|seldom|lest)$/;
const CONTRACTED = /n['’]t$/i;
const REFUSING = /^(refus|unabl|unwil)/;
const REFUSING_TO = /^(declin|fail|neglect|omit)/;
const SOFT =
  /^(deni|declin|fail|lack|prevent|forbid|forbad|forbidden|reject|avoid|stop|ceas|prohibit|ban|barr|unlik|imposs|absent|absenc|abandon|cancel|halt|lost|lose|loss|miss(?!il|ion)|skip|empti|close|shut|vacant|instead|few|littl|away|free|drop|delay|postpon|until)/;
const BROAD = /^(none|nobody|nothing|neither|nor|no|without)$/;
const NOT_ONLY = /^(only|just|merely|simply|least|doubt|longer)$/;
/** Behind "no": "more than 40" is a bound. */
const BOUND = /^\s+(?:\p{L}+er|more|less|later) than\b/iu;
const PASSED_OVER =
  /^(yet|even|ever|been|being|be|have|has|had|do|does|did|will|would|could|can|should|may|might|must|to|any|anyone|the|a|an|so|very|quite|all|always|immediate|also|still|actual)$/;
const CLAUSE_END = /[,;:.!?—–()]|\s-\s/;
const CLAUSE_WORD =
  /^(but|although|though|because|while|whereas|when|after|before|since|until|if|who|which|that|and|or|than)$/;
/** How many subject words a negation reaches: a verb's "not" the first, a broad word more. */
const REACH = { narrow: 1, broad: 3, scope: 4 } as const;

interface Marked {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  readonly written: string;
}

/** Which subject words of one text are denied, and which are not. Linear time. */
export function readPolarity(text: string): Polarity {
  const words = findWords(text).map(({ start, end, text: written }) => ({
    start,
    end,
    written,
    folded: foldWord(written),
  }));
  const negations: Negation[] = [];
  const denied = new Set<number>();
  words.forEach((word, index) => {
    const kind = readKind(text, words, index);
    if (kind === undefined) return;
    const behind = listReached(text, words, index, REACH.scope);
    const isBroad = BROAD.test(word.folded);
    const isLast = behind.length === 0 && endsClause(text, words, index);
    const before = isBroad || isLast ? listBefore(text, words, index) : [];
    const scope = [...behind, ...before];
    for (const at of [index, ...scope]) denied.add(at);
    const reach = isBroad ? REACH.broad : REACH.narrow;
    const stems = scope.map((at) => stemVerb(words[at]?.written ?? ""));
    negations.push({
      text: word.written,
      heads: stems.slice(0, reach),
      scope: stems,
      soft: kind === "soft",
    });
  });
  const affirmed = words.flatMap((word, index) =>
    denied.has(index) || isStopWord(word.folded) ? [] : [stemVerb(word.written)],
  );
  return { negations, affirmed: new Set(affirmed) };
}

function readKind(
  text: string,
  words: readonly Marked[],
  index: number,
): "plain" | "soft" | undefined {
  const word = words[index];
  if (word === undefined) return;
  const next = words[index + 1]?.folded ?? "";
  if (CONTRACTED.test(word.written)) return "plain";
  if (PLAIN.test(word.folded)) return isPlain(word, next, text) ? "plain" : undefined;
  if (REFUSING.test(word.folded)) return "plain";
  if (next === "to" && deniesInfinitive(word, words[index - 1])) return "plain";
  return SOFT.test(word.folded) ? "soft" : undefined;
}

/** "Failed to", and "has yet to"; "yet to her" denies nothing. */
function deniesInfinitive({ folded }: Marked, before: Marked | undefined): boolean {
  if (folded !== "yet") return REFUSING_TO.test(folded);
  return /^(have|has|had|having|is|are|was|were)$/.test(before?.folded ?? "");
}

/** "Not only", "no doubt", "no longer than 8 mm" and "No. 3" deny nothing. */
function isPlain(word: Marked, next: string, text: string): boolean {
  if (!/^(not|no)$/.test(word.folded)) return true;
  if (BOUND.test(text.slice(word.end, word.end + 24))) return false;
  if (NOT_ONLY.test(next)) return next === "longer";
  return !/^\.?\s*\d/.test(text.slice(word.end, word.end + 8)) || word.folded === "not";
}

function endsClause(text: string, words: readonly Marked[], index: number): boolean {
  const [word, next] = [words[index], words[index + 1]];
  if (word === undefined || next === undefined) return true;
  return CLAUSE_END.test(text.slice(word.end, next.start)) || CLAUSE_WORD.test(next.folded);
}

/** "Malta did not.", "sent neither": what stands right before a negation in its clause. */
function listBefore(text: string, words: readonly Marked[], index: number): number[] {
  for (let at = index - 1; at >= 0; at -= 1) {
    const [word, after] = [words[at], words[at + 1]];
    if (word === undefined || after === undefined) break;
    if (CLAUSE_END.test(text.slice(word.end, after.start))) break;
    if (!isPassedOver(word.folded)) return [at];
  }
  return [];
}

/** The nearest subject words behind a negation, within its clause. */
function listReached(
  text: string,
  words: readonly Marked[],
  index: number,
  reach: number,
): number[] {
  const reached: number[] = [];
  let end = words[index]?.end ?? 0;
  for (let at = index + 1; at < words.length && reached.length < reach; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    const between = text.slice(end, word.start);
    const isOfWhich = /^(which|whom)$/.test(word.folded) && words[at - 1]?.folded === "of";
    const endsClause = CLAUSE_WORD.test(word.folded) && at > index + 1 && !isOfWhich;
    if (CLAUSE_END.test(between) || endsClause) break;
    end = word.end;
    if (!isPassedOver(word.folded)) reached.push(at);
  }
  return reached;
}

function isPassedOver(folded: string): boolean {
  return (
    isStopWord(folded) || PASSED_OVER.test(folded) || /ly$/.test(folded) || folded === "longer"
  );
}

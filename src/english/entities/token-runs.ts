// A block of prose → its runs of words with capitals, with the small words that stand within names.
// "the Rusk Office for Tides, said Ada van Roe" → [Rusk Office for Tides], [Ada van Roe]

import type { Span } from "../../core/span.ts";
import { BODY_HEAD, CAPITAL, COMPLETED, PARTICLE } from "./name-words.ts";

/** A word; a hyphened part that is no name is left out of `text`, not of the span. */
export interface Token extends Span {
  readonly text: string;
}

const WORD =
  /(?:\p{Lu}\.){2,}|\p{Lu}\.(?=\s\p{Lu})|(?:St|Mt|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Sens?|Reps?|Gov|Rev|Adm|Cmdr|Det|Insp|Supt|Hon)\.|(?:[ad]l-|[Oo]['’]|[dDlL]['’])?[\p{L}\p{N}@#][\p{L}\p{M}\p{N}’'+@#_]*(?:(?:[-‐‑&](?=[\p{L}\p{N}])|\.(?=(?:com|org|net)\b))[\p{L}\p{M}\p{N}’'+_]+)*/gu;
/** "Ghent-based", "Roe-era": the name alone is one. */
const BASED =
  /[-‐‑](?:based|born|area|led|backed|owned|made|run|era|style|wide|only|held|bound|controlled|friendly|linked|funded|related|aligned|occupied|trained|educated|raised|like|inspired|themed|bred|listed|supplied|brokered|sponsored|appointed|approved)$/u;
const POSSESSIVE = /(?:['’]s|(?<=[sS])['’])$/u;

/** The word without its possessive. */
export const bare = (token: Token | undefined): string =>
  (token?.text ?? "").replace(POSSESSIVE, "");

export function listRuns(text: string, block: Span): readonly (readonly Token[])[] {
  const tokens = Array.from(
    text.slice(block.start, block.end).matchAll(WORD),
    ({ index, 0: word }) => ({
      text: word.replace(BASED, ""),
      start: block.start + index,
      end: block.start + index + word.length,
    }),
  );
  const runs: Token[][] = [];
  let run: Token[] = [];
  for (const [at, token] of tokens.entries()) {
    if (run.length >= LONGEST_RUN || isBroken(text, tokens[at - 1], token)) {
      runs.push(run);
      run = [];
    }
    if (isPart(run, token, tokens.slice(at + 1, at + 3))) run.push(token);
    else {
      runs.push(run);
      run = [];
    }
  }
  return [...runs, run].map(trimRun).filter(({ length }) => length > 0);
}

/** A name is no longer than that; a list of capitals may be. */
const LONGEST_RUN = 30;

/** Whether something stands between the two that no name goes over. */
function isBroken(text: string, last: Token | undefined, { start }: Token): boolean {
  if (last === undefined) return true;
  const isCut = last.end - last.start !== last.text.length;
  const isApart = !/^(?:[ \u00a0]|\s&\s)$/u.test(text.slice(last.end, start));
  return isCut || isApart || POSSESSIVE.test(last.text) || endsSentence(text, last);
}

/** "the U.S. The": a stop that ends a sentence ends a run too. */
function endsSentence(text: string, { text: word, end }: Token): boolean {
  return (
    /\.$/u.test(word) && /^\s(?:The|A|An|He|She|It|But|In|On)\s/u.test(text.slice(end, end + 6))
  );
}

function isPart(run: readonly Token[], token: Token, next: readonly Token[]): boolean {
  if (CAPITAL.test(token.text)) return true;
  return run.length > 0 && leadsToCapital(next) && joins(run, token.text);
}

function leadsToCapital([first, second]: readonly Token[]): boolean {
  if (CAPITAL.test(first?.text ?? "")) return true;
  return /^(?:the|of)$/u.test(first?.text ?? "") && CAPITAL.test(second?.text ?? "");
}

/** A small word within a name: "van" of a person, "of", "for" and the "and" behind them of a body. */
function joins(run: readonly Token[], word: string): boolean {
  const last = run.findLast((token) => CAPITAL.test(token.text))?.text ?? "";
  const isOpen = run.some((token) => /^(?:of|for|on)$/u.test(token.text));
  if (/^(?:of|for)$/u.test(word)) return COMPLETED.test(last) || BODY_HEAD.test(last);
  if (word === "on") return /^(?:Committee|Commission|Council|Conference)$/u.test(last);
  if (word === "the") return /^(?:of|for|on)$/u.test(run.at(-1)?.text ?? "");
  if (word === "and") return isOpen;
  return PARTICLE.test(word) || (word === "in" && isOpen && run.length > 2);
}

function trimRun(run: readonly Token[]): readonly Token[] {
  return run.slice(0, run.findLastIndex(({ text }) => CAPITAL.test(text)) + 1);
}

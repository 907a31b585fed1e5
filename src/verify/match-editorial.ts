// A quotation split by an editor's signs and an article → its place and what was left out or put in.

import type { Change } from "../core/check.ts";
import type { Span } from "../core/span.ts";
import { keepsWords } from "../quote/find-verbatim.ts";
import type { JudgedArticle } from "../quote/judged-article.ts";
import { foldTypography, unfoldSpan } from "../text/fold-typography.ts";

/** What stands between two runs of the article's words, or before the first. */
interface EditorialGap {
  /** `omission`: `…`, `[…]`; `bracket`: `[word]`; `sic`: `[sic]`. */
  readonly kind: "omission" | "bracket" | "sic";
  /** The editor's words; empty for an omission. */
  readonly text: string;
}

/** A run of the article's words. `anyCase`: the editor changed the case of its first letter. */
interface EditorialRun {
  readonly text: string;
  readonly gap?: EditorialGap;
  readonly anyCase: boolean;
  /** The gap before it stands for the end of a word: "walk[ed]". */
  readonly glued: boolean;
}

const DOTS = "(?:…|\\.\\s?\\.\\s?\\.)";
const GAP: RegExp = new RegExp(
  `\\s*[[(]\\s*${DOTS}\\s*[\\])]\\s*|\\s*\\.?\\s*${DOTS}(?:\\s?\\.)?\\s*|\\[(?<bracket>[^[\\]]{1,80})\\]`,
  "gu",
);
const FIRST_LETTER = /\[(\p{L})\](?=\p{L})/gu;
const CASE_MARK = "\ue000";

/** One run, without gap, when no convention is used. An omission at either end is left out. */
export function splitEditorial(words: string): readonly EditorialRun[] {
  const marked = words.replace(FIRST_LETTER, `${CASE_MARK}$1`);
  const runs: EditorialRun[] = [];
  let gap: EditorialGap | undefined;
  let from = 0;
  let glued = false;
  const push = (to: number): void => {
    const text = marked.slice(from, to);
    for (const [index, part] of text.split(new RegExp(`(?=${CASE_MARK})`)).entries()) {
      const plain = part.replace(CASE_MARK, "");
      if (plain.trim() === "") continue;
      const inner = index > 0 && runs.length > 0 && part.startsWith(CASE_MARK);
      runs.push({
        text: plain,
        ...(gap !== undefined && !inner && { gap }),
        anyCase: part.startsWith(CASE_MARK),
        glued: glued && !inner,
      });
      gap = undefined;
    }
  };
  for (const { 0: piece, index, groups = {} } of marked.matchAll(GAP)) {
    push(index);
    const bracket = groups["bracket"];
    gap = readGap(bracket, gap);
    glued = bracket !== undefined && /\p{L}$/u.test(marked.slice(0, index));
    from = index + piece.length;
  }
  push(marked.length);
  return runs;
}

function readGap(bracket: string | undefined, before: EditorialGap | undefined): EditorialGap {
  if (bracket === undefined) return before ?? { kind: "omission", text: "" };
  if (/^sic[.!]?$/i.test(bracket.trim())) return { kind: "sic", text: bracket };
  return { kind: "bracket", text: bracket };
}

/** One way in which the runs stand in the article, in order. */
export interface EditorialMatch extends Span {
  readonly changes: readonly Change[];
  readonly omissions: readonly Omission[];
}

/** Article text that the quotation leaves out, or that a bracket stands for. */
export interface Omission extends Span {
  readonly text: string;
  /** What the editor put in its place; empty for an ellipsis. */
  readonly replacement: string;
}

/** Furthest that two runs may lie apart, in units of folded text. */
const FURTHEST = { omission: 6000, bracket: 90, sic: 3 } as const;
/** Places of the first run that are tried, and of a later one. */
const MOST_STARTS = { first: 2000, later: 40 } as const;

/** The match that leaves out the least; `undefined` when the runs do not stand in this order. */
export function matchEditorial(
  runs: readonly EditorialRun[],
  article: JudgedArticle,
): EditorialMatch | undefined {
  const wanted = runs.map((run) => ({ ...run, text: foldTypography(run.text).text }));
  let best: EditorialMatch | undefined;
  for (const at of findRun(wanted[0], article, 0, Number.POSITIVE_INFINITY)) {
    const match = followRuns(wanted, article, at);
    if (match === undefined) continue;
    if (best === undefined || match.end - match.start < best.end - best.start) best = match;
  }
  return best;
}

interface FoldedSpan {
  readonly from: number;
  readonly to: number;
}

function followRuns(
  runs: readonly EditorialRun[],
  article: JudgedArticle,
  first: FoldedSpan,
): EditorialMatch | undefined {
  const spans = [first];
  for (const run of runs.slice(1)) {
    const before = spans.at(-1) ?? first;
    const reach = before.to + FURTHEST[run.gap?.kind ?? "sic"];
    const [next] = findRun(run, article, before.to, reach);
    if (next === undefined) return undefined;
    spans.push(next);
  }
  const folded = article.folded();
  const whole = unfoldSpan(folded, first.from, spans.at(-1)?.to ?? first.to);
  return whole === undefined ? undefined : { ...whole, ...describeGaps(runs, spans, article) };
}

/** Where a run stands between two places, cutting no word but one that a bracket ends. */
function findRun(
  run: EditorialRun | undefined,
  article: JudgedArticle,
  from: number,
  reach: number,
): readonly FoldedSpan[] {
  const wanted = run?.text.trim() ?? "";
  if (run === undefined || wanted === "") return [];
  // Nothing would be left of a single letter, and nothing stands everywhere.
  const loose = run.anyCase && wanted.length > 1 ? wanted.slice(1) : wanted;
  const whole = article.folded().text;
  // Searched in the reach alone: to the article's end would be long, for each of many starts.
  const text = Number.isFinite(reach) ? whole.slice(0, reach + wanted.length + 1) : whole;
  const most = Number.isFinite(reach) ? MOST_STARTS.later : MOST_STARTS.first;
  const found: FoldedSpan[] = [];
  let at = text.indexOf(loose, from);
  while (at !== -1 && found.length < most) {
    const span = { from: at - (wanted.length - loose.length), to: at + loose.length };
    const sameLetter = text.charAt(span.from).toLowerCase() === wanted.charAt(0).toLowerCase();
    if (sameLetter && span.from >= from && standsFree(run, article, span)) found.push(span);
    at = text.indexOf(loose, at + 1);
  }
  return found;
}

function standsFree(run: EditorialRun, article: JudgedArticle, { from, to }: FoldedSpan): boolean {
  const span = unfoldSpan(article.folded(), from, to);
  if (span === undefined) return false;
  if (keepsWords(article.source.text, span)) return true;
  // "walk[ed]": the run before the bracket ends inside the article's word.
  const next = article.folded().text.slice(to, to + 1);
  return run.glued || (/\p{L}/u.test(next) && run.gap?.kind === "bracket");
}

function describeGaps(
  runs: readonly EditorialRun[],
  spans: readonly FoldedSpan[],
  article: JudgedArticle,
): Pick<EditorialMatch, "changes" | "omissions"> {
  const folded = article.folded();
  const told = runs.map((run, index) => {
    const [before, span] = [spans[index - 1], spans[index]];
    const left = before && span && unfoldSpan(folded, before.to, span.from);
    const first = folded.text.charAt(span?.from ?? 0);
    return { changes: describeCase(run, first), ...describeGap(run, left, article.source.text) };
  });
  const opening = unfoldSpan(folded, spans[0]?.from ?? 0, spans[0]?.to ?? 0);
  return {
    changes: told.flatMap(({ changes, change }) => [...changes, ...change]),
    omissions: [
      ...replaceOpening(runs[0], opening, article.source.text),
      ...told.flatMap(({ omission }) => omission),
    ],
  };
}

/** A bracket before the first words may stand for the article's word there: “[will] be” for "may be". */
function replaceOpening(
  run: EditorialRun | undefined,
  opening: Span | undefined,
  article: string,
): readonly Omission[] {
  if (run?.gap?.kind !== "bracket" || opening === undefined) return [];
  const before = article.slice(Math.max(0, opening.start - 40), opening.start);
  const word = /(?<word>[\p{L}\p{N}’'.,-]*[\p{L}\p{N}])\s+$/u.exec(before)?.groups?.["word"];
  if (word === undefined) return [];
  const start = opening.start - before.length + before.lastIndexOf(word);
  return [{ start, end: start + word.length, text: word, replacement: run.gap.text }];
}

function describeCase({ anyCase, text }: EditorialRun, source: string): readonly Change[] {
  const draft = text.trim().charAt(0);
  return anyCase && source !== draft ? [{ kind: "case", source, draft }] : [];
}

function describeGap(
  { gap }: EditorialRun,
  left: Span | undefined,
  article: string,
): { readonly change: readonly Change[]; readonly omission: readonly Omission[] } {
  if (gap === undefined) return { change: [], omission: [] };
  const source = left === undefined ? "" : article.slice(left.start, left.end).trim();
  const change: Change =
    gap.kind === "omission"
      ? { kind: "omission", source, draft: "…" }
      : { kind: "insertion", source, draft: `[${gap.text}]` };
  const replacement = gap.text;
  const omitted = left !== undefined && gap.kind !== "sic";
  return { change: [change], omission: omitted ? [{ ...left, text: source, replacement }] : [] };
}

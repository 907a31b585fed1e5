// A quotation and the articles that may hold it → the verdict on it.

import type { Change, Finding, Quotation, Verdict } from "../core/check.ts";
import type { Span } from "../core/span.ts";
import { dropClosing, findTypographic, findVerbatim } from "../quote/find-verbatim.ts";
import type { Candidate, JudgedArticle } from "../quote/judged-article.ts";
import { listInvisible } from "../text/invisible.ts";
import { choosePlace, type FoundPlace } from "./choose-place.ts";
import { findMisleading, findTruncated } from "./find-misleading.ts";
import { judgeLikeness } from "./judge-likeness.ts";
import { matchEditorial, splitEditorial } from "./match-editorial.ts";
import { nameTypography } from "./name-difference.ts";

/**
 * The verdicts of `docs/verify.md`, the first that fits: the same bytes, the same but for
 * typography, edited by convention, alike, nowhere. A place where document and article disagree on
 * who said it counts only when there is no other.
 * @param document the text that the quotation stands in
 */
export function judgeQuotation(
  quotation: Quotation,
  candidates: readonly Candidate[],
  document = "",
): Finding {
  const invisible = listInvisible(quotation.text);
  const base = { quotation, others: [], changes: [], words: [], likeness: 0, invisible };
  if (!/[\p{L}\p{N}]/u.test(quotation.text)) {
    return { ...base, verdict: "unchecked", detail: "There is no word in it." };
  }
  const around = `${document.slice(Math.max(0, quotation.start - REACH), quotation.start)} ${document.slice(quotation.end, quotation.end + REACH)}`;
  const found = findPlaces(quotation, candidates, document).map((place, at) =>
    at < MOST_READ_ON ? judgeRest(place, around) : place,
  );
  if (found.length > 0) return { ...base, ...choosePlace(quotation, found) };
  const shown = candidates.map(({ article, near }) => ({
    article: article.rendered() ?? article,
    near,
  }));
  return { ...base, ...judgeLikeness(quotation.text, shown) };
}

/** Places whose sentences are read on; words that stand in more are no one sentence's. */
const MOST_READ_ON = 40;
/** How far around a quotation its document may itself deny or condition it. */
const REACH = 120;

/** Words that are the article's, and mislead without the rest of their sentence. */
function judgeRest(place: FoundPlace, around: string): FoundPlace {
  if (place.verdict === "misleading") return place;
  const reason = findTruncated(place.article.source.text, place.span, around);
  return reason === undefined ? place : { ...place, verdict: "misleading", reason };
}

type Finder = (article: JudgedArticle) => readonly FoundPlace[];

/** The places of the first way to stand in the articles that any of them fulfils. */
function findPlaces(
  { text, places = [] }: Quotation,
  candidates: readonly Candidate[],
  document: string,
): readonly FoundPlace[] {
  const pasted = document.slice(places[0] ?? 0, places.at(-1) ?? 0).trim();
  const exact = [text, ...(pasted === text || pasted === "" ? [] : [pasted])];
  const verbatim: Finder[] = exact.map(
    (words) => (article) =>
      findVerbatim(words, article).map((span) => found(article, span, "verified", [])),
  );
  const finders = [...verbatim, ...listFinders(text)];
  for (const find of finders) {
    const plain = candidates.flatMap(({ article }) => find(article));
    if (plain.length > 0) return plain;
    // Rendering costs more than all else, and most words stand in the file as it is.
    const shown = candidates.flatMap(({ article }) => article.rendered() ?? []).flatMap(find);
    if (shown.length > 0) return shown;
  }
  return [];
}

function listFinders(text: string): readonly Finder[] {
  const closed = dropClosing(text);
  return [
    (article) => findTypographic(text, article).map((span) => spellOut(article, span, text)),
    ...(closed === undefined
      ? []
      : [(article: JudgedArticle) => findClosed(article, text, closed)]),
    (article) => findEdited(article, text),
  ];
}

function found(
  article: JudgedArticle,
  span: Span,
  verdict: Verdict,
  changes: readonly Change[],
): FoundPlace {
  return { article, span, verdict, changes };
}

function spellOut(article: JudgedArticle, span: Span, text: string): FoundPlace {
  const there = article.source.text.slice(span.start, span.end);
  return found(article, span, "typographic", nameTypography(there, text));
}

/** The sentence around a quotation ends it with its own comma or full stop. */
function findClosed(article: JudgedArticle, text: string, closed: string): readonly FoundPlace[] {
  const dropped = text.slice(closed.length);
  const exact = findVerbatim(closed, article);
  const spans = exact.length > 0 ? exact : findTypographic(closed, article);
  return spans.map((span) => {
    const behind = article.source.text.slice(span.end, span.end + dropped.length);
    const changes: Change[] = [{ kind: "punctuation", source: behind.trim(), draft: dropped }];
    if (exact.length === 0) changes.push(...spellOut(article, span, closed).changes);
    return found(article, span, "typographic", changes);
  });
}

function findEdited(article: JudgedArticle, text: string): readonly FoundPlace[] {
  const trials = [text, dropClosing(text)].filter((trial) => trial !== undefined);
  for (const trial of trials) {
    const [first, ...rest] = splitEditorial(trial);
    if (first === undefined) continue;
    const match = matchEditorial([{ ...first, anyCase: true }, ...rest], article);
    if (match === undefined) continue;
    const reason = findMisleading(match, article.source.text);
    const changes = trial === text ? match.changes : [...match.changes, closing(text, trial)];
    const place = found(article, match, reason === undefined ? "edited" : "misleading", changes);
    return [reason === undefined ? place : { ...place, reason }];
  }
  return [];
}

function closing(text: string, trial: string): Change {
  return { kind: "punctuation", source: "", draft: text.slice(trial.length) };
}

// An article cut into passages → what it keeps of where its words come from.

import type { Article } from "../../core/article.ts";
import type { Lineage, Reliance } from "../../core/lineage.ts";
import type { Passage } from "../../core/passage.ts";
import { findAgency, foldPublisher } from "./compare-publishers.ts";
import { findReliances } from "./find-reliances.ts";
import { fingerprintTexts, type PlacedText } from "./fingerprint-texts.ts";

/** Furniture is left out, so that two articles of one site are no copies by their share lines. */
export function traceLineage(article: Article, passages: readonly Passage[]): Lineage {
  const { publisher, about } = article.metadata;
  const ownNames = [publisher?.value, about?.publisher].filter((name) => name !== undefined);
  const datelines = listExcluded(article, "dateline");
  const credits = listCredits(article, ownNames);
  const told = findReliances([...datelines, ...passages], ownNames).filter(
    ({ name }) => !credits.some((credit) => foldPublisher(credit.name) === foldPublisher(name)),
  );
  return {
    ...fingerprintTexts(passages.map(({ text }) => text)),
    restsOn: [...credits, ...told],
  };
}

/** The agency that a byline or the declared author names, if that is not who publishes the article. */
function listCredits(article: Article, ownNames: readonly string[]): readonly Reliance[] {
  for (const { start, text } of [...listExcluded(article, "byline"), ...placeAuthor(article)]) {
    const agency = findAgency(text);
    if (agency === undefined) continue;
    const isOwn = ownNames.some((name) => foldPublisher(name) === foldPublisher(agency.name));
    if (isOwn) continue;
    const { name, ...place } = agency;
    return [{ name, start: start + place.start, end: start + place.end, isCredit: true }];
  }
  return [];
}

/** Where the declared author first stands as words of their own. */
function placeAuthor({ metadata: { author }, text }: Article): readonly PlacedText[] {
  if (author === undefined) return [];
  const isInWord = (start: number, end: number): boolean =>
    /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, start - 2), start)) ||
    /^[\p{L}\p{N}]/u.test(text.slice(end, end + 2));
  let start = text.indexOf(author.value);
  while (start >= 0 && isInWord(start, start + author.value.length)) {
    start = text.indexOf(author.value, start + 1);
  }
  return start < 0 ? [] : [{ start, text: author.value }];
}

function listExcluded({ excluded, text }: Article, wanted: string): readonly PlacedText[] {
  return excluded
    .filter(({ reason }) => reason === wanted)
    .map(({ start, end }) => ({ start, text: text.slice(start, end) }));
}

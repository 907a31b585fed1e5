// An article cut into passages → what it keeps of where its words come from.

import type { Article } from "../../model/article.ts";
import type { Lineage, Reliance } from "../../model/lineage.ts";
import type { Passage } from "../../model/passage.ts";
import { findAgency, foldPublisher } from "./compare-publishers.ts";
import { findReliances } from "./find-reliances.ts";
import { fingerprintTexts } from "./fingerprint-texts.ts";
import type { PlacedText } from "./placed-text.ts";

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
  const { author } = article.metadata;
  const at = author === undefined ? -1 : article.text.indexOf(author.value);
  const declared = author === undefined || at < 0 ? [] : [{ start: at, text: author.value }];
  for (const { start, text } of [...listExcluded(article, "byline"), ...declared]) {
    const agency = findAgency(text);
    if (agency === undefined) continue;
    const isOwn = ownNames.some((name) => foldPublisher(name) === foldPublisher(agency.name));
    if (isOwn) continue;
    const { name, ...place } = agency;
    return [{ name, start: start + place.start, end: start + place.end, isCredit: true }];
  }
  return [];
}

function listExcluded({ excluded, text }: Article, wanted: string): readonly PlacedText[] {
  return excluded
    .filter(({ reason }) => reason === wanted)
    .map(({ start, end }) => ({ start, text: text.slice(start, end) }));
}

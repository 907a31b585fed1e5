// An article cut into passages → what it keeps of where its words come from.

import type { Article } from "../../model/article.ts";
import type { Lineage } from "../../model/lineage.ts";
import type { Passage } from "../../model/passage.ts";
import { findReliances } from "./find-reliances.ts";
import { fingerprintTexts } from "./fingerprint-texts.ts";

/** Where an agency's credit stands outside the passages. */
const CREDITED: ReadonlySet<string> = new Set(["dateline", "byline"]);

/** Furniture is left out, so that two articles of one site are no copies by their share lines. */
export function traceLineage(article: Article, passages: readonly Passage[]): Lineage {
  const { publisher, about } = article.metadata;
  const credits = article.excluded
    .filter(({ reason }) => CREDITED.has(reason))
    .map(({ start, end }) => ({ start, text: article.text.slice(start, end) }));
  return {
    prints: fingerprintTexts(passages.map(({ text }) => text)),
    restsOn: findReliances(
      [...credits, ...passages],
      [publisher?.value, about?.publisher].filter((name) => name !== undefined),
    ),
  };
}

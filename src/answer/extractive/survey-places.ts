// Evidence of whole articles → the fewest sentences that name every country, or state, that is named.

import type { DraftPart } from "../../core/draft.ts";
import type { Evidence } from "../../core/evidence.ts";
import { listPlaces, type PlaceKind } from "../../english/country-names.ts";
import { countWords } from "../../text/words.ts";
import { introduceArticle } from "./introduce-article.ts";
import { listSentences, type PlainSentence } from "./summarize-articles.ts";

/** Sentences shown. */
const LIMIT = 8;
/** A longer sentence is a list of something else. */
const MOST_WORDS = 80;

interface Naming extends PlainSentence {
  readonly places: ReadonlySet<string>;
}

/** One claim an article, its lead-in says which places its quotes name; a note where some have no place. */
export function surveyPlaces(evidence: Evidence, kind: PlaceKind): DraftPart[] {
  const naming = listSentences(evidence)
    .filter(({ text }) => countWords(text) <= MOST_WORDS)
    .map((sentence) => ({
      ...sentence,
      places: new Set(listPlaces(sentence.text, kind).map(({ name }) => name)),
    }));
  const all = new Set(naming.flatMap(({ places }) => [...places]));
  if (all.size === 0) {
    const detail = `No article that was searched names any of the ${kind} that are known.`;
    return [{ kind: "abstention", reason: "no-match", detail, closest: [] }];
  }
  const chosen = coverAll(naming);
  const shown = new Set(chosen.flatMap(({ places }) => [...places]));
  const ids = [...new Set(chosen.map(({ articleId }) => articleId))];
  const claims = ids.map((id) => tellArticle(evidence, id, chosen));
  const left = [...all].filter((place) => !shown.has(place)).sort();
  if (left.length === 0) return claims;
  const text = `Named too, in sentences not shown: ${left.join(", ")}.`;
  return [...claims, { kind: "note", code: "cut", text }];
}

/** Greedy set cover: each next sentence names the most places that none before it did, the first of equals. */
function coverAll(naming: readonly Naming[]): readonly Naming[] {
  const chosen: Naming[] = [];
  const named = new Set<string>();
  while (chosen.length < LIMIT) {
    const gains = naming.map((sentence) => ({ sentence, gain: countNew(sentence, named) }));
    const next = gains.reduce((best, other) => (other.gain > best.gain ? other : best), {
      sentence: undefined as Naming | undefined,
      gain: 0,
    }).sentence;
    if (next === undefined) break;
    chosen.push(next);
    for (const place of next.places) named.add(place);
  }
  return chosen;
}

function countNew({ places }: Naming, named: ReadonlySet<string>): number {
  return [...places].filter((place) => !named.has(place)).length;
}

function tellArticle(evidence: Evidence, id: string, chosen: readonly Naming[]): DraftPart {
  const own = chosen
    .filter(({ articleId }) => articleId === id)
    .sort((one, other) => one.start - other.start);
  const places = [...new Set(own.flatMap((sentence) => [...sentence.places]))];
  const voice = introduceArticle(id, evidence.articles.get(id)).replace(/:$/u, "");
  return {
    kind: "claim",
    text: `${voice}, naming ${places.join(", ")}:`,
    quotes: own.map(({ articleId, start, end, text }) => ({ articleId, start, end, text })),
    needsAll: true,
  };
}

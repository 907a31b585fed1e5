// The quotes of one position → which articles give the same person's words for it.

import type { Quote } from "../../core/answer.ts";
import type { SharedSpeaker } from "../../core/comparison.ts";
import type { Speaker } from "../../core/speech.ts";
import { isSamePerson } from "../../english/speech/is-speaker.ts";

/**
 * By article, those that add no voice to it or to which it adds none: the one has nobody's words for
 * the position but a speaker's who stands in the other too.
 */
export function listSharing(quotes: readonly Quote[]): ReadonlyMap<string, readonly string[]> {
  const voices = [...groupByArticle(quotes)].map(([id, own]) => ({
    id,
    speakers: listSpeakers(own),
  }));
  return new Map(
    voices.map(({ id, speakers }) => {
      const sharing = voices.filter(
        (other) =>
          other.id !== id &&
          (addsNothing(speakers, other.speakers) || addsNothing(other.speakers, speakers)),
      );
      return [id, sharing.map((other) => other.id)];
    }),
  );
}

/** By article, those with which it shares a speaker in each position that both take. */
export function listAlwaysSharing(
  positions: readonly (readonly Quote[])[],
): ReadonlyMap<string, readonly string[]> {
  const taken = positions.map((quotes) => ({
    ids: new Set(quotes.map(({ articleId }) => articleId)),
    sharing: listSharing(quotes),
  }));
  const ids = new Set(taken.flatMap((position) => [...position.ids]));
  return new Map(
    [...ids].map((id) => {
      const others = [...ids].filter((other) => {
        const both = taken.filter((position) => position.ids.has(id) && position.ids.has(other));
        return both.length > 0 && both.every(({ sharing }) => sharing.get(id)?.includes(other));
      });
      return [id, others];
    }),
  );
}

/** The speaker whose words each of at least two articles gives; `undefined` where there is none. */
export function findSharedSpeaker(quotes: readonly Quote[]): SharedSpeaker | undefined {
  const articles = [...groupByArticle(quotes).values()];
  const [first = [], ...rest] = articles.map(listSpeakers);
  if (rest.length === 0) return undefined;
  const shared = first.find((speaker) => rest.every((others) => has(others, speaker)));
  if (shared === undefined) return undefined;
  const all = [first, ...rest].flat().filter((speaker) => isSame(shared, speaker));
  const names = all.flatMap((speaker) => speaker?.name ?? []);
  const name = names.toSorted((one, other) => other.length - one.length)[0] ?? "";
  const isAlone = all.length === quotes.length;
  return { name, articles: articles.length, isAlone };
}

/** The speaker of a quote; `undefined` for the article's own words and for somebody not named. */
type Voice = Speaker | undefined;

function groupByArticle(quotes: readonly Quote[]): Map<string, Quote[]> {
  const groups = new Map<string, Quote[]>();
  for (const quote of quotes) {
    groups.set(quote.articleId, [...(groups.get(quote.articleId) ?? []), quote]);
  }
  return groups;
}

function listSpeakers(quotes: readonly Quote[]): readonly Voice[] {
  return quotes.map(({ attribution }) => attribution?.speaker);
}

/** Whether the first adds nothing to the second: all its words are one speaker's whom the second has too. */
function addsNothing(one: readonly Voice[], other: readonly Voice[]): boolean {
  const [speaker] = one;
  return one.every((voice) => isSame(speaker, voice)) && has(other, speaker);
}

function has(voices: readonly Voice[], speaker: Voice): boolean {
  return voices.some((voice) => isSame(speaker, voice));
}

function isSame(one: Voice, other: Voice): boolean {
  return one !== undefined && other !== undefined && isSamePerson(one, other);
}

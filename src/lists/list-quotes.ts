// A name and the corpus → every sentence that tells what its bearer said, by day.

import type { Article } from "../core/article.ts";
import { publishedDay } from "../core/article.ts";
import type { SaidList, SaidSentence } from "../core/listing.ts";
import type { ArticleSource } from "../core/ports/article-source.ts";
import type { Filters } from "../core/question.ts";
import type { Span } from "../core/span.ts";
import { resolveNames } from "../english/entities/resolve-names.ts";
import { findManner } from "../english/speech/find-manner.ts";
import { isSpeaker } from "../english/speech/is-speaker.ts";
import { measureQuoted } from "../english/speech/mask-quotations.ts";
import { readParagraph } from "../english/speech/read-paragraph.ts";
import { mintExcerpt } from "../quote/mint-quote.ts";
import { foldName } from "../text/fold-name.ts";
import { linesAt } from "../text/lines.ts";
import { flattenSpace } from "../text/words.ts";
import { attributeArticle, type SpokenSentence } from "./attribute-article.ts";
import { plainName } from "./identify-speaker.ts";
import { type MergedEntity, mergeEntities, type NamedArticle } from "./merge-entities.ts";
import { placeEntities, traceCopies } from "./place-entities.ts";
import { readCorpus } from "./read-corpus.ts";
import type { Corrections } from "./read-corrections.ts";

export interface SaidAsked {
  readonly speaker: string;
  readonly filters: Filters;
  readonly corrections: Corrections;
}

/** How often names are looked for again under the names just learned. */
const ROUNDS = 3;

/**
 * Precision before coverage: a sentence is listed where its article names the speaker, by a name that
 * stands for nobody else there.
 * @throws PullquoteError of the source
 */
export async function listQuotes(
  { speaker, filters, corrections }: SaidAsked,
  source: ArticleSource,
  signal?: AbortSignal,
): Promise<SaidList> {
  const articles = new Map<string, Article>();
  const named = new Map<string, NamedArticle>();
  let wanted: readonly string[] = [plainName(speaker).split(" ").at(-1) ?? ""];
  let counts = { read: 0, undated: 0 };
  let merged: readonly MergedEntity[] = [];
  let found: readonly MergedEntity[] = [];
  for (let round = 0; round < ROUNDS && wanted.length > 0; round += 1) {
    const words = wanted;
    const take = (article: Article): void => {
      articles.set(article.id, article);
      named.set(article.id, {
        id: article.id,
        mentions: resolveNames(article.text, article.blocks),
      });
    };
    const wants = ({ id, text }: { id: string; text: string }): boolean => {
      if (named.has(id)) return false;
      const folded = foldName(text);
      return words.some((word) => folded.includes(word));
    };
    counts = await readCorpus(source, filters, take, { wants, signal });
    merged = mergeEntities([...named.values()], corrections);
    found = pickEntities(merged, speaker);
    wanted = found
      .flatMap(({ aliases }) => aliases.map(({ name }) => foldName(name)))
      .filter((name) => !words.some((word) => name.includes(word)));
  }
  const [only] = found;
  const rest = { asked: speaker, ...counts };
  if (only === undefined || found.length > 1) {
    return { ...rest, ambiguous: found.map(({ name }) => name), said: [] };
  }
  const index = placeEntities(merged, named.values());
  const said = [...new Set(only.places.map(({ articleId }) => articleId))].flatMap((id) => {
    const article = articles.get(id);
    if (article === undefined) return [];
    const own = attributeArticle(article, index.get(id) ?? []).filter(({ entities }) =>
      entities.includes(only),
    );
    const lines = linesAt(
      article.text,
      own.map(({ start }) => start),
    );
    return own.map((one, at) => toSaid(article, one, only, lines[at] ?? 1));
  });
  const { places: _places, ...entity } = only;
  return { ...rest, speaker: entity, ambiguous: [], said: joinCopies(said, articles) };
}

/** Who is called so in full; else whose name it is a form of. */
function pickEntities(merged: readonly MergedEntity[], asked: string): readonly MergedEntity[] {
  const speaking = merged.filter(({ kind }) => kind !== "place");
  const isCalled = (name: string): boolean => plainName(name) === plainName(asked);
  const named = speaking.filter(({ name }) => isCalled(name));
  if (named.length > 0) return named;
  const aliased = speaking.filter(({ aliases }) => aliases.some(({ name }) => isCalled(name)));
  if (aliased.length > 0) return aliased;
  return speaking.filter(({ name, kind }) => kind === "person" && isSpeaker({ name }, asked));
}

/** A sentence of theirs as it stands in the file. */
function toSaid(
  article: Article,
  { speaker, manner, ...span }: SpokenSentence,
  entity: MergedEntity,
  line: number,
): SaidSentence {
  const verb = findManner(article.text, speaker);
  const { id, path, metadata } = article;
  return {
    excerpt: mintExcerpt(article, span),
    article: { id, path, metadata },
    line,
    speech: manner === "reported" ? "indirect" : measureSpeech(article.text, span),
    ...(verb !== undefined && { verb }),
    speaker: { name: entity.name, ...(speaker.role !== undefined && { role: speaker.role }) },
    copies: [],
  };
}

const MOSTLY = 0.5;

function measureSpeech(text: string, { start, end }: Span): SaidSentence["speech"] {
  const { masked, start: from } = readParagraph(text, start);
  const quoted = measureQuoted(masked, start - from, end - from);
  return quoted >= MOSTLY ? "direct" : quoted > 0 ? "partial" : "indirect";
}

/** In the order of `orderSaid`; of sentences that copies of one text share, the earliest, with the places of the others. */
function joinCopies(
  said: readonly SaidSentence[],
  articles: ReadonlyMap<string, Article>,
): readonly SaidSentence[] {
  const ids = [...new Set(said.map(({ article }) => article.id))];
  const copiesOf = traceCopies(ids.flatMap((id) => articles.get(id) ?? []));
  const kept: SaidSentence[] = [];
  for (const one of orderSaid(said)) {
    const words = flattenSpace(one.excerpt.text);
    const at = kept.findIndex(
      (other) =>
        copiesOf.get(other.article.id)?.includes(one.article.id) === true &&
        flattenSpace(other.excerpt.text) === words,
    );
    const first = kept[at];
    if (first === undefined) kept.push(one);
    else {
      const { start, end } = one.excerpt;
      kept[at] = { ...first, copies: [...first.copies, { articleId: one.article.id, start, end }] };
    }
  }
  return kept;
}

function orderSaid(said: readonly SaidSentence[]): readonly SaidSentence[] {
  const dayOf = ({ article }: SaidSentence): string => publishedDay(article.metadata) ?? "~";
  return said.toSorted(
    (one, other) =>
      compare(dayOf(one), dayOf(other)) ||
      compare(one.article.id, other.article.id) ||
      one.excerpt.start - other.excerpt.start,
  );
}

export const compare = (one: string, other: string): number =>
  one < other ? -1 : one > other ? 1 : 0;

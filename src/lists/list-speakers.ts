// The corpus → everybody who is quoted by name, and how often.

import type { Article } from "../core/article.ts";
import type { SpeakerCount } from "../core/listing.ts";
import type { ArticleSource } from "../core/ports/article-source.ts";
import { resolveNames } from "../english/entities/resolve-names.ts";
import { flattenSpace } from "../text/words.ts";
import { attributeArticle, type SpokenSentence } from "./attribute-article.ts";
import { compare, type SaidAsked } from "./list-quotes.ts";
import { type MergedEntity, mergeEntities, type NamedArticle } from "./merge-entities.ts";
import { placeEntities, traceCopies } from "./place-entities.ts";
import { readCorpus } from "./read-corpus.ts";

/**
 * Everybody who is quoted by name, and how often; a sentence that copies of one text have in common counts
 * once. The most quoted first.
 * @throws PullquoteError of the source
 */
export async function listSpeakers(
  { filters, corrections }: Omit<SaidAsked, "speaker">,
  source: ArticleSource,
  signal?: AbortSignal,
): Promise<readonly SpeakerCount[]> {
  const articles = new Map<string, Article>();
  const named: NamedArticle[] = [];
  const take = (article: Article): void => {
    articles.set(article.id, article);
    named.push({ id: article.id, mentions: resolveNames(article.text, article.blocks) });
  };
  await readCorpus(source, filters, take, { signal });
  const index = placeEntities(mergeEntities(named, corrections), named);
  const originals = nameOriginals(articles);
  const counts = new Map<MergedEntity, Count>();
  for (const article of articles.values()) {
    const original = originals.get(article.id) ?? article.id;
    for (const one of attributeArticle(article, index.get(article.id) ?? [])) {
      const words = flattenSpace(article.text.slice(one.start, one.end));
      const sentence = { id: `${original}\n${words}`, articleId: article.id, manner: one.manner };
      for (const entity of one.entities) addSentence(counts, entity, sentence);
    }
  }
  return Array.from(counts, ([{ name, kind }, { direct, indirect, articles: those }]) => ({
    name,
    kind,
    direct,
    indirect,
    articles: those.size,
  })).sort(
    (one, other) =>
      other.direct + other.indirect - one.direct - one.indirect || compare(one.name, other.name),
  );
}

interface Count {
  direct: number;
  indirect: number;
  readonly articles: Set<string>;
  /** Sentences that were counted. */
  readonly known: Set<string>;
}

interface Counted {
  /** The same in every copy. */
  readonly id: string;
  readonly articleId: string;
  readonly manner: SpokenSentence["manner"];
}

function addSentence(
  counts: Map<MergedEntity, Count>,
  entity: MergedEntity,
  { id, articleId, manner }: Counted,
): void {
  const count = counts.get(entity) ?? {
    direct: 0,
    indirect: 0,
    articles: new Set(),
    known: new Set(),
  };
  counts.set(entity, count);
  count.articles.add(articleId);
  if (count.known.has(id)) return;
  count.known.add(id);
  count[manner === "reported" ? "indirect" : "direct"] += 1;
}

/** By article, the first of those that are copies of it. */
function nameOriginals(articles: ReadonlyMap<string, Article>): ReadonlyMap<string, string> {
  const originals = new Map<string, string>();
  for (const [id, copies] of traceCopies(articles.values())) {
    const first = copies.map((copy) => originals.get(copy)).find((one) => one !== undefined);
    originals.set(id, first ?? id);
  }
  return originals;
}

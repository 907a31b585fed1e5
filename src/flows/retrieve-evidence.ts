// Question → evidence: understand, search, fuse, rerank, select.

import { PullquoteError } from "../model/errors.ts";
import type { Evidence } from "../model/evidence.ts";
import type { Question } from "../model/question.ts";
import type { RetrievalSettings } from "../model/retrieval-settings.ts";
import type { Embedder } from "../ports/embedder.ts";
import type { ArticleScope, LegHit, PassageStore } from "../ports/passage-store.ts";
import { fuseRankings } from "../stages/retrieve/fuse-rankings.ts";
import { RANKINGS } from "../stages/retrieve/name-rankings.ts";
import { rerankPassages } from "../stages/retrieve/rerank-passages.ts";
import { scopeArticles } from "../stages/retrieve/scope-articles.ts";
import { selectPassages } from "../stages/retrieve/select-passages.ts";
import { surveyTerms } from "../stages/retrieve/survey-terms.ts";

export interface RetrievalPorts {
  readonly embedder: Embedder;
  readonly store: PassageStore;
}

/** Passages each leg may bring, and passages a writer reads. */
const LEG_LIMIT = 60;
const EVIDENCE_LIMIT = 20;
/** An article whose best passage has this share of the best score of all is sure of a place. */
const ARTICLE_FLOOR = 0.4;

export interface RetrievalOptions {
  /** What ships, unless an evaluation asks for another ranking. */
  readonly settings?: RetrievalSettings | undefined;
  /** Most passages; as many as a writer reads unless given. */
  readonly limit?: number | undefined;
}

/** @throws PullquoteError `embedder-failed` | `index-damaged` | `interrupted` */
export async function retrieveEvidence(
  question: Question,
  ports: RetrievalPorts,
  signal?: AbortSignal,
  { settings = RANKINGS.hybrid, limit = EVIDENCE_LIMIT }: RetrievalOptions = {},
): Promise<Evidence> {
  const { ids, records, searched } = scopeArticles(await ports.store.records(), question.filters);
  const hits =
    searched.passages === 0 ? [] : await searchLegs(question, ids, ports, settings, signal);
  const fused = fuseRankings(hits);
  const passages = fused.map(({ passage }) => passage);
  const terms = surveyTerms(question.text, passages);
  const ranked = settings.rerank ? rerankPassages(fused, terms) : fused;
  return {
    question,
    passages: settings.spread
      ? selectPassages(ranked, limit, ARTICLE_FLOOR)
      : ranked.slice(0, limit),
    articles: new Map(records.map((record) => [record.id, record])),
    searched,
    terms,
    found: fused.length,
  };
}

async function searchLegs(
  question: Question,
  scope: ArticleScope,
  { embedder, store }: RetrievalPorts,
  { legs }: RetrievalSettings,
  signal: AbortSignal | undefined,
): Promise<readonly LegHit[]> {
  const searches = {
    dense: async () =>
      store.searchDense(await embedder.embedQuestion(question.text, signal), LEG_LIMIT, scope),
    "full-text": () => store.searchFullText(question.text, LEG_LIMIT, scope),
  };
  const hits = (await Promise.all(legs.map((leg) => searches[leg]()))).flat();
  if (signal?.aborted === true) {
    throw new PullquoteError({ code: "interrupted", message: "The search was stopped." });
  }
  return hits;
}

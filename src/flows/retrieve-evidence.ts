// Question → evidence: understand, search, fuse, rerank; then cut down or select, once or more.

import { PullquoteError } from "../model/errors.ts";
import type { Evidence, ScoredPassage } from "../model/evidence.ts";
import type { ArticleRecord } from "../model/index-state.ts";
import type { Question } from "../model/question.ts";
import type { RetrievalSettings } from "../model/retrieval-settings.ts";
import type { Embedder } from "../ports/embedder.ts";
import type { ArticleScope, LegHit, PassageStore } from "../ports/passage-store.ts";
import {
  findSummaryRequest,
  type SummaryRequest,
} from "../stages/retrieve/find-summary-request.ts";
import { findSurveyRequest, type SurveyRequest } from "../stages/retrieve/find-survey-request.ts";
import { focusPassages } from "../stages/retrieve/focus-passages.ts";
import { fuseRankings } from "../stages/retrieve/fuse-rankings.ts";
import { RANKINGS } from "../stages/retrieve/name-rankings.ts";
import { type RankedCandidates, rerankPassages } from "../stages/retrieve/rerank-passages.ts";
import { scopeArticles } from "../stages/retrieve/scope-articles.ts";
import { selectPassages } from "../stages/retrieve/select-passages.ts";
import { surveyTerms } from "../stages/retrieve/survey-terms.ts";
import { listQuotedPhrases } from "../text/quoted-phrases.ts";
import { carriesSubject } from "../text/stems.ts";
import { findWords } from "../text/words.ts";
import { gatherSummary, gatherSurvey } from "./gather-summary.ts";
import type { PassageSift } from "./keep-speaker.ts";

export interface RetrievalPorts {
  readonly embedder: Embedder;
  readonly store: PassageStore;
}

/** Passages each leg may bring. */
const LEG_LIMIT = 100;
/** Passages each phrase in quotation marks may add. */
const PHRASE_LIMIT = 40;
/** What a writer reads: passages, or words of passages cut down to their best sentences. */
const EVIDENCE_PASSAGES = 20;
const EVIDENCE_WORDS = 2000;
const FURTHER_WORDS = 1000;
/** An article whose best passage has this share of the best score of all is sure of a place. */
const ARTICLE_FLOOR = 0.4;

export interface SearchOptions {
  /** What ships, unless an evaluation asks for another ranking. */
  readonly settings?: RetrievalSettings | undefined;
  /** What of the passages found may be read at all; everything unless given. */
  readonly sift?: PassageSift | undefined;
  /** A second search with further words, in some of the articles alone; none where none are chosen. */
  readonly also?: FurtherSearch | undefined;
}

export interface FurtherSearch {
  readonly words: string;
  choose(records: readonly ArticleRecord[]): ReadonlySet<string>;
}

/** How much of what was found is read. */
export interface EvidenceRoom {
  /** Most passages; as much as a writer reads unless given. */
  readonly limit?: number | undefined;
  /** Words of the best sentences; as many as a writer reads unless given. */
  readonly words?: number | undefined;
}

/** All that the search legs found, ranked once: a writer and a comparison read different amounts of it. */
export interface FoundPassages {
  readonly settings: RetrievalSettings;
  readonly evidence: Omit<Evidence, "passages">;
  /** Best first by both legs. */
  readonly fused: readonly ScoredPassage[];
  /** Absent where the settings want no reranking. */
  readonly ranked?: RankedCandidates;
  readonly summary: SummaryRequest | undefined;
  readonly survey: SurveyRequest | undefined;
}

/** @throws PullquoteError `embedder-failed` | `index-damaged` | `interrupted` */
export async function retrieveEvidence(
  question: Question,
  ports: RetrievalPorts,
  signal?: AbortSignal,
  options: SearchOptions & EvidenceRoom = {},
): Promise<Evidence> {
  return cutEvidence(await findPassages(question, ports, signal, options), ports.store, options);
}

/** @throws PullquoteError `embedder-failed` | `index-damaged` | `interrupted` */
export async function findPassages(
  question: Question,
  ports: RetrievalPorts,
  signal?: AbortSignal,
  { settings = RANKINGS.hybrid, sift, also }: SearchOptions = {},
): Promise<FoundPassages> {
  const summary = findSummaryRequest(question.text);
  const survey = findSurveyRequest(question.text);
  const text = (summary ?? survey)?.words || question.text;
  const { ids, records, searched } = scopeArticles(await ports.store.records(), question.filters);
  const wanted = [text, ...(question.filters.speakers ?? []), also?.words ?? ""].join(" ").trim();
  const scopes = searched.passages === 0 ? [] : [ids, ...listFurther(records, also)];
  const hits: LegHit[] = [];
  for (const scope of scopes)
    hits.push(...(await searchLegs(wanted, scope, ports, settings, signal)));
  const found = fuseRankings(hits);
  const fused = sift === undefined ? found : await sift(found);
  const articles = new Map(records.map((record) => [record.id, record]));
  const terms = surveyTerms(
    text,
    found.map(({ passage }) => passage),
    articles,
  );
  const counted = { question, articles, searched, terms, found: found.length };
  return {
    settings,
    evidence: { ...counted, ...(fused !== found && { isSifted: true }) },
    fused,
    ...(settings.rerank && { ranked: rerankPassages(fused, { text, terms, articles }) }),
    summary,
    survey,
  };
}

/** The same search with only some of its passages, its words counted over all of them. */
export function siftFound(found: FoundPassages, passages: readonly ScoredPassage[]): FoundPassages {
  const { question, terms, articles } = found.evidence;
  const text = found.summary?.words || question.text;
  const ranked = found.settings.rerank && rerankPassages(passages, { text, terms, articles });
  return { ...found, fused: passages, ...(ranked && { ranked }) };
}

/** The articles of a second search, where they are some and not all. */
function listFurther(
  records: readonly ArticleRecord[],
  also: FurtherSearch | undefined,
): readonly ReadonlySet<string>[] {
  const chosen = also?.choose(records);
  return chosen === undefined || chosen.size === 0 || chosen.size === records.length
    ? []
    : [chosen];
}

/** @throws PullquoteError `index-damaged` */
export async function cutEvidence(
  found: FoundPassages,
  store: PassageStore,
  room: EvidenceRoom = {},
): Promise<Evidence> {
  const evidence = { ...found.evidence, passages: cutPassages(found, room) };
  if (found.survey !== undefined) return gatherSurvey(found.survey, evidence, store);
  return found.summary === undefined ? evidence : gatherSummary(found.summary, evidence, store);
}

function cutPassages(
  { fused, ranked, settings }: FoundPassages,
  { limit, words = EVIDENCE_WORDS }: EvidenceRoom,
): readonly ScoredPassage[] {
  const most = limit ?? EVIDENCE_PASSAGES;
  if (ranked === undefined) return fused.slice(0, most);
  const { passages, sentences } = ranked;
  if (settings.focus) return focusPassages(sentences, words, FURTHER_WORDS).slice(0, limit);
  return settings.spread ? selectPassages(passages, most, ARTICLE_FLOOR) : passages.slice(0, most);
}

/** Grammar words are in every passage: they cost a search most of its time and tell nothing. */
function listContentWords(text: string): string {
  const words = findWords(text).filter((word) => carriesSubject(word.text));
  return words.length > 0 ? words.map((word) => word.text).join(" ") : text;
}

/** Phrases first: what the whole question finds keeps that score. */
async function searchWords(
  question: string,
  store: PassageStore,
  scope: ArticleScope,
): Promise<readonly LegHit[]> {
  const searches = [
    ...listQuotedPhrases(question).map((phrase) => store.searchPhrase(phrase, PHRASE_LIMIT, scope)),
    store.searchFullText(listContentWords(question), LEG_LIMIT, scope),
  ];
  return (await Promise.all(searches)).flat();
}

async function searchLegs(
  text: string,
  scope: ArticleScope,
  { embedder, store }: RetrievalPorts,
  { legs }: RetrievalSettings,
  signal: AbortSignal | undefined,
): Promise<readonly LegHit[]> {
  const searches = {
    dense: async () =>
      store.searchDense(await embedder.embedQuestion(text, signal), LEG_LIMIT, scope),
    "full-text": () => searchWords(text, store, scope),
  };
  const hits = (await Promise.all(legs.map((leg) => searches[leg]()))).flat();
  if (signal?.aborted === true) {
    throw new PullquoteError({ code: "interrupted", message: "The search was stopped." });
  }
  return hits;
}

// Question → passages: what each leg finds, fused into one ranking.

import { PullquoteError } from "../model/errors.ts";
import type { Evidence, ScoredPassage } from "../model/evidence.ts";
import type { ArticleRecord } from "../model/index-state.ts";
import type { Question } from "../model/question.ts";
import type { RetrievalSettings } from "../model/retrieval-settings.ts";
import type { Embedder } from "../ports/embedder.ts";
import type { ArticleScope, LegHit, PassageStore } from "../ports/passage-store.ts";
import { findSummaryRequest, type SummaryRequest } from "../question/find-summary-request.ts";
import { findSurveyRequest, type SurveyRequest } from "../question/find-survey-request.ts";
import { listQuotedPhrases } from "../text/quoted-phrases.ts";
import { carriesSubject } from "../text/stems.ts";
import { findWords } from "../text/words.ts";
import { fuseLegs } from "./fuse-legs.ts";
import { RANKINGS } from "./name-rankings.ts";
import { scopeArticles } from "./scope-articles.ts";
import { surveyTerms } from "./survey-terms.ts";

export interface RetrievalPorts {
  readonly embedder: Embedder;
  readonly store: PassageStore;
}

/** Passages each leg may bring. */
const LEG_LIMIT = 100;
/** Passages each phrase in quotation marks may add. */
const PHRASE_LIMIT = 40;

/** Chooses among the passages found, before they are read. */
export type PassageSift = (found: readonly ScoredPassage[]) => Promise<readonly ScoredPassage[]>;

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

/** All that the search legs found, ranked once. */
export interface FoundPassages {
  readonly evidence: Omit<Evidence, "passages" | "sentences" | "confidence">;
  /** What was searched for, and what the reader is asked. */
  readonly text: string;
  /** Best first. */
  readonly fused: readonly ScoredPassage[];
  readonly summary: SummaryRequest | undefined;
  readonly survey: SurveyRequest | undefined;
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
  const wants = settings.legs.includes("dense");
  const vector = wants ? await ports.embedder.embedQuestion(wanted, signal) : undefined;
  const hits: LegHit[] = [];
  for (const scope of scopes) {
    hits.push(...(await searchLegs(wanted, vector, scope, ports.store, settings)));
  }
  stopIfAborted(signal);
  const found = fuseLegs(hits, vector);
  const fused = sift === undefined ? found : await sift(found);
  const articles = new Map(records.map((record) => [record.id, record]));
  const passages = found.map(({ passage }) => passage);
  const terms = surveyTerms(text, passages, articles);
  const counted = { question, articles, searched, terms, found: found.length };
  return {
    evidence: { ...counted, ...(fused !== found && { isSifted: true }) },
    text,
    fused,
    summary,
    survey,
  };
}

/** The same search with only some of its passages, its words counted over all of them. */
export function siftFound(found: FoundPassages, passages: readonly ScoredPassage[]): FoundPassages {
  return { ...found, fused: passages };
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

/** Grammar words are in every passage: they cost a search most of its time and tell nothing. */
function listContentWords(text: string): string {
  const words = findWords(text).filter((word) => carriesSubject(word.text));
  return words.length > 0 ? words.map((word) => word.text).join(" ") : text;
}

async function searchLegs(
  text: string,
  vector: Float32Array | undefined,
  scope: ArticleScope,
  store: PassageStore,
  { legs }: RetrievalSettings,
): Promise<readonly LegHit[]> {
  const dense = vector === undefined ? [] : [store.searchDense(vector, LEG_LIMIT, scope)];
  // Phrases first: what the whole question finds keeps that score.
  const words = legs.includes("full-text")
    ? [
        ...listQuotedPhrases(text).map((phrase) => store.searchPhrase(phrase, PHRASE_LIMIT, scope)),
        store.searchFullText(listContentWords(text), LEG_LIMIT, scope),
      ]
    : [];
  return (await Promise.all([...words, ...dense])).flat();
}

function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted !== true) return;
  throw new PullquoteError({ code: "interrupted", message: "The search was stopped." });
}

// Question → passages: what each leg finds, fused into one ranking.

import { publishedDay } from "../core/article.ts";
import { PullquoteError } from "../core/errors.ts";
import type { Evidence, RetrievalSettings, ScoredPassage, Searched } from "../core/evidence.ts";
import type { ArticleRecord } from "../core/index-state.ts";
import type { StoredPassage } from "../core/passage.ts";
import type { ListKnownWords, QuestionEmbedder } from "../core/ports/embedder.ts";
import type {
  ArticleConditions,
  ArticleScope,
  LegHit,
  LegSearch,
  PassageStore,
} from "../core/ports/passage-store.ts";
import type { Question } from "../core/question.ts";
import { carriesSubject } from "../english/stems.ts";
import { correctSpelling, listMissed } from "../question/correct-spelling.ts";
import { readQuestion } from "../question/read-question.ts";
import { findWords } from "../text/words.ts";
import { surveyTerms } from "./count-terms.ts";
import { focusPassages } from "./focus-passages.ts";
import { fuseLegs } from "./fuse-legs.ts";
import { RANKINGS } from "./name-rankings.ts";
import { rerankPassages } from "./rerank-passages.ts";
import { filterRecords, scopeArticles, scopeDays } from "./scope-articles.ts";

export interface RetrievalPorts {
  readonly embedder: QuestionEmbedder;
  readonly store: PassageStore;
  /** Without it no word of a question is taken for a slip. */
  readonly listKnownWords?: ListKnownWords;
}

/** Passages each leg may bring, and for a compound question: each of its things has its own. */
const LEG_LIMIT = 100;
const COMPOUND_LIMIT = 160;
/** Passages that each of these things brings by its vector. */
const THING_LIMIT = 40;
/** What is kept of the sentences found for a compound question: the best, and what is left of the next best. */
const EVIDENCE_WORDS = 2000;
const FURTHER_WORDS = 1000;
/** Passages each phrase in quotation marks may add. */
const PHRASE_LIMIT = 40;

/** Chooses among the passages found, before they are read. */
export type PassageFilter = (found: readonly ScoredPassage[]) => Promise<readonly ScoredPassage[]>;

export interface SearchOptions {
  /** What ships, unless an evaluation asks for another ranking. */
  readonly settings?: RetrievalSettings | undefined;
  /** What of the passages found may be read at all; everything unless given. */
  readonly filter?: PassageFilter | undefined;
  /** A second search with further words, in some of the articles alone; none where these are none, or all. */
  readonly also?: FurtherSearch | undefined;
}

export interface FurtherSearch {
  readonly words: string;
  /** Published in these days; where none are given, nothing is searched again. */
  readonly days: { readonly since?: string | undefined; readonly until?: string | undefined };
  /** Only so many of them, the newest. */
  readonly newest?: number;
}

/** All that the search legs found, ranked once. */
export interface FoundPassages {
  readonly evidence: Omit<Evidence, "passages" | "sentences" | "confidence">;
  /** Best first. */
  readonly fused: readonly ScoredPassage[];
}

/**
 * A question with a word that no article has is searched again as it was probably meant, where that is
 * one word: the evidence's question says how it was read.
 * @throws PullquoteError `embedder-failed` | `index-damaged` | `interrupted`
 */
export async function findPassages(
  question: Question,
  ports: RetrievalPorts,
  signal?: AbortSignal,
  options: SearchOptions = {},
): Promise<FoundPassages> {
  const found = await searchOnce(question, ports, signal, options);
  const { terms, articles, titles: similar } = found.evidence;
  const titles = [...articles.values()].map(({ metadata }) => metadata.title?.value ?? "");
  const texts = found.fused.map(({ passage }) => passage.text);
  const missed = listMissed(terms);
  const known = (await ports.listKnownWords?.(missed)) ?? new Set(missed);
  const unknown = new Set(missed.filter((word) => !known.has(word)));
  const corrected = correctSpelling(question.text, unknown, [...texts, ...similar, ...titles]);
  if (corrected === undefined) return found;
  const { asked, filters } = question;
  return searchOnce(readQuestion(asked, { text: corrected, filters }), ports, signal, options);
}

async function searchOnce(
  question: Question,
  ports: RetrievalPorts,
  signal?: AbortSignal,
  { settings = RANKINGS.hybrid, filter, also }: SearchOptions = {},
): Promise<FoundPassages> {
  const { intent, filters } = question;
  const { store } = ports;
  const scope = scopeArticles(filters);
  const searched = await store.measure(scope);
  const scopes =
    searched.passages === 0 ? [] : [scope, ...(await listFurther(scope, searched, store, also))];
  const wants = {
    ...settings,
    phrases: intent.phrases,
    things: intent.isCompound && settings.read ? intent.things.map(({ text }) => text) : [],
    limit: intent.isCompound ? COMPOUND_LIMIT : LEG_LIMIT,
  };
  const further = [...(filters.speakers ?? []), also?.words ?? ""];
  const wanted = [intent.words, ...further].join(" ").trim();
  const { fused: found, silent } = await searchAll(wanted, scopes, ports, wants, signal);
  stopIfAborted(signal);
  const fused = filter === undefined ? found : await filter(found);
  const passages = found.map(({ passage }) => passage);
  const articles = await readRecords(passages, store);
  const terms = surveyTerms(intent.terms, passages, articles);
  const titles = await findSimilarTitles(listMissed(terms), scope, store);
  const counted = { question, articles, searched, terms, titles, found: found.length };
  const evidence = {
    ...counted,
    ...(filter !== undefined && { isAttributed: fused !== found }),
    ...(silent !== undefined && { wordsAlone: silent }),
  };
  return intent.isCompound && settings.read ? focusFound({ evidence, fused }) : { evidence, fused };
}

/** Cut to the sentences that hold most of the question's words, in their order. */
function focusFound(found: FoundPassages): FoundPassages {
  const { question, terms, articles } = found.evidence;
  const { things, phrases } = question.intent;
  const { sentences } = rerankPassages(found.fused, { things, phrases, terms, articles });
  return { ...found, fused: focusPassages(sentences, EVIDENCE_WORDS, FURTHER_WORDS) };
}

interface WantedLegs extends RetrievalSettings {
  readonly phrases: readonly string[];
  /** What a compound question names, each to be looked for by itself too. */
  readonly things: readonly string[];
  /** Passages that each leg may bring. */
  readonly limit: number;
}

async function searchAll(
  wanted: string,
  scopes: readonly ArticleScope[],
  { embedder, store }: RetrievalPorts,
  wants: WantedLegs,
  signal: AbortSignal | undefined,
): Promise<{ readonly fused: readonly ScoredPassage[]; readonly silent?: string }> {
  const vectors: Float32Array[] = [];
  let silent: string | undefined;
  for (const text of wants.legs.includes("dense") ? [wanted, ...wants.things] : []) {
    const heard = await embedder.embedQuestion(text, signal);
    if ("silent" in heard) silent = heard.silent;
    else vectors.push(heard);
  }
  // Vectors of some of the things would favour these.
  const [vector, ...things] = silent === undefined ? vectors : [];
  const searches = scopes.flatMap((scope) => [
    ...things.map(
      (thing) => ({ kind: "dense", vector: thing, limit: THING_LIMIT, scope }) as const,
    ),
    ...listSearches(wanted, vector, scope, wants),
  ]);
  const hits: readonly LegHit[] = await store.search(searches);
  return { fused: fuseLegs(hits, vector, things), ...(silent !== undefined && { silent }) };
}

/** The articles of a second search, where they are some and not all. */
async function listFurther(
  scope: ArticleScope,
  searched: Searched,
  store: PassageStore,
  also: FurtherSearch | undefined,
): Promise<readonly ArticleScope[]> {
  if (also === undefined) return [];
  const { days, newest } = also;
  if (newest === undefined && days.since === undefined && days.until === undefined) return [];
  const within = scopeDays(scope, days);
  const chosen = newest === undefined ? within : await listNewest(within, newest, store);
  const { articles } = await store.measure(chosen);
  return articles === 0 || articles === searched.articles ? [] : [chosen];
}

/** Only dated ones. */
async function listNewest(
  scope: ArticleConditions,
  most: number,
  store: PassageStore,
): Promise<ArticleConditions> {
  const records = await store.newest(most, scope);
  const dated = records.filter(({ metadata }) => publishedDay(metadata) !== undefined);
  return { ids: new Set(dated.map(({ id }) => id)) };
}

async function readRecords(
  passages: readonly StoredPassage[],
  store: PassageStore,
): Promise<ReadonlyMap<string, ArticleRecord>> {
  const ids = new Set(passages.map(({ articleId }) => articleId));
  const records = await store.recordsOf([...ids]);
  return new Map(
    records
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))
      .map((record) => [record.id, record]),
  );
}

/** Titles read for the words of a question that no passage found holds: they may show what was meant. */
const SIMILAR_TITLES = 200;

async function findSimilarTitles(
  slips: readonly string[],
  scope: ArticleScope,
  store: PassageStore,
): Promise<readonly string[]> {
  if (slips.length === 0) return [];
  const records = await store.named({ slips, limit: SIMILAR_TITLES });
  return filterRecords(records, scope).flatMap(({ metadata }) => metadata.title?.value ?? []);
}

/** Grammar words are in every passage: they cost a search most of its time and tell nothing. */
function listContentWords(text: string): string {
  const words = findWords(text).filter((word) => carriesSubject(word.text));
  return words.length > 0 ? words.map((word) => word.text).join(" ") : text;
}

function listSearches(
  text: string,
  vector: Float32Array | undefined,
  scope: ArticleScope,
  { legs, limit, phrases }: WantedLegs,
): readonly LegSearch[] {
  const dense = vector === undefined ? [] : [{ kind: "dense", vector, limit, scope } as const];
  if (!legs.includes("full-text")) return dense;
  const quoted = phrases
    .filter((phrase) => text.includes(phrase))
    .map((phrase) => ({ kind: "phrase", text: phrase, limit: PHRASE_LIMIT, scope }) as const);
  // Phrases first: what the whole question finds keeps that score.
  const words = { kind: "words", text: listContentWords(text), limit, scope } as const;
  return [...quoted, words, ...dense];
}

function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted !== true) return;
  throw new PullquoteError({ code: "interrupted", message: "The search was stopped." });
}

// Question → passages: what each leg finds, fused into one ranking.

import { PullquoteError } from "../core/errors.ts";
import type { Evidence, RetrievalSettings, ScoredPassage } from "../core/evidence.ts";
import type { ArticleRecord } from "../core/index-state.ts";
import type { ListKnownWords, QuestionEmbedder } from "../core/ports/embedder.ts";
import type { ArticleScope, LegHit, PassageStore } from "../core/ports/passage-store.ts";
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
import { scopeArticles } from "./scope-articles.ts";

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
  const { terms, articles } = found.evidence;
  const titles = [...articles.values()].map(({ metadata }) => metadata.title?.value ?? "");
  const texts = found.fused.map(({ passage }) => passage.text);
  const missed = listMissed(terms);
  const known = (await ports.listKnownWords?.(missed)) ?? new Set(missed);
  const unknown = new Set(missed.filter((word) => !known.has(word)));
  const corrected = correctSpelling(question.text, unknown, [...texts, ...titles]);
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
  const { ids, records, searched } = scopeArticles(await ports.store.records(), filters);
  const scopes = searched.passages === 0 ? [] : [ids, ...listFurther(records, also)];
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
  const articles = new Map(records.map((record) => [record.id, record]));
  const passages = found.map(({ passage }) => passage);
  const terms = surveyTerms(intent.terms, passages, articles);
  const counted = { question, articles, searched, terms, found: found.length };
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
  const hits: LegHit[] = [];
  for (const scope of scopes) {
    for (const thing of things) hits.push(...(await store.searchDense(thing, THING_LIMIT, scope)));
    hits.push(...(await searchLegs(wanted, vector, scope, store, wants)));
  }
  return { fused: fuseLegs(hits, vector, things), ...(silent !== undefined && { silent }) };
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
  { legs, limit, phrases }: WantedLegs,
): Promise<readonly LegHit[]> {
  const dense = vector === undefined ? [] : [store.searchDense(vector, limit, scope)];
  // Phrases first: what the whole question finds keeps that score.
  const words = legs.includes("full-text")
    ? [
        ...phrases
          .filter((phrase) => text.includes(phrase))
          .map((phrase) => store.searchPhrase(phrase, PHRASE_LIMIT, scope)),
        store.searchFullText(listContentWords(text), limit, scope),
      ]
    : [];
  return (await Promise.all([...words, ...dense])).flat();
}

function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted !== true) return;
  throw new PullquoteError({ code: "interrupted", message: "The search was stopped." });
}

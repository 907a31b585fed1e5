// What was found for a question → the positions that articles take on it, read widely, to be verified.

import type { DraftComparison } from "../model/comparison.ts";
import type { DraftQuote } from "../model/draft.ts";
import type { Evidence } from "../model/evidence.ts";
import { publishedDay } from "../model/published-day.ts";
import type { ArticleSource } from "../ports/article-source.ts";
import type { PassageStore } from "../ports/passage-store.ts";
import type { SentenceScorer } from "../ports/sentence-scorer.ts";
import { findQuestionForm } from "../stages/answer/find-question-form.ts";
import { gatherRuns } from "../stages/answer/gather-runs.ts";
import { type Candidate, rankSentences } from "../stages/answer/rank-sentences.ts";
import { readQuestion } from "../stages/answer/read-question.ts";
import { draftComparison } from "../stages/compare/draft-comparison.ts";
import { keepSpeaking } from "../stages/compare/keep-speaking.ts";
import { type Issue, readIssue } from "../stages/compare/read-issue.ts";
import { selectSpeaking } from "../stages/compare/select-speaking.ts";
import type { Care, ComparedSentence } from "../stages/compare/statement.ts";
import { dropCopiedQuotes } from "../stages/trace/drop-copied-quotes.ts";
import { hearSentences } from "./hear-sentences.ts";
import { cutEvidence, type FoundPassages } from "./retrieve-evidence.ts";

/** `source` tells who says a sentence. */
export interface ComparisonPorts {
  readonly scorer: SentenceScorer;
  readonly store: PassageStore;
  readonly source: ArticleSource;
}

export interface ComparisonReading {
  readonly care: Care;
  /** Articles that the answer above quotes: of copies these speak. */
  readonly cited?: ReadonlySet<string>;
}

const NOBODY: ReadonlySet<string> = new Set();

/** `comparison` is absent where the sentences found give nothing to compare. */
export interface FoundComparison {
  readonly evidence: Evidence;
  readonly comparison: DraftComparison | undefined;
  /** Without a comparison: what comes nearest to the question. */
  readonly closest: readonly DraftQuote[];
}

/** More than any writer reads: an article that it leaves out may contradict. */
const WIDE_WORDS = 12_000;
/** Beside an answer a third of it: every word costs a share of a forward pass, and the reader waits. */
const FIGURES_WORDS = 4_000;

/**
 * Beside an answer, what is not told in figures is read in what the writer read, and costs no pass of
 * its own: it is held against word-for-word twins only, or against the answer's own yes or no.
 */
function countWordsRead({ kinds: [kind] }: Issue, care: Care): number | undefined {
  if (care === "wide") return WIDE_WORDS;
  return kind === "amount" || kind === "date" ? FIGURES_WORDS : undefined;
}

/**
 * `found` is what the answer was searched in too: the same passages, cut at another number of words.
 * Undefined for a question that has no point to compare: nothing is scored then.
 * @throws PullquoteError what the ports throw
 */
export async function compareEvidence(
  found: FoundPassages,
  { scorer, store, source }: ComparisonPorts,
  { care, cited = NOBODY }: ComparisonReading,
  signal?: AbortSignal,
): Promise<FoundComparison | undefined> {
  const { text } = found.evidence.question;
  const issue = readIssue(text);
  if (issue === undefined || !isPlain(text)) return;
  const cut = await cutEvidence(found, store, { words: countWordsRead(issue, care) });
  const evidence = { ...cut, passages: keepSpeaking(cut.passages, issue) };
  const ranked = await rankEvidence(evidence, scorer, signal);
  const speaking = dateSentences(selectSpeaking(ranked, text, issue, care), evidence.articles);
  const sentences = await hearSentences(speaking, evidence.articles, source, signal);
  const drafted = draftComparison(text, sentences, care, ranked);
  const comparison = drafted && dropCopiedQuotes(drafted, evidence.articles, cited);
  const closest = comparison === undefined ? takeClosest(sentences) : [];
  return { evidence, comparison, closest };
}

function dateSentences(
  sentences: readonly ComparedSentence[],
  articles: FoundPassages["evidence"]["articles"],
): readonly ComparedSentence[] {
  return sentences.map((sentence) => {
    const published = publishedDay(articles.get(sentence.articleId)?.metadata);
    return published === undefined ? sentence : { ...sentence, published };
  });
}

/** Quotes shown where no position can be read. */
const CLOSEST = 5;

/** Of each article its best sentence, best first. */
function takeClosest(sentences: readonly ComparedSentence[]): readonly DraftQuote[] {
  const best = new Map<string, DraftQuote>();
  for (const { articleId, start, end, text } of sentences) {
    if (!best.has(articleId)) best.set(articleId, { articleId, start, end, text });
  }
  return [...best.values()].slice(0, CLOSEST);
}

/** A list, and somebody's words, have many right answers; so many values are no difference. */
function isPlain(question: string): boolean {
  const { kind } = findQuestionForm(question);
  return kind === "plain" || kind === "sides" || kind === "voices";
}

const UNSCORED = { score: 0, words: [], places: [] };

async function rankEvidence(
  evidence: Evidence,
  scorer: SentenceScorer,
  signal: AbortSignal | undefined,
): Promise<readonly Candidate[]> {
  const runs = gatherRuns(evidence);
  const scored = await scorer.scoreSentences(
    evidence.question.text,
    runs.map(({ text: run, title, spans }) => ({
      text: run,
      sentences: spans,
      ...(title === undefined ? {} : { title }),
    })),
    signal,
  );
  const sentences = runs.flatMap((run, place) =>
    run.sentences.map((sentence, index) => {
      const { score, words, places } = scored[place]?.[index] ?? UNSCORED;
      return { ...sentence, score, words, places };
    }),
  );
  return rankSentences(readQuestion(evidence), sentences);
}

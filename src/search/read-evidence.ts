// Passages found → evidence: the first of them read sentence by sentence, each scored once for all that use it.

import type { Evidence, EvidenceSentence, ScoredPassage } from "../core/evidence.ts";
import type { PassageStore } from "../core/ports/passage-store.ts";
import type { Reader, SentenceReading } from "../core/ports/reader.ts";
import { setAsideCopies } from "../corpus/copies/set-aside-copies.ts";
import { listContentStems } from "../english/stems.ts";
import { weighTerm } from "../text/similarity.ts";
import type { FoundPassages } from "./find-passages.ts";
import { gatherSummary } from "./gather-summary.ts";
import { judgeConfidence, listConfidenceSignals, mixSignals, toProbability } from "./mixture.ts";
import { namesAnother } from "./name-another.ts";

export interface ReadingPorts {
  readonly reader: Reader;
  readonly store: PassageStore;
}

export interface ReadingRoom {
  /** Passages that the reader reads. */
  readonly read?: number | undefined;
  /** Passages that evidence keeps, read or not. */
  readonly kept?: number | undefined;
}

/** The answer is among as many for 95 in 100 questions; more cost time and bring in what misleads. */
const READ_PASSAGES = 12;
/** Items of a list stand in many passages. */
const READ_OF_LIST = 24;
/** Passages that evidence keeps beside what was read. */
const KEPT_PASSAGES = 120;
/** Where a word stands that many of the passages hold, it stands in as many times more that were not found. */
const UNSEEN_FACTOR = 4;

/**
 * The one scoring of evidence: writers, comparison, timeline and evaluation take their sentences from here.
 * @throws PullquoteError `embedder-failed` | `index-damaged` | `interrupted`
 */
export async function readEvidence(
  found: FoundPassages,
  { reader, store }: ReadingPorts,
  signal?: AbortSignal,
  { read, kept: room = KEPT_PASSAGES }: ReadingRoom = {},
): Promise<Evidence> {
  const plain = { ...found.evidence, sentences: [], confidence: 1 };
  const evidence = { ...plain, passages: found.fused.slice(0, room) };
  const { summary, designations } = evidence.question.intent;
  if (summary !== undefined) return gatherSummary(summary, evidence, store);
  const kept = setAsideCopies(evidence);
  const weigh = weighWords(kept);
  const { intent } = kept.question;
  const fitting = kept.passages.filter(({ passage: { articleId, text } }) => {
    const title = kept.articles.get(articleId)?.metadata.title?.value ?? "";
    return !namesAnother(`${title} ${text}`, designations);
  });
  const sentences: EvidenceSentence[] = [];
  for (const scored of fitting.slice(0, read ?? (intent.wantsAll ? READ_OF_LIST : READ_PASSAGES))) {
    const readings = await reader.read(intent.words, toReadPassage(scored), signal);
    sentences.push(...scoreSentences(scored, readings, weigh));
  }
  sentences.sort((one, other) => other.probability - one.probability);
  // Where the question names no subject that is spoken of, whatever was found answers something else.
  const isSpokenOf = kept.terms.some(({ passages }) => passages > 0);
  const signals = listConfidenceSignals(sentences, weigh);
  const confidence = isSpokenOf ? judgeConfidence(signals, kept.isAttributed) : 0;
  return { ...kept, sentences, confidence };
}

function toReadPassage({ passage: { text, start, sentences } }: ScoredPassage) {
  const moved = sentences.map((span) => ({ start: span.start - start, end: span.end - start }));
  return { text, sentences: moved };
}

function scoreSentences(
  scored: ScoredPassage,
  readings: readonly SentenceReading[],
  weigh: (articleId: string, text: string) => number,
): readonly EvidenceSentence[] {
  const { passage, similarities, legs } = scored;
  return passage.sentences.flatMap(({ start, end }, place) => {
    const reading = readings[place];
    if (reading === undefined) return [];
    const text = passage.text.slice(start - passage.start, end - passage.start);
    const signals = {
      similarity: similarities?.get(start) ?? legs.dense ?? 0,
      answers: reading.answers,
      margin: reading.margin,
      coverage: weigh(passage.articleId, text),
      fused: scored.score,
    };
    const probability = toProbability(mixSignals(signals, similarities !== undefined));
    const answer = {
      start: reading.span.start + passage.start,
      end: reading.span.end + passage.start,
    };
    const { articleId } = passage;
    const known = { articleId, start, end, text, passage: scored, signals };
    return [{ ...known, probability, answer }];
  });
}

/** How much of the question's words, by weight, a sentence and its article's title hold. */
export function weighWords({
  terms,
  articles,
  found,
}: Evidence): (articleId: string, text: string) => number {
  const weights = new Map(
    terms.map(({ stem, passages }) => [stem, weighTerm(passages, found * UNSEEN_FACTOR)]),
  );
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return (articleId, text) => {
    const title = articles.get(articleId)?.metadata.title?.value ?? "";
    const held = new Set([...listContentStems(title), ...listContentStems(text)]);
    let sum = 0;
    for (const stem of held) sum += weights.get(stem) ?? 0;
    return total > 0 ? sum / total : 0;
  };
}

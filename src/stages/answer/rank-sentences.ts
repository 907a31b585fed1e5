// Scored sentences and the question's terms → candidates, best first.

import type { QuestionTerm } from "../../model/question.ts";
import { listContentStems } from "../../text/stems.ts";
import { weighTerm } from "../../text/term-weight.ts";
import { type AnswerType, holdsAnswerType, impliesWord, isStrict } from "./find-answer-type.ts";
import type { QuestionForm } from "./find-question-form.ts";
import type { EvidenceSentence } from "./gather-runs.ts";
import { isWordsOf } from "./is-words-of.ts";
import { isAsking, lendHeadings } from "./lend-headings.ts";
import { type MetTerms, measureMet } from "./measure-met.ts";
import { measureTermMatches } from "./measure-term-matches.ts";

/** A sentence with what the scorer said of it. `words` as in the SentenceScorer port. */
export interface ScoredSentence extends EvidenceSentence {
  readonly score: number;
  readonly words: readonly number[];
  /** As in the SentenceScorer port; absent where nobody asks for it. */
  readonly places?: readonly number[];
  /** Who says it, as its article names them; absent where nobody does, or nobody asked. */
  readonly speaker?: string;
}

/** A sentence that may answer. */
export interface Candidate extends ScoredSentence {
  /** What orders the candidates: the score with the signals below, 0 upwards. */
  readonly rank: number;
  /** Whether it holds the kind of thing that is asked for. */
  readonly isFitting: boolean;
  readonly stems: ReadonlySet<string>;
  /** For each of the question's terms: 1 where the word stands there, else its nearness. */
  readonly matches: readonly number[];
  /** For each term: whether it tells passages apart, being in no more than a third of them. */
  readonly isTelling: readonly boolean[];
  /** The mean of the matches, each weighted by how rare its term is. */
  readonly coverage: number;
  readonly met: MetTerms;
}

export interface RankingQuestion {
  readonly text: string;
  readonly terms: readonly QuestionTerm[];
  /** How many passages the terms were counted over. */
  readonly found: number;
  readonly type: AnswerType;
  readonly form: QuestionForm;
  /** Its names, each as the stems of its words. */
  readonly runs: readonly (readonly string[])[];
  /** Every sentence is the words of whom it names. */
  readonly isSifted: boolean;
  /** By article id: the stems of its publisher's name. */
  readonly publishers: ReadonlyMap<string, ReadonlySet<string>>;
}

const COVERAGE_SHARE = 0.4;
const TELLING_SHARE = 1 / 3;
const UNFITTING_FACTOR = 0.7;
/** For a kind of thing that can be told in words which no pattern knows. */
const UNTOLD_FACTOR = 0.9;
const IDENTITY_BONUS = 0.15;

/**
 * The rank is the scorer's score plus a share of how well the question's words are met, weighted by
 * how rare they are; a sentence without the kind of thing that is asked for counts less.
 */
export function rankSentences(
  question: RankingQuestion,
  sentences: readonly ScoredSentence[],
): Candidate[] {
  const weights = weighTerms(question);
  const isTelling = question.terms.map(
    ({ passages }, index) => passages <= question.found * TELLING_SHARE && weights[index] !== 0,
  );
  const matched = lendHeadings(
    sentences.map((sentence) => {
      const stems = new Set(listContentStems(sentence.text));
      const matches = measureTermMatches(question.text, question.terms, stems, sentence.words);
      return { ...sentence, stems, matches };
    }),
  );
  return matched
    .map((sentence, place) => {
      const { matches } = sentence;
      const holdsType = holdsAnswerType(question.type, sentence.text);
      const isFitting =
        (holdsType || !isStrict(question.type)) &&
        isAskedVoice(question, sentence) &&
        (question.form.kind === "words" || !isAsking(sentence.text));
      const coverage = averageWeighted(matches, weights);
      const base = sentence.score + COVERAGE_SHARE * coverage;
      const bonus = introduces(question, sentence.text) ? IDENTITY_BONUS : 0;
      const factor = isFitting ? (holdsType ? 1 : UNTOLD_FACTOR) : UNFITTING_FACTOR;
      const rank = (base + bonus) * factor;
      const met = measureMet(question, matched, place, listVoice(question, sentence, isFitting));
      return { ...sentence, rank, isFitting, coverage, isTelling, met };
    })
    .sort((one, other) => other.rank - one.rank);
}

/**
 * The root of each term's idf; 0 for what the type of the answer implies, and for the name of whose
 * words are asked for: they need not name themselves.
 */
function weighTerms({ terms, found, type, form }: RankingQuestion): number[] {
  const voice = form.kind === "words" ? form.speaker : [];
  return terms.map(({ text, stem, passages }) =>
    impliesWord(type, text) || voice.includes(stem) ? 0 : Math.sqrt(weighTerm(passages, found)),
  );
}

/** Whether it is the words of whom the question asks; always, where it asks nobody's. */
function isAskedVoice(
  { form, publishers, isSifted }: RankingQuestion,
  sentence: ScoredSentence,
): boolean {
  if (form.kind !== "words" || isSifted) return true;
  const published = publishers.get(sentence.articleId);
  if (form.speaker.every((stem) => published?.has(stem))) return true;
  return isWordsOf(form.speaker, sentence.text, sentence.speaker);
}

/** The stems that are met by whose words the sentence is. */
function listVoice(
  { form, publishers }: RankingQuestion,
  { articleId }: ScoredSentence,
  isFitting: boolean,
): Set<string> {
  const speaker = form.kind === "words" && isFitting ? form.speaker : [];
  return new Set([...speaker, ...(publishers.get(articleId) ?? [])]);
}

/** The mean of the values, each counted with its weight; 0 for no weight. */
function averageWeighted(values: readonly number[], weights: readonly number[]): number {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const held = values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0);
  return whole === 0 ? 0 : held / whole;
}

/** "Ana Ruiz, the mayor of", "Mayor Ana Ruiz", "Ruiz, who", "Ruiz is a": says who somebody is. */
function introduces({ type, terms }: RankingQuestion, sentence: string): boolean {
  if (type !== "identity") return false;
  const name = terms.at(-1)?.text.replaceAll(/[^\p{L}\p{N}'’.-]/gu, "");
  if (name === undefined || name === "") return false;
  const place = sentence.toLowerCase().indexOf(name.toLowerCase());
  if (place < 0) return false;
  const after = sentence.slice(place + name.length);
  return /^,? (?:the|an?|who|whose|is an?|is the|was an?|was the|a former|head|director|leader)\b|^, [\p{L} -]+(?:er|or|ist|ent|man|head|chief|director)\b/iu.test(
    after,
  );
}

// An open set → every table about it: rankings, rivals, limits and answers, each kept as it is made.

import type { ScoredQuestion } from "../../src/core/evaluation.ts";
import { evaluateSettings, type SettingScores } from "../../src/evaluate/evaluate-settings.ts";
import type { EvaluationPorts } from "../../src/evaluate/score-question.ts";
import { RANKING_NAMES } from "../../src/search/name-rankings.ts";
import { asSure, limitAnswers, limitRetrieval } from "./find-limits.ts";
import { openHundredWords } from "./hundred-words.ts";
import { openLangchainPipeline } from "./langchain-pipeline.ts";
import { type OpenSet, readPlainArticles } from "./open-set.ts";
import type { ResultCache } from "./result-cache.ts";
import { type LocatedQuestion, locateAll, rankWith, scoreRanking } from "./score-rankings.ts";

/** Chunks that the plain pipeline gives: enough to fill 2,000 words. */
const plainChunks = 60;

export interface SetScores {
  readonly rankings: readonly SettingScores[];
  readonly hundredWords: readonly SettingScores[];
  readonly answers: readonly SettingScores[];
  /** Oracles, as one setting whose measures are theirs. */
  readonly limits: readonly ScoredQuestion[];
}

export interface Bench {
  readonly results: ResultCache;
  readonly work: string;
  readonly report: (line: string) => void;
}

async function rankAll(
  kind: string,
  open: OpenSet,
  ports: EvaluationPorts,
  located: readonly LocatedQuestion[],
  { results, report }: Bench,
): Promise<SettingScores[]> {
  const scores: SettingScores[] = [];
  // Where no article has to be found, every ranking reads the same passages.
  const names = open.set.isReading ? (["hybrid"] as const) : RANKING_NAMES;
  for (const name of names) {
    const rank = rankWith(name, ports, open.set.isReading);
    const scored = await results.get([open.set.name, kind, name, open.digest], () =>
      scoreRanking(located, rank, (done, total) => {
        if (done % 50 === 0) report(`${open.set.title}, ${kind}, ${name}: ${done} of ${total}`);
      }),
    );
    scores.push({ name, scored });
  }
  return scores;
}

async function rankPlain(
  open: OpenSet,
  located: readonly LocatedQuestion[],
  { results, report }: Bench,
): Promise<SettingScores> {
  const scored = await results.get([open.set.name, "langchain", open.digest], async () => {
    const articles = await readPlainArticles(open);
    const find = await openLangchainPipeline(articles, open.ports.embedder, (done, total) =>
      report(`${open.set.title}, LangChain: ${done} of ${total} chunks embedded`),
    );
    const rank = async ({ question }: { question: string }) => ({
      passages: await find(question, plainChunks),
      sentences: [],
    });
    return scoreRanking(located, rank, () => {});
  });
  return { name: "langchain", scored };
}

async function answerAll(
  { set, digest, ports, questions }: OpenSet,
  { results, report }: Bench,
): Promise<SettingScores> {
  const scored = await results.get([set.name, "answers", digest], async () => {
    const all: ScoredQuestion[] = [];
    for await (const event of evaluateSettings("answers", questions, ports)) {
      if (event.kind !== "scored") continue;
      all.push(event.scored);
      if (event.done % 50 === 0) report(`${set.title}, answers: ${event.done} of ${event.total}`);
    }
    return all;
  });
  return { name: "pullquote", scored };
}

async function limitAll(
  { set, digest, ports }: OpenSet,
  located: readonly LocatedQuestion[],
  { results, report }: Bench,
): Promise<{ scored: readonly ScoredQuestion[]; sure: readonly ScoredQuestion[] }> {
  return results.get([set.name, "limits", digest], async () => {
    const [scored, sure]: [ScoredQuestion[], ScoredQuestion[]] = [[], []];
    for (const [index, one] of located.entries()) {
      if (index % 50 === 49) report(`${set.title}, limits: ${index + 1} of ${located.length}`);
      const found = one.question.unanswerable ? {} : await limitRetrieval(one, ports);
      if (!set.isReading) scored.push({ ...asSure(one, 0), scores: found });
      else {
        const { scores, best } = await limitAnswers(one, ports);
        scored.push({ ...asSure(one, 0), scores: { ...found, ...scores } });
        sure.push(asSure(one, best));
      }
    }
    return { scored, sure };
  });
}

/** Whole-article judgments have no sentences to quote, so such a set is not answered. */
const isFine = ({ questions }: OpenSet): boolean =>
  questions.some(({ evidence }) => evidence.some(({ kind }) => kind !== "article"));

/** `withPlain`: embedding a large set for the LangChain pipeline takes as long as indexing it. */
export async function measureSet(
  open: OpenSet,
  withPlain: boolean,
  bench: Bench,
): Promise<SetScores> {
  const located = await locateAll(open.questions, open.ports);
  const answerable = located.filter(({ question }) => !question.unanswerable);
  const rankings = await rankAll("passages", open, open.ports, answerable, bench);
  const answers = isFine(open) ? [await answerAll(open, bench)] : [];
  const limits = isFine(open) ? await limitAll(open, located, bench) : { scored: [], sure: [] };
  if (limits.sure.length > 0) answers.push({ name: "best score alone", scored: limits.sure });
  if (open.set.isReading) return { rankings, hundredWords: [], answers, limits: limits.scored };
  if (withPlain) rankings.push(await rankPlain(open, answerable, bench));
  if (!isFine(open)) return { rankings, hundredWords: [], answers, limits: [] };
  const cut = await openHundredWords(open, `${open.index}-100-words`, (done, total) => {
    if (done % 50 === 0) bench.report(`${open.set.title}, 100 words: ${done} of ${total} articles`);
  });
  const hundredWords = await rankAll("100-words", open, cut, answerable, bench);
  await cut.store.close();
  return { rankings, hundredWords, answers, limits: limits.scored };
}

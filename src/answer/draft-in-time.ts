// What was found for a question → verified claims as they come, from what tells of the time asked for.

import type { AskEvent } from "../core/answer.ts";
import type { DraftAbstention, DraftClaim, DraftPart, DraftQuote } from "../core/draft.ts";
import type { Evidence, ScoredPassage } from "../core/evidence.ts";
import type { ArticleSource } from "../core/ports/article-source.ts";
import type { Span } from "../core/span.ts";
import { readArticles } from "../corpus/read-articles.ts";
import { attributeSpan } from "../english/speech/attribute-span.ts";
import { isSamePerson, type NamedParty } from "../english/speech/is-speaker.ts";
import { findPassages, type RetrievalPorts } from "../search/find-passages.ts";
import { type ReadingPorts, readEvidence } from "../search/read-evidence.ts";
import type { FilteredSearch, SearchRound, TimedSearch } from "../search/search-in-time-range.ts";
import { noteWordsAlone } from "../search/search-passages.ts";
import { sortNewestFirst } from "../search/time/filter-by-days.ts";
import { AnswerBuilder, type DraftPorts } from "./answer-builder.ts";

/** The builder with what stands, and what it was drafted from. */
export interface DraftedRound extends SearchRound {
  readonly builder: AnswerBuilder;
}

type DraftingPorts = DraftPorts & ReadingPorts;

/** Sentences shown of what is told of another time. */
const CLOSEST = 3;
/**
 * Least share of the confidence that the writer has where time does not matter: below it the sentences
 * of that time say something else.
 */
const CONFIDENCE_SHARE = 0.9;

/** @throws PullquoteError what the ports throw */
export async function* draftInTime(
  search: TimedSearch,
  ports: DraftingPorts,
  room: number,
  signal?: AbortSignal,
): AsyncGenerator<AskEvent, DraftedRound> {
  const { found, filtered, handled } = search;
  const whole = await readEvidence(found, ports, signal);
  const articles = new Set(whole.passages.map(({ passage }) => passage.articleId)).size;
  yield { kind: "retrieved", passages: whole.passages.length, articles };
  const builder = new AnswerBuilder(whole, ports, room);
  for (const { text } of noteWordsAlone(whole, ports.embedder.identity))
    yield { kind: "words-alone", text };
  const isNewestFirst = handled?.kind === "present";
  const unattributed = await refuseUnattributed(whole, ports, signal);
  if (unattributed !== undefined) {
    yield* takeParts(builder, [unattributed]);
    return { builder, found, basis: "told" };
  }
  if (filtered === undefined) {
    const parts = ports.writer.draft(preferNewest(whole, search), signal);
    yield* takeParts(
      builder,
      isNewestFirst ? sortNewestFirst(await collect(parts), whole.articles) : parts,
    );
    return { builder, found, basis: handled?.basis ?? "told" };
  }
  const { parts, round } = await draftFiltered({ search, filtered, whole }, ports, signal);
  yield* takeParts(builder, isNewestFirst ? sortNewestFirst(parts, whole.articles) : parts);
  return { builder, ...round };
}

interface FilteredDraft {
  readonly search: TimedSearch;
  readonly filtered: FilteredSearch;
  readonly whole: Evidence;
}

/**
 * The writer reads what tells of that time, and all that was found beside it: where that answers better,
 * what it quotes of sentences whose time is not known is the answer, and nothing is where there are none.
 */
async function draftFiltered(
  { search, filtered, whole }: FilteredDraft,
  ports: DraftingPorts,
  signal: AbortSignal | undefined,
): Promise<{ readonly parts: readonly DraftPart[]; readonly round: SearchRound }> {
  const plain = await collect(ports.writer.draft(whole, signal));
  const toldRound = { found: filtered.told, basis: "told" } as const;
  if (plain.some(({ kind }) => kind === "abstention")) return { parts: plain, round: toldRound };
  const evidence = preferNewest(await readEvidence(filtered.told, ports, signal), search);
  const told = await collect(ports.writer.draft(evidence, signal));
  if (listClaims(told).length > 0 && isNearlyAsSure(told, plain))
    return { parts: told, round: toldRound };
  const kept = keepFrom(plain, filtered.wider.fused);
  if (listClaims(kept).length > 0) {
    const isTold = listClaims(keepFrom(plain, filtered.told.fused)).length > 0;
    return { parts: kept, round: { found: filtered.wider, basis: isTold ? "told" : "untold" } };
  }
  return { parts: [refuse(plain)], round: toldRound };
}

function isNearlyAsSure(told: readonly DraftPart[], plain: readonly DraftPart[]): boolean {
  const [own, other] = [told, plain].map(
    (parts) => parts.find((part) => part.kind === "confidence")?.value,
  );
  return own === undefined || other === undefined || own >= CONFIDENCE_SHARE * other;
}

/** Claims cut to quotes that lie in these passages' sentences; the other parts as they are. */
function keepFrom(
  parts: readonly DraftPart[],
  passages: readonly ScoredPassage[],
): readonly DraftPart[] {
  const holds = ({ articleId, start, end }: DraftQuote): boolean =>
    passages.some(
      ({ passage }) =>
        passage.articleId === articleId && areWhole(passage.sentences, { start, end }),
    );
  return parts.flatMap((part): readonly DraftPart[] => {
    if (part.kind !== "claim") return [part];
    const quotes = part.quotes.filter(holds);
    const isWhole = quotes.length === part.quotes.length;
    return quotes.length === 0 || (part.needsAll === true && !isWhole) ? [] : [{ ...part, quotes }];
  });
}

/** Whether the span holds nothing but these sentences, which follow each other. */
function areWhole(sentences: readonly Span[], { start, end }: Span): boolean {
  const inside = sentences.filter((one) => one.start < end && start < one.end);
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return false;
  const isJoined = inside.every(
    (one, place) => place === 0 || one.start - (inside[place - 1]?.end ?? 0) <= 1,
  );
  return isJoined && first.start <= start && end <= last.end;
}

/** What would answer if the time did not matter is the closest there is. */
function refuse(plain: readonly DraftPart[]): DraftPart {
  const closest = listClaims(plain)
    .flatMap(({ quotes }) => quotes)
    .slice(0, CLOSEST);
  const detail = "Articles speak of this, but nothing found tells of the time asked for.";
  return { kind: "abstention", reason: "not-said", detail, closest };
}

function listClaims(parts: readonly DraftPart[]): readonly DraftClaim[] {
  return parts.flatMap((part) => (part.kind === "claim" ? part : []));
}

async function* takeParts(
  builder: AnswerBuilder,
  parts: AsyncIterable<DraftPart> | Iterable<DraftPart>,
): AsyncGenerator<AskEvent> {
  for await (const part of parts) {
    const shown = await builder.take(part);
    if (shown !== undefined) yield { kind: "claim", ...shown };
    if (part.kind === "note" && part.code === "weak-evidence")
      yield { kind: part.code, text: part.text };
  }
}

function preferNewest(evidence: Evidence, { handled }: TimedSearch): Evidence {
  return handled?.kind === "present" ? { ...evidence, prefersNewest: true } : evidence;
}

async function collect<T>(parts: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const part of parts) all.push(part);
  return all;
}

/** Speakers that are named. */
const MOST_NAMED = 10;

/**
 * Names those who speak in the passages found for the question without the filter, the nearest first.
 * Undefined where the question is kept to no speaker, or something of theirs was found.
 * @throws PullquoteError what the ports throw
 */
async function refuseUnattributed(
  { question, passages }: Evidence,
  ports: RetrievalPorts & { readonly source: ArticleSource },
  signal?: AbortSignal,
): Promise<DraftAbstention | undefined> {
  const { speakers = [], ...filters } = question.filters;
  if (speakers.length === 0 || passages.length > 0) return undefined;
  const found = await findPassages({ ...question, filters }, ports, signal);
  const ids = found.fused.map(({ passage }) => passage.articleId);
  const files = await readArticles(ports.source, ids, signal);
  const heard = found.fused.flatMap(({ passage }) => {
    const text = files.get(passage.articleId)?.text ?? "";
    return passage.sentences.flatMap((sentence) => attributeSpan(text, sentence).speaker ?? []);
  });
  const detail = [
    `Near to the question, no sentence is said by ${speakers.join(" or ")} in words that name them.`,
    ...describeSpeakers(heard),
  ].join(" ");
  return { kind: "abstention", reason: "no-match", detail, closest: [] };
}

/** Those with a name first, each once under the first form of it. */
function describeSpeakers(heard: readonly NamedParty[]): readonly string[] {
  const people = heard.filter(({ name }) => name !== undefined);
  const known = people.filter(
    (one, place) => !people.slice(0, place).some((other) => isSamePerson(one, other)),
  );
  const names = known.map(({ name }) => name);
  const roles = heard.filter(({ name }) => name === undefined).map(({ role }) => role);
  const all = [...new Set([...names, ...roles])];
  if (all.length === 0) return [];
  const more = all.length > MOST_NAMED ? "; and others" : "";
  return [`Who speaks there: ${all.slice(0, MOST_NAMED).join("; ")}${more}.`];
}

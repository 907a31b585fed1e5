// An article and the entities that it names → its sentences that are somebody's words, each with which of them speaks.

import type { Article } from "../core/article.ts";
import type { Span } from "../core/span.ts";
import { attributeSpan, type SpanAttribution } from "../english/speech/attribute-span.ts";
import { BLOT } from "../english/speech/mask-quotations.ts";
import { readParagraph } from "../english/speech/read-paragraph.ts";
import { splitSentences } from "../english/split-sentences.ts";
import { findSigned, identifySpeaker, type NamedPlace, readNames } from "./identify-speaker.ts";
import type { MergedEntity } from "./merge-entities.ts";

export interface SpokenSentence extends Span {
  readonly manner: SpanAttribution["manner"];
  /** One, or two that are told as saying the same. */
  readonly entities: readonly MergedEntity[];
  /** Where the article names who speaks, and what it says they are. */
  readonly speaker: Span & { readonly role?: string };
  /** Read from a paper of theirs that the sentence names: a letter, a statement. */
  readonly isSigned: boolean;
}

interface Told extends SpanAttribution {
  readonly span: Span;
}

/**
 * Precision before coverage: a sentence is somebody's where the article names them beside it by a name that
 * stands for nobody else there, or by what only they are.
 */
export function attributeArticle(
  { text, blocks }: Article,
  places: readonly NamedPlace[],
): readonly SpokenSentence[] {
  const told = blocks
    .filter(({ kind }) => kind !== "heading")
    .flatMap((block) => splitSentences(text, block))
    .map((span): Told => ({ span, ...attributeSpan(text, span) }));
  const names = readNames(text, places);
  const signers = listSigners(text, told, places);
  const spoken: (SpokenSentence | undefined)[] = [];
  for (const one of told) {
    const last = spoken.at(-1);
    const before = last !== undefined && isNear(text, last, one.span) ? last : undefined;
    const found =
      one.speaker === undefined || one.manner === "statement"
        ? []
        : identifySpeaker(text, one.speaker, names, before?.entities);
    spoken.push(
      join(one, found) ??
        sign(text, one, signers) ??
        goOn(text, one, before) ??
        introduce(text, one, told[spoken.length - 1], places),
    );
  }
  return carryBack(text, told, spoken).flatMap((one) => one ?? []);
}

function join(
  { span, manner, speaker }: Told,
  entities: readonly MergedEntity[],
): SpokenSentence | undefined {
  if (entities.length === 0 || speaker === undefined) return undefined;
  const { start, end, role } = speaker;
  const named = { start, end, ...(role !== undefined && { role }) };
  return { ...span, manner, entities, speaker: named, isSigned: false };
}

/** By the place of the paper: sentences of one quotation have it in common, and one of them names who signed. */
function listSigners(
  text: string,
  told: readonly Told[],
  places: readonly NamedPlace[],
): ReadonlyMap<number, NamedPlace> {
  return new Map(
    told.flatMap(({ span, speaker }) => {
      const isNamed = speaker?.name !== undefined;
      const signer = isNamed ? undefined : findSigned(text, span, places);
      return signer === undefined ? [] : [[speaker?.start ?? span.start, signer] as const];
    }),
  );
}

function sign(
  text: string,
  { span, manner, speaker }: Told,
  signers: ReadonlyMap<number, NamedPlace>,
): SpokenSentence | undefined {
  const signer =
    speaker?.name === undefined ? signers.get(speaker?.start ?? span.start) : undefined;
  if (signer === undefined) return undefined;
  const { start, end, entity } = signer;
  const isQuoting = /[“”"]/u.test(text.slice(span.start, span.end));
  const how = manner === "statement" ? (isQuoting ? "quotation" : "reported") : manner;
  return { ...span, manner: how, entities: [entity], speaker: { start, end }, isSigned: true };
}

/**
 * "… , it added": the body that spoke right before goes on, and so does whose letter was read. Words that
 * are all quoted and name nobody are of who spoke right before.
 */
function goOn(
  text: string,
  one: Told,
  before: SpokenSentence | undefined,
): SpokenSentence | undefined {
  if (before === undefined || one.speaker !== undefined || one.manner === "statement")
    return undefined;
  const { isAll, pronoun = "" } = readQuoted(text, one.span);
  const isBody = before.entities.length === 1 && before.entities[0]?.kind === "body";
  const isPronoun = before.isSigned ? /^s?he$/u.test(pronoun) : isBody && pronoun === "it";
  return isAll || isPronoun ? { ...before, ...one.span, manner: one.manner } : undefined;
}

/** Whether all of it is quoted and nobody is named in it; else the pronoun that alone is. */
function readQuoted(
  text: string,
  { start, end }: Span,
): { readonly isAll: boolean; readonly pronoun?: string | undefined } {
  const { start: from, mentions, masked } = readParagraph(text, start);
  const inside = mentions.filter(
    (mention) => from + mention.start < end && start < from + mention.end,
  );
  const words = masked.slice(start - from, end - from);
  const isAll = inside.length === 0 && /^[\ue000\s]+$/u.test(words);
  return { isAll, pronoun: inside.length === 1 ? inside[0]?.pronoun : undefined };
}

/** "Ada Roe was not amused. “Again?”": the one person that the sentence right before names, at its head. */
function introduce(
  text: string,
  { span, manner, speaker }: Told,
  before: Told | undefined,
  places: readonly NamedPlace[],
): SpokenSentence | undefined {
  if (before?.manner !== "statement" || speaker !== undefined || manner === "statement")
    return undefined;
  if (!/^[ \u00a0]*$/u.test(text.slice(before.span.end, span.start))) return undefined;
  const [only, ...others] = places.filter(
    ({ start, end, entity }) =>
      before.span.start <= start && end <= before.span.end && entity.kind === "person",
  );
  const isHead = only !== undefined && only.start - before.span.start < FARTHEST_HEAD;
  if (!isHead || others.length > 0 || !readQuoted(text, span).isAll) return undefined;
  const { start, end, entity } = only;
  return { ...span, manner, entities: [entity], speaker: { start, end }, isSigned: false };
}

/** Units that titles before a name may take. */
const FARTHEST_HEAD = 50;

/** A quotation that goes on into the next sentence is of whom that one names. */
function carryBack(
  text: string,
  told: readonly Told[],
  spoken: readonly (SpokenSentence | undefined)[],
): readonly (SpokenSentence | undefined)[] {
  const carried = [...spoken];
  for (const [at, one] of [...told.entries()].reverse()) {
    const next = carried[at + 1];
    const isOpen = one.manner === "quotation" && one.speaker === undefined;
    if (next === undefined || carried[at] !== undefined || !isOpen) continue;
    if (runsInto(text, one.span, next)) carried[at] = { ...next, ...one.span, manner: "quotation" };
  }
  return carried;
}

/** Both ends and the space between lie in one quotation. */
function runsInto(text: string, { start, end }: Span, next: Span): boolean {
  const { start: from, masked } = readParagraph(text, start);
  const gap = masked.slice(end - from - 1, next.start - from + 1);
  return gap.length > 2 && gap.length < 5 && gap === BLOT.repeat(gap.length);
}

/** Nothing but white space between: the next sentence, or the first of the next paragraph. */
function isNear(text: string, before: Span, { start }: Span): boolean {
  return text.slice(before.end, start).trim() === "";
}

// Sources and quotes of them → which of the sources are one voice for what is quoted, why, and whose it is.

import type { Quote, Source } from "../../core/answer.ts";
import type { OneVoice } from "../../core/lineage.ts";
import type { Span } from "../../core/span.ts";
import { listContentStems } from "../../english/stems.ts";
import { measureContainment } from "../../text/similarity.ts";
import { findWords } from "../../text/words.ts";
import { isPublisher, nameAgency } from "./compare-publishers.ts";
import { findReliances } from "./find-reliances.ts";
import { foldText } from "./fingerprint-texts.ts";
import { QUOTE_SHARE, QUOTE_WORDS, SAME_QUOTE_SHARE } from "./thresholds.ts";

/** Two of the sources, `own` the one that adds no voice of its own. */
export interface VoiceLink {
  readonly own: Source;
  readonly other: Source;
  readonly because: OneVoice["because"];
}

/**
 * Copies of one another; articles of which every quote stands in a passage that the other is quoted
 * from too; articles whose every quote names the other's publisher as where it has it from. Only
 * these quotes are looked at: elsewhere in the articles they may be voices of their own.
 */
export function joinVoices(
  sources: readonly Source[],
  quotes: readonly Quote[],
): readonly VoiceLink[] {
  return sources.flatMap((own) =>
    sources.flatMap((other) => {
      const because = own === other ? undefined : judge(own, other, quotes);
      return because === undefined ? [] : { own, other, because };
    }),
  );
}

function judge(
  own: Source,
  other: Source,
  quotes: readonly Quote[],
): OneVoice["because"] | undefined {
  if (own.copies?.includes(other.articleId) === true) return "same-text";
  const said = quotes.filter(({ articleId }) => articleId === own.articleId);
  const there = quotes.filter(({ articleId }) => articleId === other.articleId);
  if (said.length === 0 || there.length === 0) return;
  const shared = listShared(own, other);
  const isShared = (quote: Quote): boolean =>
    there.some((one) => isSameSentence(quote, one) || liesInShared(quote, one, shared));
  if (said.every(isShared)) return "same-passage";
  const rests = (quote: Quote): boolean =>
    credits(quote, other) && there.some((one) => saysTheSame(quote, one));
  return said.every(rests) ? "rests-on" : undefined;
}

/** The passages that both have, whichever of the two lists them. */
function listShared(
  own: Source,
  other: Source,
): readonly { readonly own: Span; readonly other: Span }[] {
  const listed = own.reuses?.find(({ articleId }) => articleId === other.articleId)?.passages ?? [];
  const turned = other.reuses?.find(({ articleId }) => articleId === own.articleId)?.passages ?? [];
  return [...listed, ...turned.map((one) => ({ own: one.other, other: one.own }))];
}

function liesInShared(
  quote: Quote,
  there: Quote,
  shared: readonly { readonly own: Span; readonly other: Span }[],
): boolean {
  return shared.some(
    (passage) =>
      overlap(quote, passage.own) >= (quote.end - quote.start) * QUOTE_SHARE &&
      overlap(there, passage.other) > 0,
  );
}

function overlap(one: Span, other: Span): number {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
}

/** The articles' own words: what somebody said, two reporters may both have heard. */
function isSameSentence(one: Quote, other: Quote): boolean {
  if ([one, other].some(({ attribution }) => attribution?.manner === "quotation")) return false;
  const words = listWords(one.text);
  return words.length >= QUOTE_WORDS && words.join(" ") === listWords(other.text).join(" ");
}

function listWords(text: string): readonly string[] {
  return findWords(foldText(text)).map((word) => word.text);
}

function credits({ text }: Quote, { publisher }: Source): boolean {
  if (publisher === undefined) return false;
  return findReliances([{ start: 0, text }], []).some(({ name }) => isPublisher(name, publisher));
}

function saysTheSame(one: Quote, other: Quote): boolean {
  const [left, right] = [one, other].map(({ text }) => new Set(listContentStems(text)));
  return measureContainment(left ?? new Set(), right ?? new Set()) >= SAME_QUOTE_SHARE;
}

/**
 * Groups by reason: articles joined by text or by passage, directly or through others, in the order of
 * the sources; for `rests-on` those that rest on one publisher, followed by its own articles.
 */
export function nameVoices(links: readonly VoiceLink[]): readonly OneVoice[] {
  const rests = links.filter(({ because }) => because === "rests-on");
  return [
    ...groupJoined(links, "same-text"),
    ...groupJoined(links, "same-passage"),
    ...groupResting(rests),
  ];
}

function groupJoined(
  links: readonly VoiceLink[],
  because: "same-text" | "same-passage",
): readonly OneVoice[] {
  const groups: Set<Source>[] = [];
  for (const { own, other } of links.filter((link) => link.because === because)) {
    const touched = groups.filter((group) => group.has(own) || group.has(other));
    const joined = new Set([...touched.flatMap((group) => [...group]), own, other]);
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups.map((group) => {
    const name = nameOrigin([...group], because);
    const articleIds = [...group].map(({ articleId }) => articleId);
    return { because, articleIds, ...(name !== undefined && { name }) };
  });
}

/**
 * The one agency that they credit; nothing where there are two. Of a whole text it is enough that one
 * of them does; a passage may be what an article adds to its agency's text, unless all do.
 */
function nameOrigin(
  sources: readonly Source[],
  because: "same-text" | "same-passage",
): string | undefined {
  const agencies = sources.map(findOrigin);
  if (because === "same-passage" && agencies.includes(undefined)) return;
  const named = new Set(agencies.filter((name) => name !== undefined));
  return named.size === 1 ? [...named][0] : undefined;
}

function findOrigin({ publisher = "", restsOn = [] }: Source): string | undefined {
  const credit = restsOn.find(({ isCredit }) => isCredit === true);
  return nameAgency(publisher) ?? (credit && nameAgency(credit.name));
}

function groupResting(links: readonly VoiceLink[]): readonly OneVoice[] {
  const publishers = new Map<string, VoiceLink[]>();
  for (const link of links) {
    const name = link.other.publisher ?? "";
    publishers.set(name, [...(publishers.get(name) ?? []), link]);
  }
  return [...publishers].map(([name, own]) => ({
    because: "rests-on" as const,
    articleIds: [
      ...new Set([
        ...own.map((link) => link.own.articleId),
        ...own.map((link) => link.other.articleId),
      ]),
    ],
    name,
  }));
}

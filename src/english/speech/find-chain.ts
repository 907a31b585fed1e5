// A paragraph and the one who speaks in it → through whom the words came, as far as its sentence tells.

import { PUBLISHER } from "../publisher-names.ts";
import {
  CITING,
  DRAWN_FROM,
  type Form,
  HOLDS,
  LEADING_ON,
  OBTAINED,
  PAPER_TELLS,
  PASSED_ON,
  QUOTED_BY,
  SAYING_BY,
  SEVERAL_TELL,
  SPOKEN_TO,
  TOLD,
} from "./chain-forms.ts";
import { findMentions, type Mention } from "./find-mentions.ts";
import { BLOT, SENTENCE_END } from "./mask-quotations.ts";
import type { Paragraph } from "./read-paragraph.ts";

/** What ends one part of a sentence and begins another of its own. */
export const TURN: RegExp = new RegExp(
  `[,${BLOT}]\\s(?:and|but|while|though|although|whereas|yet)\\s|;\\s`,
  "u",
);

/** A mention that tells of what another said: "according to", or a publisher that reported. */
export const REPORTED_BY: RegExp = new RegExp(
  `^(?:[Aa]ccording\\sto\\s|${PUBLISHER}\\s.{0,40}?\\b(?:report(?:s|ed))$|reported\\s${PUBLISHER})`,
  "u",
);

/** Half-open, in UTF-16 units of the paragraph. */
interface Link {
  readonly start: number;
  readonly end: number;
}

/** How far behind a verb another subject's verb may stand. */
const REACH = 300;
const BETWEEN_SENTENCES = new RegExp(`(?<=${SENTENCE_END})\\s+(?=[\\p{Lu}${BLOT}])`, "gu");

/**
 * The one nearest to the article first: who had the words from the speaker, the speaker, and what the
 * speaker has them from. Links that stand in one another's words are one. Only the sentence that names
 * the speaker is read, and nothing is told that it does not say in one of a few plain forms.
 */
export function findChain(paragraph: Paragraph, speaker: Mention): readonly Link[] {
  const sentence = boundSentence(paragraph.masked, speaker);
  const { named } = speaker;
  const before = findHolders(paragraph, speaker, sentence);
  const behind = findOrigins(paragraph, speaker, sentence);
  const chain: Link[] = [trimNamed(paragraph.masked, named, [...before, ...behind])];
  for (const link of before) if (!chain.some((one) => meets(one, link))) chain.unshift(link);
  for (const link of behind) if (!chain.some((one) => meets(one, link))) chain.push(link);
  return chain;
}

/** "A report cited by the union" is a report: the words that lead to another link are no part of it. */
function trimNamed(masked: string, named: Link, links: readonly Link[]): Link {
  const within = links.find(({ start, end }) => start > named.start && end <= named.end);
  if (within === undefined) return named;
  const own = masked.slice(named.start, within.start).replace(JOINING, "");
  return own === "" ? named : { start: named.start, end: named.start + own.length };
}

const JOINING = /,?(?:\s(?:that|which)\s(?:was|were))?\s(?:of|(?:\S+\s){1,2}(?:by|to|with))\s$/u;

/** Who had the words before the article. */
function findHolders({ masked, mentions }: Paragraph, speaker: Mention, bounds: Link): Link[] {
  const own = masked.slice(speaker.start, speaker.end);
  const told = /\btold$/u.test(own) ? findAll(TOLD, masked, speaker.end, bounds.end) : [];
  const quoted = [
    ...findAll(QUOTED_BY, masked, speaker.start, speaker.end),
    ...(/\bas saying$/u.test(own) ? findAll(SAYING_BY, masked, speaker.end, bounds.end) : []),
  ];
  const area = isAlone(mentions, speaker, bounds)
    ? bounds
    : { start: speaker.start, end: speaker.end };
  const around = [SPOKEN_TO, PASSED_ON, OBTAINED].flatMap((form) =>
    findAll(form, masked, area.start, area.end),
  );
  return [...told, ...quoted, ...around].slice(0, 1);
}

/** What the speaker has the words from, or whom the speaker quotes in turn. */
function findOrigins(paragraph: Paragraph, speaker: Mention, bounds: Link): Link[] {
  const { masked, mentions } = paragraph;
  const drawn = findAll(DRAWN_FROM, masked, speaker.named.start, speaker.named.end);
  const held = findAll(HOLDS, masked, speaker.named.end, speaker.end);
  const cited = isAlone(mentions, speaker, bounds)
    ? findAll(CITING, masked, bounds.start, bounds.end)
    : [];
  return [...findInner(masked, speaker, bounds), ...drawn, ...held, ...cited].slice(0, 1);
}

/** "The mayor said that divers had told her": whoever is named right behind the speaker's verb. */
function findInner(masked: string, { end, pronoun, name, role }: Mention, bounds: Link): Link[] {
  const after = masked.slice(end, bounds.end);
  const lead = LEADING_ON.exec(after)?.[0];
  if (lead === undefined) return [];
  const from = end + lead.length;
  const rest = masked.slice(from, Math.min(bounds.end, from + REACH));
  const [inner] = findMentions(rest);
  const isOther = inner?.start === 0 && inner.pronoun === undefined;
  if (!isOther) {
    return [PAPER_TELLS, SEVERAL_TELL].flatMap((form) => findAll(form, masked, from, bounds.end));
  }
  const isOwn = pronoun === undefined && [name, role].includes(inner.name ?? inner.role);
  const between = rest.slice(inner.named.end, inner.end);
  const isFar = !/^(?:,|(?:\s\S+){1,4}$)/u.test(between);
  if (isOwn || isFar || orders(rest.slice(0, inner.end), rest.slice(inner.end))) return [];
  return [{ start: from + inner.named.start, end: from + inner.named.end }];
}

/** "told players to leave": what is told is a deed, not words. */
function orders(words: string, after: string): boolean {
  return /\btold$/u.test(words) && /^\s[^,.;]{1,40}?\s(?:not\s)?to\s/u.test(after);
}

/** Nobody else speaks in the sentence, but within what is said. */
function isAlone(mentions: readonly Mention[], speaker: Mention, bounds: Link): boolean {
  return mentions.every(
    (other) =>
      other === speaker ||
      other.link === "inside" ||
      other.end <= bounds.start ||
      other.start >= bounds.end,
  );
}

/** A speaker who closes what was said belongs to the quotation before; one who leads on does not. */
function boundSentence(masked: string, { start, end }: Link): Link {
  const ends = Array.from(
    masked.matchAll(BETWEEN_SENTENCES),
    ({ index, 0: gap }) => index + gap.length,
  );
  const opened = CLOSES.test(masked.slice(end)) ? 0 : masked.lastIndexOf(BLOT, start - 1) + 1;
  return {
    start: Math.max(opened, ends.findLast((at) => at <= start) ?? 0),
    end: ends.find((at) => at >= end) ?? masked.length,
  };
}

const CLOSES = /^(?:\s?[.,;!?]|$|\s(?:in|on|at|to|during|by|via|with|of)\s)/u;

/** Each place that one of the pattern's groups holds, between the bounds. */
function findAll({ sign, pattern }: Form, masked: string, start: number, end: number): Link[] {
  const text = masked.slice(start, end);
  if (sign?.test(text) === false) return [];
  const found = pattern.global ? [...text.matchAll(pattern)] : [pattern.exec(text)];
  return found.flatMap((match) =>
    Object.values(match?.indices?.groups ?? {}).flatMap((place) =>
      place === undefined ? [] : [{ start: start + place[0], end: start + place[1] }],
    ),
  );
}

function meets(one: Link, other: Link): boolean {
  return one.start < other.end && other.start < one.end;
}

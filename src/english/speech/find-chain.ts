// A paragraph and the one who speaks in it → through whom the words came, as far as its sentence tells.

import { LETTER, LOWER, UPPER } from "../../text/words.ts";
import { PUBLISHER } from "../publisher-names.ts";
import { findMentions, type Mention } from "./find-mentions.ts";
import { BLOT, SENTENCE_END } from "./mask-quotations.ts";
import { DAY_NAME, NAME } from "./name-patterns.ts";
import type { Paragraph } from "./read-paragraph.ts";

/** What can be cited though nobody is named in it, by its last word. */
export const PAPERS: string =
  "documents?|releases?|records?|files?|filings?|e-?mails?|letters?|memos?|memorandum|papers?|reports?|study|studies|surveys?|polls?|data|figures|statistics|research|analysis|analyses|transcripts?|texts?|messages?|statements?|notes?|logs?|minutes|diary|diaries|affidavits?|complaints?|indictments?|court papers|contracts?|invoices|tax returns|footage|videos?|recordings?|photographs|cables?|briefings?|directives|archives?|accounts?|testimony|posts?|estimates";
const CITED_PEOPLE =
  "officials?|sources?|people|persons?|police|authorities|prosecutors?|investigators?|experts?|analysts?|researchers?|witnesses|scientists?|economists?|diplomats?|defectors?|activists?|residents?|lawyers?|attorneys?|aides?|advis[eo]rs?|executives?|doctors?|spokesman|spokeswoman|spokesperson|spokespeople|friends?|relatives|insiders?|employees|journalists?|historians?";
/** At the head of a sentence too. */
const ANY_PAPERS = PAPERS.replaceAll(
  /(?<=^|\|)\p{Ll}/gu,
  (letter) => `[${letter}${letter.toUpperCase()}]`,
);
const WORDS = `(?:[${LETTER}0-9][${LETTER}0-9.’'&-]*\\s)`;

/** Who may have had words before the article: a publisher, "the newspaper", "state television", "his lawyers". */
const HOLDER = `(?:${PUBLISHER}|${NAME}\\s(?:news\\sagency|newspaper|magazine|television|radio)(?!\\s[${UPPER}])|[Tt]he\\s(?:[${LOWER}-]+\\s){0,2}(?:newspaper|paper|magazine|broadcaster|news\\sagency|channel|station|website|news\\ssite|outlet|podcast|programme)|(?:state|local|national|public)\\s(?:television|radio|media|TV|news\\sagency))`;
/** "told British broadcaster Sky News", "told CNN’s Ada Roe", "told Fox News host Ivo Lind". */
const TO_HOLDER = `(?:(?:[${UPPER}][${LETTER}]+[’']s\\s)?(?:[${LETTER}-]+\\s){0,2}?)(?<holder>${HOLDER})`;
const ANYBODY = `(?:${HOLDER}|${NAME}|(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|an?)\\s(?:[${LETTER}-]+\\s){0,2}?[${LOWER}]{3,})`;
const HANDED = "(?:obtained|seen|reviewed|viewed|examined|cited|acquired)";

/** Behind "told". */
const TOLD: RegExp = new RegExp(`^\\s${TO_HOLDER}`, "du");

/** Behind "quoted as saying". */
const SAYING_BY: RegExp = new RegExp(`^\\sby\\s(?<holder>${ANYBODY})`, "du");

/** Where somebody spoke or wrote: "in an interview with the Gazette", "in an analysis for the Post". */
const SPOKEN_TO: RegExp = new RegExp(
  `\\b(?:[Ii]n|[Dd]uring)\\s(?:(?:an?|the|his|her|their|its)\\s)?(?:[${LETTER}-]+\\s){0,3}?(?:interview|statement|comments|remarks|e-?mail|call|conversation|message|op-ed|opinion\\spiece|column|essay|article|analysis|letter|report|paper|story|study)s?\\s(?:with|to|for|on|in|published\\s(?:in|by)|aired\\s(?:on|by))\\s${TO_HOLDER}|\\b(?:[Ss]peaking|spoke|[Ww]riting|wrote)\\s(?:exclusively\\s)?(?:to|with|on|in|for)\\s(?:an?\\s[${LOWER}]+\\s(?:with|to)\\s)?${TO_HOLDER.replace("<holder>", "<other>")}`,
  "dgu",
);

/** "in a message shared by her lawyers". */
const PASSED_ON: RegExp = new RegExp(
  `\\b[Ii]n\\san?\\s(?:[${LETTER}-]+\\s){0,2}?(?:message|statement|letter|note|video|post|e-?mail)\\s(?:shared|released|posted|published|read\\sout|issued|distributed)\\s(?:by|through)\\s(?<holder>${ANYBODY})`,
  "dgu",
);

/** "the letter, seen by the Gazette", "documents obtained by the newspaper", "a report cited by Ada Roe". */
const OBTAINED: RegExp = new RegExp(
  `\\b(?:${ANY_PAPERS})(?:\\s[^,;.${BLOT}]{1,60}?)?,?\\s(?:(?:that|which)\\s(?:was|were)\\s)?(?:first\\s|exclusively\\s|also\\s)?(?:${HANDED}\\s(?:exclusively\\s)?by|(?:leaked|shared|provided|given|sent)\\s(?:exclusively\\s)?(?:to|with))\\s(?<holder>${ANYBODY})`,
  "dgu",
);

/** "who obtained the documents", within a speaker's asides. */
const HOLDS: RegExp = new RegExp(
  `\\bwho\\s(?:had\\s|has\\s|have\\s|first\\s|also\\s)*(?:obtained|acquired|reviewed|examined|saw|seen|leaked|studied|published)\\s(?<origin>(?:copies\\sof\\s)?${WORDS}{0,5}?(?:${PAPERS}))\\b`,
  "du",
);

/** "citing unnamed officials", "quoting a ministry report": what is cited, else its beginning. */
const CITING: RegExp = new RegExp(
  `\\b(?:citing|quoting)\\s(?<origin>${PUBLISHER}|${WORDS}{0,5}?(?:${PAPERS}|${CITED_PEOPLE})\\b(?:\\s(?:familiar\\swith|close\\sto|in|from|at|of)\\s(?:the\\s)?${WORDS}{0,3}[${LETTER}]+)?)(?=[\\s,;:.)]|$)`,
  "dgu",
);

/** "an analysis of federal data", "a review of Harbour Ministry records", within how a speaker is named. */
const DRAWN_FROM: RegExp = new RegExp(
  `\\b(?:analysis|review|tally|count|examination|study)\\sof\\s(?<origin>(?:${NAME}|federal|government|state|court|police|public|internal|official)\\s(?:${WORDS}){0,2}?(?:${PAPERS}))\\b`,
  "du",
);

/** "was quoted by the Gazette as saying", within the words that make a speaker. */
const QUOTED_BY: RegExp = new RegExp(`\\bquoted\\sby\\s(?<holder>${ANYBODY})`, "du");

/** What may stand between "said" and whoever is quoted in turn: "told the Gazette on Monday that". */
const LEADING_ON: RegExp = new RegExp(
  `^(?:\\s(?:him|her|them|us|me|reporters|journalists|police|investigators|lawmakers|${TO_HOLDER.replace("?<holder>", "")}))?(?:\\s(?:on\\s)?${DAY_NAME})?(?:\\sthat)?\\s`,
  "u",
);

/** "the records show", "these memos describe": a paper that tells, where another tells of it. */
const PAPER_TELLS: RegExp = new RegExp(
  `^(?<origin>(?:[Tt]he|[Tt]hese|[Tt]hose|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?)\\s${WORDS}{0,3}?(?:${PAPERS}))\\s(?:also\\s|clearly\\s)?(?:shows?|showed|indicates?|indicated|suggests?|suggested|reveals?|revealed|states?|stated|says?|said|describes?|described|confirms?|confirmed|makes?\\sclear|made\\sclear)\\b`,
  "du",
);

/** "officials had told her": several people without an article, where another tells of them. */
const SEVERAL_TELL: RegExp = new RegExp(
  `^(?!(?:he|she|it|they|we|this|that|there|who|what)\\s)(?<origin>(?:[${LOWER}-]+\\s){0,2}?(?!(?:always|perhaps|sometimes|has|was|is)\\s)[${LOWER}-]{3,}(?:s|men|women|people))\\s(?:(?:had|have|has|also|already|later|once)\\s){0,2}(?:said|told|say|tell|warned|reported|claimed)\\b`,
  "du",
);

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
  const around = [SPOKEN_TO, PASSED_ON, OBTAINED].flatMap((pattern) =>
    findAll(pattern, masked, area.start, area.end),
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
function findAll(pattern: RegExp, masked: string, start: number, end: number): Link[] {
  const text = masked.slice(start, end);
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

// The forms in which a sentence tells through whom words came: whom they were told to, who has them, what they are drawn from.

import { LETTER, LOWER, UPPER } from "../../text/words.ts";
import { PUBLISHER } from "../publisher-names.ts";
import { BLOT } from "./mask-quotations.ts";
import { DAY_NAME, NAME } from "./name-patterns.ts";

/** Whatever the pattern matches holds the sign: a long pattern is compiled at its first use, which takes long. */
export interface Form {
  readonly sign?: RegExp;
  readonly pattern: RegExp;
}

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
const GIVEN = "(?:leaked|shared|provided|given|sent)";

/** Behind "told". */
export const TOLD: Form = { pattern: new RegExp(`^\\s${TO_HOLDER}`, "du") };

/** Behind "quoted as saying". */
export const SAYING_BY: Form = { pattern: new RegExp(`^\\sby\\s(?<holder>${ANYBODY})`, "du") };

/** Where somebody spoke or wrote: "in an interview with the Gazette", "in an analysis for the Post". */
export const SPOKEN_TO: Form = {
  sign: /\b(?:interview|statement|comments|remarks|e-?mail|call|conversation|message|op-ed|opinion\spiece|column|essay|article|analysis|letter|report|paper|story|study)s?\s(?:with|to|for|on|in|published|aired)\s|\b(?:[Ss]peaking|spoke|[Ww]riting|wrote)\s/u,
  pattern: new RegExp(
    `\\b(?:[Ii]n|[Dd]uring)\\s(?:(?:an?|the|his|her|their|its)\\s)?(?:[${LETTER}-]+\\s){0,3}?(?:interview|statement|comments|remarks|e-?mail|call|conversation|message|op-ed|opinion\\spiece|column|essay|article|analysis|letter|report|paper|story|study)s?\\s(?:with|to|for|on|in|published\\s(?:in|by)|aired\\s(?:on|by))\\s${TO_HOLDER}|\\b(?:[Ss]peaking|spoke|[Ww]riting|wrote)\\s(?:exclusively\\s)?(?:to|with|on|in|for)\\s(?:an?\\s[${LOWER}]+\\s(?:with|to)\\s)?${TO_HOLDER.replace("<holder>", "<other>")}`,
    "dgu",
  ),
};

/** "in a message shared by her lawyers". */
export const PASSED_ON: Form = {
  sign: /\b(?:shared|released|posted|published|read\sout|issued|distributed)\s(?:by|through)\s/u,
  pattern: new RegExp(
    `\\b[Ii]n\\san?\\s(?:[${LETTER}-]+\\s){0,2}?(?:message|statement|letter|note|video|post|e-?mail)\\s(?:shared|released|posted|published|read\\sout|issued|distributed)\\s(?:by|through)\\s(?<holder>${ANYBODY})`,
    "dgu",
  ),
};

/** "the letter, seen by the Gazette", "documents obtained by the newspaper", "a report cited by Ada Roe". */
export const OBTAINED: Form = {
  sign: new RegExp(
    `\\b(?:${HANDED}\\s(?:exclusively\\s)?by|${GIVEN}\\s(?:exclusively\\s)?(?:to|with))\\s`,
    "u",
  ),
  pattern: new RegExp(
    `\\b(?:${ANY_PAPERS})(?:\\s[^,;.${BLOT}]{1,60}?)?,?\\s(?:(?:that|which)\\s(?:was|were)\\s)?(?:first\\s|exclusively\\s|also\\s)?(?:${HANDED}\\s(?:exclusively\\s)?by|${GIVEN}\\s(?:exclusively\\s)?(?:to|with))\\s(?<holder>${ANYBODY})`,
    "dgu",
  ),
};

/** "who obtained the documents", within a speaker's asides. */
export const HOLDS: Form = {
  sign: /\bwho\s/u,
  pattern: new RegExp(
    `\\bwho\\s(?:had\\s|has\\s|have\\s|first\\s|also\\s)*(?:obtained|acquired|reviewed|examined|saw|seen|leaked|studied|published)\\s(?<origin>(?:copies\\sof\\s)?${WORDS}{0,5}?(?:${PAPERS}))\\b`,
    "du",
  ),
};

/** "citing unnamed officials", "quoting a ministry report": what is cited, else its beginning. */
export const CITING: Form = {
  sign: /\b(?:citing|quoting)\s/u,
  pattern: new RegExp(
    `\\b(?:citing|quoting)\\s(?<origin>${PUBLISHER}|${WORDS}{0,5}?(?:${PAPERS}|${CITED_PEOPLE})\\b(?:\\s(?:familiar\\swith|close\\sto|in|from|at|of)\\s(?:the\\s)?${WORDS}{0,3}[${LETTER}]+)?)(?=[\\s,;:.)]|$)`,
    "dgu",
  ),
};

/** "an analysis of federal data", "a review of Harbour Ministry records", within how a speaker is named. */
export const DRAWN_FROM: Form = {
  sign: /\b(?:analysis|review|tally|count|examination|study)\sof\s/u,
  pattern: new RegExp(
    `\\b(?:analysis|review|tally|count|examination|study)\\sof\\s(?<origin>(?:${NAME}|federal|government|state|court|police|public|internal|official)\\s(?:${WORDS}){0,2}?(?:${PAPERS}))\\b`,
    "du",
  ),
};

/** "was quoted by the Gazette as saying", within the words that make a speaker. */
export const QUOTED_BY: Form = {
  sign: /\bquoted\sby\s/u,
  pattern: new RegExp(`\\bquoted\\sby\\s(?<holder>${ANYBODY})`, "du"),
};

/** What may stand between "said" and whoever is quoted in turn: "told the Gazette on Monday that". */
export const LEADING_ON: RegExp = new RegExp(
  `^(?:\\s(?:him|her|them|us|me|reporters|journalists|police|investigators|lawmakers|${TO_HOLDER.replace("?<holder>", "")}))?(?:\\s(?:on\\s)?${DAY_NAME})?(?:\\sthat)?\\s`,
  "u",
);

/** "the records show", "these memos describe": a paper that tells, where another tells of it. */
export const PAPER_TELLS: Form = {
  pattern: new RegExp(
    `^(?<origin>(?:[Tt]he|[Tt]hese|[Tt]hose|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?)\\s${WORDS}{0,3}?(?:${PAPERS}))\\s(?:also\\s|clearly\\s)?(?:shows?|showed|indicates?|indicated|suggests?|suggested|reveals?|revealed|states?|stated|says?|said|describes?|described|confirms?|confirmed|makes?\\sclear|made\\sclear)\\b`,
    "du",
  ),
};

/** "officials had told her": several people without an article, where another tells of them. */
export const SEVERAL_TELL: Form = {
  pattern: new RegExp(
    `^(?!(?:he|she|it|they|we|this|that|there|who|what)\\s)(?<origin>(?:[${LOWER}-]+\\s){0,2}?(?!(?:always|perhaps|sometimes|has|was|is)\\s)[${LOWER}-]{3,}(?:s|men|women|people))\\s(?:(?:had|have|has|also|already|later|once)\\s){0,2}(?:said|told|say|tell|warned|reported|claimed)\\b`,
    "du",
  ),
};

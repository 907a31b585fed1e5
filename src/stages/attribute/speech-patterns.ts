// The ways in which English news names a speaker, as patterns over a paragraph without its quotations.

import { BLOT } from "./mask-quotations.ts";

const SAY =
  "(?:said|says|told|tells|added|adds|warned|warns|argued|argues|insisted|insists|explained|explains|noted|notes|" +
  "stated|states|announced|claimed|claims|replied|recalled|admitted|conceded|stressed|continued|tweeted|acknowledged|" +
  "concluded|testified|remarked|suggested|suggests|predicted|vowed|confirmed|estimated|estimates|alleged|denied|declared|believes|" +
  `(?:wrote|writes)(?=\\sthat\\b|\\s(?:in|on)\\s|\\s?[,:.${BLOT}]|$))`;
const TITLE =
  "(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|Rev|Adm|Cpl|Cmdr|Brig|Pvt|Sgts?|Hon)\\.?";
const PART = `(?:${TITLE}(?=\\s)|\\p{Lu}\\.(?:\\p{Lu}\\.)*|(?:[ad]l-|O['’])?\\p{Lu}[\\p{L}\\p{M}’'-]*)`;
const LINK = "(?:de|da|di|del|la|van|von|der|den|bin|ibn|al|el|of)";
const NAME = `${PART}(?:\\s(?:${LINK}\\s){0,2}${PART}){0,5}`;
const ROLE_NOUN =
  "(?:spokes(?:man|woman|person|people|men)|officials?|minister|president|director|chief|commander|secretary|" +
  "professor|analysts?|experts?|researchers?|lawyers?|attorney|judge|mayor|governor|senator|leader|chair(?:man|woman)?|" +
  "head|manager|officers?|coach|captain|author|editor|reporter|correspondent|economist|scientists?|doctors?|" +
  "authorities|police|prosecutors?|investigators?|witness(?:es)?|residents?|activists?|critics|diplomats?|sources?|" +
  "company|ministry|department|agency|government|report|study|statement|documents?|paper|court|council|board|" +
  "union|group|executive|founder|owner|teacher|nurse|student|victim|father|mother|brother|sister|wife|husband|" +
  "defector|fighter|soldier|member|organi[sz]ation|committee|commission|office|campaign|survey|filing|complaint|indictment)";
const WORD = "(?:[\\p{L}\\p{M}.’'&-]+)";
const NOUN_PHRASE = `(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother)\\s(?:${WORD}\\s){0,3}?${ROLE_NOUN}(?:\\s(?:of|for|at|in|with|from)\\s(?:${WORD}\\s?){1,5}?)?`;
const PLURAL =
  "(?:(?:\\p{Lu}[\\p{L}.]*|[\\p{Ll}-]+)\\s)?(?:[Oo]fficials|[Pp]olice|[Aa]uthorities|[Pp]rosecutors|[Ii]nvestigators|[Ee]xperts|[Aa]nalysts|[Rr]esearchers|[Cc]ritics|[Ww]itnesses|[Rr]esidents|[Aa]ctivists)";
const APPOSITION = `(?:,\\s(?<apposition>[^,;.${BLOT}]{2,90}),)?`;
const BEFORE_VERB = "(?:\\s(?:also|then|later|previously|has|had|have|[\\p{Ll}]+ly))?\\s";
/** Where a clause can begin. */
const START = `(?<=^|[\\p{Ll}\\p{N})][.!?;:,]\\s|${BLOT}\\s?|[—–]\\s?|\\s(?:and|but|as|while|that|although|though)\\s)`;
const LEAD = `(?:(?<lead>(?:(?:[Tt]he|[Aa]n?)\\s)?(?:${WORD}\\s){0,4}?${ROLE_NOUN})\\s)?`;

/** Groups: `name` or `role` or `pronoun`, `lead` and `apposition` beside a name. In order of trust. */
export const SPEECH_PATTERNS: readonly RegExp[] = [
  `${START}${LEAD}(?<name>${NAME})${APPOSITION}${BEFORE_VERB}${SAY}\\b`,
  `(?<=[${BLOT},]\\s?)${SAY}\\s${LEAD}(?<name>${NAME})(?:,\\s(?<apposition>[^,;.${BLOT}]{2,90})(?=[,;.${BLOT}]|$))?`,
  `[Aa]ccording\\sto\\s${LEAD}(?<name>${NAME})(?=\\s?(?:[,;${BLOT}]|\\.(?!\\p{L}))|$)(?:,\\s(?<apposition>[^,;.${BLOT}]{2,90})(?=[,;.${BLOT}]|$))?`,
  `${START}(?<role>${NOUN_PHRASE}|${PLURAL})${BEFORE_VERB}${SAY}\\b`,
  `(?<=[${BLOT},]\\s?)${SAY}\\s(?<role>${NOUN_PHRASE}|${PLURAL})(?=[,;.${BLOT}]|$)`,
  `[Aa]ccording\\sto\\s(?<role>${NOUN_PHRASE}|${PLURAL})(?=[,;.${BLOT}]|$)`,
  `${START}(?<pronoun>[Hh]e|[Ss]he)${BEFORE_VERB}${SAY}\\b`,
  `(?<=[${BLOT},]\\s?)${SAY}\\s(?<pronoun>he|she)\\b`,
].map((pattern) => new RegExp(pattern, "gu"));

/** A capital that begins a clause, or names no person or body. */
export const NO_NAME: RegExp =
  /^(?:He|She|They|It|We|I|You|The|This|That|These|Those|Some|Many|Most|Others|Another|All|Both|One|Who|What|Which|His|Her|Their|Its|My|Our|But|And|Or|So|In|On|At|As|To|For|From|By|With|When|While|Then|Yet|If|After|Before|Also|However|According|Critics|Experts|Officials|Police|Sources|People|Analysts|Researchers|Authorities|Prosecutors|Investigators|Residents|Witnesses|Activists|A|An|There|Here|Now|Still|Asked|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Last|Earlier|Later|Meanwhile|Instead|No|Not|Another|Several|Two|Three|Four|Five|Such|Since|Until|Because|Although|Though|Where|How|Why|Each|Every|Few|More|Much|Nobody|Everyone|Someone|Lawyers|Doctors|Scientists|Documents|Reports|Studies)$/;

/** Ranks and forms of address that are written short: a name begins with the first of them. */
export const SHORT_TITLE: RegExp = new RegExp(`^${TITLE}$`, "u");

export const TITLES: RegExp = new RegExp(
  `^(?:${TITLE}|President|Sir|Lord|Lady|Dame|King|Queen|Prince|Princess|Pope|Judge|Justice|Senator|Governor|Mayor|Minister|Secretary|Chancellor|Professor|Doctor|General|Colonel|Major|Captain|Sergeant|Chief|Commander|Director|Detective|Officer|Sheriff|Congressman|Congresswoman|Ambassador|Father|Rabbi|Imam|Sheikh|Ayatollah|Deputy|Vice|Prime|Foreign|Attorney|Lieutenant|Brigadier|Admiral|Coach|Chairman|Superintendent|Inspector|Rev|of|State|Defense|Defence)$`,
  "u",
);
/** Names that are bodies: no "he" or "she" stands for them, and they have no given name. */
export const BODY: RegExp =
  /\b(?:Inc|Corp|Ltd|LLC|Company|Group|Bank|University|Institute|Ministry|Department|Agency|Association|Council|Committee|Commission|Party|Court|House|Office|Police|Times|Post|News|Press|Guardian|Reuters|Union|Foundation|Center|Centre|Organization|Organisation|Service|Society|Board|Federation|League|Club|School|Hospital|Church|Army|Force|Nations|States|Kingdom|Journal|Authority|Bureau|Fund|Network|Trust|Alliance|Coalition|Front|Congress|Senate|Parliament|Pentagon|Kremlin|Facebook|Google|Twitter|Apple|Amazon|Microsoft)\b|^\p{Lu}{2,}$/u;

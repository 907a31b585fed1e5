// The verbs by which English news makes somebody the speaker, and what must stand behind each.

import { LETTER, LOWER, UPPER } from "../latin-letters.ts";
import { BLOT } from "./mask-quotations.ts";
import { DAY_NAME } from "./name-patterns.ts";

/** Their subject speaks, whatever follows. */
const SAYING =
  "said|says|say|told|tells|warned|warns|argued|argues|argue|insisted|insists|explained|explains|noted|stated|replied|stressed|tweeted|testified|remarked|acknowledged|acknowledges|admitted|admits|conceded|concedes|cautioned|cautions|commented|joked|alleged|alleges|contended|contends|maintained|maintains|asserted|asserts|predicted|predicts|emphasi[sz]ed|emphasi[sz]es|estimated|claimed|complained|complains|quipped|believes|thinks|reiterated|lamented|exclaimed|mused|(?:was|were|been)\\squoted\\s(?:by\\s[^,;.]{2,50}?\\s)?as\\ssaying";
/** Their subject speaks only where what was said follows, or where they close it. */
const TELLING =
  "announced|announces|recalled|recalls|continued|continues|reported|reports|declared|declares|concluded|concludes|vowed|vows|agreed|agrees|revealed|reveals|asked|asks|found|finds|shows|showed|reads|read|responded|responds|wrote|writes|write|posted|states|notes|claims|claim|estimates|comments|remarks|tweets|warn|confirmed|confirms|suggested|suggests|indicated|indicates|promised|promises|observed|observes|points\\sout|pointed\\sout|put\\sit|recounted|replies|stresses|jokes|believe|deadpanned|shouted|cried|counters|countered|added|adds|denied|denies|deny|shown|show|suggest|indicate|reveal";
/** They judge: the words in marks follow further on. */
const JUDGING =
  "called|calls|described|describes|hailed|praised|criticized|criticised|dismissed|labeled|labelled|branded|slammed|blasted|denounced|condemned|characterized|urged|pledged|confessed|requested|wanted";
/** "Accused the town of hiding it". */
const CHARGING = "accused|accuses|accuse";

/** Verbs that may make a speaker, as part of a pattern. */
export const VERBS: string = `(?:${SAYING}|${TELLING})`;

export const VERB: RegExp = new RegExp(
  `(?<=[\\s${BLOT}])(?:(?<saying>${SAYING})|(?<telling>${TELLING})|(?<judging>${JUDGING})|(?<charging>${CHARGING}))(?=[\\s,.;:!?—–)${BLOT}]|$)`,
  "g",
);

const SAID_NEXT = new RegExp(
  `^(?:\\ssaying\\b|\\s(?:that|how|why|what|whether|he|she|they|it|there)\\b|\\s?[,:]?\\s?${BLOT}|:|\\s(?:in|on|to)\\s[^.;${BLOT}]{1,60}[,:]?\\s?${BLOT}|\\s(?:in|on|to)\\s[^.;,${BLOT}]{1,60}(?:,\\swho\\s[^,;.${BLOT}]{3,80},)?\\sthat\\b)`,
);
const ADDED = /^(?:added|adds)$/;
const NO_STATEMENT =
  /^\s(?:\d|[$€£]|an?\b|to\b|more\b|another\b|two\b|three\b|four\b|five\b|six\b)/u;
const DENIED = /^den(?:ied|ies|y)$/;
const DENIAL = new RegExp(
  `^(?:\\s(?:that|any|knowing|having|being|involvement|wrongdoing|(?:the|those|these|all)\\s(?:claims?|charges?|allegations?|accusations?|reports?)|allegations|accusations|claims|[${LOWER}]+ing)\\b|\\s[^.;]{0,40}${BLOT}|\\s[${UPPER}][${LETTER}]+\\s(?:was|were|had|is|has)\\b)`,
);
/** What may stand behind a verb that closes what was said: "…, the mayor reported on Monday." */
const CLOSES = new RegExp(
  `^(?:\\s?[.,;!?)—–${BLOT}]|$|\\s(?:${DAY_NAME}|on|in|to|at|after|during|earlier|later|last|this|of|with|from|via|when|as|over|about)\\b)`,
);

/** The groups of a match of {@link VERB}. */
export type VerbGroups = Record<string, string | undefined> | undefined;

/** What stands before a verb, as far as it decides whether it speaks. */
export interface VerbSubject {
  /** It stands behind what was said: after a comma, a quotation, or "as". */
  readonly closes: boolean;
  /** It may have a plural verb. */
  readonly isPlural: boolean;
  readonly isBody: boolean;
  readonly isRole: boolean;
}

/** @param after what stands behind the verb. */
export function makesSpeaker(groups: VerbGroups, after: string, subject: VerbSubject): boolean {
  const { saying, telling, judging, charging } = groups ?? {};
  const verb = saying ?? telling ?? judging ?? charging ?? "";
  if (PLURAL.test(verb) && !subject.isPlural) return false;
  if (saying !== undefined) return true;
  if (judging !== undefined) return JUDGED.test(after);
  if (charging !== undefined) return CHARGED.test(after);
  return (subject.closes && CLOSES.test(after)) || isTold(verb, after, subject);
}

function isTold(verb: string, after: string, subject: VerbSubject): boolean {
  if (DENIED.test(verb)) return DENIAL.test(after);
  if (REPORTED.test(verb) && subject.isBody) return true;
  if (ADDED.test(verb) && !subject.isRole) return !NO_STATEMENT.test(after);
  return SAID_NEXT.test(after);
}

const CHARGED = /^\s[^.;]{1,90}\sof\s/u;
const PLURAL =
  /^(?:say|tell|warn|argue|claim|believe|write|deny|accuse|show|suggest|indicate|reveal)$/u;
const REPORTED = /^report(?:s|ed)$/u;
const JUDGED = new RegExp(`^(?:[^.;!?${BLOT}]|[${UPPER}]\\.){0,110}${BLOT}`);

// The verbs by which English news makes somebody the speaker, and what must stand behind each.

import { LOWER, UPPER } from "../../text/words.ts";
import { BLOT } from "./mask-quotations.ts";
import { DAY_NAME, MONTH_NAME } from "./name-patterns.ts";

/** Their subject speaks, whatever follows. */
const SAYING = inflect(
  "warn argue insist explain remark acknowledge caution tweet joke allege contend maintain assert predict emphasise emphasize stress complain quip reiterate lament exclaim muse",
  "said|says|say|told|tells|tell|noted|stated|replied|testified|admits|admitted|concedes|conceded|commented|estimated|claimed|believe|believes|thinks|(?:was|were|been)\\squoted\\s(?:by\\s[^,;.]{2,50}?\\s)?as\\ssaying",
);
/** Their subject speaks only where what was said follows, or where they close it. */
const TELLING = inflect(
  "announce recall continue report declare conclude vow agree reveal ask show respond post state note claim estimate comment confirm suggest indicate promise observe disclose recount counter add deny reply shout cry deadpan",
  "found|finds|read|reads|wrote|writes|write|points\\sout|pointed\\sout|put\\sit|puts\\sit|shown|(?:shot|fired|hit|snapped|struck)\\sback",
);
/** They judge: the words in marks follow further on. */
const JUDGING =
  "called|calls|call|(?:spoke|speaks|talked|talks|wrote)\\sof|described|describes|hailed|hails|praised|praises|thanked|criticized|criticised|dismissed|dismisses|mocked|derided|ridiculed|likened|labeled|labelled|branded|slammed|blasted|denounced|condemned|decried|characterized|characterised|urged|pledged|confessed|requested|wanted";
/** "Accused the town of hiding it". */
const CHARGING = "accused|accuses|accuse";
/** "Ada Roe shook her head, saying". */
const PARTICIPLE = "saying|adding|writing|telling\\s[^,;.]{2,40}?";

/** Base forms in three forms each, and forms that are as they are. */
function inflect(regular: string, others: string): string {
  const forms = regular.split(" ").map((base) => {
    if (base.endsWith("e")) return `${base}[sd]?`;
    if (/[^aeo]y$/.test(base)) return `${base.slice(0, -1)}(?:y|ies|ied)`;
    return base.endsWith("s") ? `${base}(?:es|ed)?` : `${base}(?:s|ed)?`;
  });
  return [...forms, others].join("|");
}

/** Verbs that may make a speaker, as part of a pattern. */
export const VERBS: string = `(?:${SAYING}|${TELLING})`;

export const VERB: RegExp = new RegExp(
  `(?<=[\\s${BLOT}])(?:(?<saying>${SAYING})|(?<telling>${TELLING})|(?<judging>${JUDGING})|(?<charging>${CHARGING})|(?<participle>${PARTICIPLE}))(?=[\\s,.:;!?—–)${BLOT}]|$)`,
  "g",
);

/** "On Monday", "last week", "in a statement": what may stand between a verb and what was said. */
const WHEN = `(?:\\s(?:(?:on\\s)?${DAY_NAME}|today|yesterday|(?:earlier\\s)?(?:last|this)\\s[${LOWER}]+|(?:in|on)\\s${MONTH_NAME}(?:\\s\\d{1,2})?|(?:in|on|to|at|during|after)\\s[^.;,${BLOT}]{1,60})){0,2}`;
const SAID_NEXT = new RegExp(
  `^(?:\\ssaying\\b|${WHEN}(?:,\\swho\\s[^,;.${BLOT}]{3,80},)?\\s(?:that|how|why|what|whether)\\b|\\s(?:he|she|they|it|there)\\b|${WHEN}(?:\\sto)?\\s?[,:]?\\s?${BLOT}|:|,\\swhile\\s)`,
);
/** What may stand behind a verb that closes what was said: "…, the mayor reported on Monday." */
const CLOSES = new RegExp(
  `^(?:\\s?[.,;!?)—–${BLOT}]|$|\\s(?:${DAY_NAME}|on|in|to|at|after|during|earlier|later|last|this|of|with|from|via|when|as|over|about)\\b)`,
);

/** The groups of a match of {@link VERB}. */
type VerbGroups = Record<string, string | undefined> | undefined;

/** What stands before a verb, as far as it decides whether it speaks. */
export interface VerbSubject {
  /** It stands behind what was said: after a comma, a quotation, or "as". */
  readonly closes: boolean;
  /** It may have a plural verb. */
  readonly isPlural: boolean;
  readonly isBody: boolean;
}

/** @param after what stands behind the verb. */
export function makesSpeaker(groups: VerbGroups, after: string, subject: VerbSubject): boolean {
  const { saying, telling, judging, charging, participle } = groups ?? {};
  const verb = saying ?? telling ?? judging ?? charging ?? participle ?? "";
  if (!subject.isPlural && PLURAL.test(verb)) return false;
  if (saying !== undefined) return true;
  if (judging !== undefined) return JUDGED.test(after);
  if (charging !== undefined) return CHARGED.test(after);
  if (participle !== undefined) return SAID_NEXT.test(after);
  return (
    (subject.closes && CLOSES.test(after)) ||
    SAID_NEXT.test(after) ||
    JUDGED.test(after) ||
    (REPORTED.test(verb) && subject.isBody)
  );
}

const CHARGED = /^\s[^.;]{1,90}\sof\s/u;
/** No ending of the third person or the past; "put it" and "found" are either. */
const PLURAL =
  /^(?:(?!said|told|wrote|read|found|shown|put|pointed|was|were|been|saying|adding|writing|telling)[a-z]+(?<!s|ed)|stress)$/u;
const REPORTED = /^report(?:s|ed)$/u;
const JUDGED = new RegExp(`^(?:[^.;!?${BLOT}]|[${UPPER}]\\.){0,110}${BLOT}`);

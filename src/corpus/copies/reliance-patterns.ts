// Nothing → the patterns by which an article says that it has something from a publisher.

import { CAPITAL, PUBLISHER, PUBLISHER_ENDS } from "../../english/publisher-names.ts";

const KIND =
  "(?:news agency|newspaper|newswire|magazine|broadcaster|news (?:site|website|channel|service|outlet))";
const NAMED = `(?<name>${PUBLISHER})`;
/** "the Tasnim news agency". */
const NAMED_BY_KIND = `(?:[Tt]he\\s+)?(?<name>${CAPITAL}(?:\\s+${CAPITAL}){0,2}\\s+${KIND})(?!\\s+\\p{Lu})(?![\\p{L}\\p{N}-])`;
/** "the German newspaper Bild", "Syria's state news agency SANA". */
const DESCRIBED = `(?:${CAPITAL}\\s+|an?\\s+|the\\s+)?(?:\\p{L}+\\s+){0,2}${KIND}\\s+(?<name>${CAPITAL}(?:\\s+${CAPITAL}){0,2})`;

const REPORTING =
  "(?:(?:has|have|had) )?(?:(?:first|also|earlier|previously|exclusively) )?(?:reported|reports?|revealed|reveals|quoted|learned|published|wrote|writes)\\b";
const STORY = "(?:report|story|article|investigation|analysis|interview|account)s?";
const BRINGING = [
  "told",
  `according to(?: (?:a|an|the|its) (?:\\p{L}+ )?${STORY} (?:in|by|from|with|on|(?:published|carried) (?:in|by|on)))?`,
  "(?:in|during) an? (?:\\p{L}+ )?interview (?:with|to|published (?:in|by)|on)",
  "(?:reported|published|obtained|quoted|cited|seen|revealed|leaked|carried|released|distributed|broadcast) (?:\\p{L}+ ){0,2}(?:by|to|in|on|via)",
  `citing(?: (?:a|an|the) (?:\\p{L}+ )?${STORY} (?:in|by|from))?`,
  "(?:said|wrote|writing|written) (?:in|for)",
  "in (?:a (?:statement|comment|letter|call)|comments|remarks|an email|an e-mail) to",
  "(?:in|of) an? (?:op-ed|opinion piece|essay|article|report|story) (?:in|for|by|published (?:in|by))",
].join("|");
/** "the Gazette's report said", "a Gazette investigation found". */
const OWN_STORY = `(?:['’]s?)?\\s+(?:\\p{Ll}+\\s+)?${STORY}\\s+(?:said|says|found|finds|showed|shows|revealed|described|quoted|cited)\\b`;

/** Each has the publisher's name as its group `name`; the whole match is the phrase. */
export const RELIANCE_PATTERNS: readonly RegExp[] = [NAMED, NAMED_BY_KIND, DESCRIBED].flatMap(
  (name) => [
    new RegExp(`(?<!\\p{L})(?:${BRINGING})\\s+${name}`, "gu"),
    new RegExp(`(?<![\\p{L}\\p{N}.’'-])${name}\\s+${REPORTING}`, "gu"),
    new RegExp(`(?<![\\p{L}\\p{N}.’'-])${name}${OWN_STORY}`, "gu"),
    new RegExp(`${name}(?:\\s+\\p{L}+){0,3}\\s+contributed (?:to|reporting)`, "gu"),
  ],
);

/** An agency's credit at the head of a text: `BRONE (Reuters) -`. */
export const CREDIT_PATTERN: RegExp =
  /\((?<name>Reuters|REUTERS|AP|AFP|UPI|Bloomberg|CNN|PTI|ANI|IANS|Xinhua|dpa|EFE|AAP)\)\s*[-–—]/gu;

/** A word that is the last of many publishers' names, and nobody's whole one. */
export const BARE: RegExp = new RegExp(`^(?:${PUBLISHER_ENDS})$`, "u");
/** Of those, the ones that are also whole names, as their papers call themselves. */
export const WHOLE: RegExp = /^(?:Guardian|Telegraph|Economist|Intercept|Independent|Scotsman)$/u;

// Passages of an article → the publishers that it says it has something from, by the patterns in which news says so.

import type { Lineage, Reliance } from "../../core/lineage.ts";
import { CAPITAL, PUBLISHER, PUBLISHER_ENDS } from "../../english/publisher-names.ts";
import { AGENCY, foldPublisher, isPartOf } from "./compare-publishers.ts";
import type { PlacedText } from "./fingerprint-texts.ts";
import { MOST_PUBLISHERS } from "./thresholds.ts";

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
const RELIANCE_PATTERNS: readonly RegExp[] = [NAMED, NAMED_BY_KIND, DESCRIBED].flatMap((name) => [
  new RegExp(`(?<!\\p{L})(?:${BRINGING})\\s+${name}`, "gu"),
  new RegExp(`(?<![\\p{L}\\p{N}.’'-])${name}\\s+${REPORTING}`, "gu"),
  new RegExp(`(?<![\\p{L}\\p{N}.’'-])${name}${OWN_STORY}`, "gu"),
  new RegExp(`${name}(?:\\s+\\p{L}+){0,3}\\s+contributed (?:to|reporting)`, "gu"),
]);

/** An agency's credit at the head of a text: `BRONE (Reuters) -`. */
const CREDIT_PATTERN: RegExp = new RegExp(`\\((?<name>${AGENCY}|CNN)\\)\\s*[-–—]`, "gu");

/** A word that is the last of many publishers' names, and nobody's whole one. */
const BARE: RegExp = new RegExp(`^(?:${PUBLISHER_ENDS})$`, "u");
/** Of those, the ones that are also whole names, as their papers call themselves. */
const WHOLE: RegExp = /^(?:Guardian|Telegraph|Economist|Intercept|Independent|Scotsman)$/u;

/**
 * Each publisher once, at its first mention. The span holds the whole phrase: "told the Telegraph",
 * "Reuters reported". A name counts when it is a known publisher's or ends as those of newspapers and
 * stations do; the article's own publisher, and that of a report it is a brief of, do not count. Linear
 * in the text.
 * @param whole the article's text, in which short names are looked up
 */
export function findReliances(
  texts: readonly PlacedText[],
  ownNames: readonly string[],
  whole: string = texts.map(({ text }) => text).join("\n"),
): Lineage["restsOn"] {
  const found = texts.flatMap(listMentions);
  found.sort((one, other) => one.start - other.start);
  const named = new Map<string, Reliance>();
  const own = ownNames.map(foldPublisher);
  for (const reliance of found) {
    const name = expandShort(reliance.name, whole);
    if (name === undefined) continue;
    const key = foldPublisher(name);
    const isKnown = [...own, ...named.keys()].some((one) => isPartOf(key, one));
    if (!isKnown) named.set(key, { ...reliance, name });
  }
  return named.size > MOST_PUBLISHERS ? [] : [...named.values()];
}

function listMentions({ start, text }: PlacedText): readonly Reliance[] {
  const told = RELIANCE_PATTERNS.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), (match) => placeMatch(match, start)),
  );
  const credits = Array.from(text.matchAll(CREDIT_PATTERN), (match) => ({
    ...placeMatch(match, start),
    isCredit: true as const,
  }));
  return [...credits, ...told.filter(({ name, end }) => !goesOn(name, text.slice(end - start)))];
}

/** "the Independent" of "the Independent Police Commission" is no paper. */
function goesOn(name: string, after: string): boolean {
  return WHOLE.test(lastWordOf(name)) && /^\s+\p{Lu}/u.test(after);
}

/**
 * "The Post" is the one paper of that last word that the article names in full; where it names none,
 * or two, nobody can tell which it is, and it does not count, unless that is a paper's whole name.
 */
function expandShort(name: string, text: string): string | undefined {
  const last = lastWordOf(name);
  if (!BARE.test(last)) return name;
  const full = new RegExp(
    `(?<![\\p{L}’'-])${CAPITAL}\\s(?:${CAPITAL}\\s){0,2}${last}(?![\\p{L}-])`,
    "gu",
  );
  const names = new Set(
    Array.from(text.matchAll(full), ([found]) => found.replace(/^The\s/u, "")).filter(
      (found) => found !== last,
    ),
  );
  if (names.size === 0 && WHOLE.test(last)) return name;
  return names.size === 1 ? [...names][0] : undefined;
}

/** The word of a name that is one word, the article left out; else the name. */
function lastWordOf(name: string): string {
  return /^(?:the\s+)?(\S+)$/iu.exec(name)?.[1] ?? name;
}

/** Words that open a sentence with a capital and are no part of a name. */
const OPENING = /^(?:An?|And|As|But|In|When|While|After)\s+/u;

function placeMatch(match: RegExpExecArray, start: number): Reliance {
  const at = start + match.index;
  const name = (match.groups?.["name"] ?? "").replace(OPENING, "").trim();
  return { name, start: at, end: at + match[0].length };
}

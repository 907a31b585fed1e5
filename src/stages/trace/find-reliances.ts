// Passages of an article → the publishers that it says it has something from.

import type { Lineage, Reliance } from "../../model/lineage.ts";
import { CAPITAL, PUBLISHER, PUBLISHER_ENDS } from "../../text/publisher-names.ts";

/** Text of an article that starts at `start` of it. */
export interface PlacedText {
  readonly start: number;
  readonly text: string;
}

const REPORTING =
  "(?:has |have |had )?(?:first |also |earlier |previously |exclusively )?(?:reported|reports|revealed|reveals|quoted|learned|published|wrote|writes)\\b";
const BRINGING = [
  "told",
  "according to(?: (?:a|an|the) (?:\\p{L}+ )?(?:report|story|article|investigation|analysis|interview)s? (?:in|by|from|with|published (?:in|by)))?",
  "(?:in|during) an? (?:\\p{L}+ )?interview (?:with|published in|on)",
  "(?:first |originally |also |initially )?(?:reported|published|obtained|quoted|cited|seen|revealed|leaked) (?:by|to|in|on)",
  "citing",
  "(?:said|wrote|writing|written) (?:in|for)",
  "in (?:a (?:statement|comment|letter|call)|comments|remarks|an email|an e-mail) to",
  "(?:in|of) an? (?:op-ed|opinion piece|essay|article|report|story) (?:in|for|by|published (?:in|by))",
].join("|");

const PATTERNS: readonly RegExp[] = [
  new RegExp(`(?:${BRINGING})\\s+(?<name>${PUBLISHER})`, "gu"),
  new RegExp(`(?<![\\p{L}\\p{N}.’'-])(?<name>${PUBLISHER})\\s+${REPORTING}`, "gu"),
  new RegExp(`(?<name>${PUBLISHER})(?:\\s+\\p{L}+){0,3}\\s+contributed (?:to|reporting)`, "gu"),
  /\((?<name>Reuters|REUTERS|AP|AFP|UPI|Bloomberg|CNN|PTI|ANI|IANS|Xinhua)\)\s*[-–—]/gu,
];
/** An article that names more than this lists publishers, and rests on none in particular. */
const MOST = 12;
/** Words that are no publisher's whole name. */
const BARE = new RegExp(`^(?:${PUBLISHER_ENDS})$`, "u");

/**
 * Each publisher once, at its first mention. The span holds the whole phrase: "told the Telegraph",
 * "Reuters reported". A name counts when it is a known publisher's or ends as those of newspapers and
 * stations do; the article's own publisher, and that of a report it is a brief of, do not count. Linear in the text.
 */
export function findReliances(
  texts: readonly PlacedText[],
  ownNames: readonly string[],
): Lineage["restsOn"] {
  const found = texts.flatMap(({ start, text }) =>
    PATTERNS.flatMap((pattern) =>
      Array.from(text.matchAll(pattern), (match) => placeMatch(match, start)),
    ),
  );
  found.sort((one, other) => one.start - other.start);
  const whole = texts.map(({ text }) => text).join("\n");
  const named = new Map<string, Reliance>();
  const own = ownNames.map(nameKey);
  for (const reliance of found) {
    const name = expandShort(reliance.name.trim(), whole);
    if (name === undefined) continue;
    const key = nameKey(name);
    if (
      own.some((one) => isPartOf(key, one)) ||
      [...named.keys()].some((one) => isPartOf(key, one))
    )
      continue;
    named.set(key, { ...reliance, name });
  }
  return named.size > MOST ? [] : [...named.values()];
}

/**
 * "The Post" is the one paper of that last word that the article names in full; where it names none,
 * or two, nobody can tell which it is, and it does not count.
 */
function expandShort(name: string, text: string): string | undefined {
  const [, last = name] = /^(?:the\s+)?(\S+)$/iu.exec(name) ?? [];
  if (last === name && !BARE.test(name)) return name;
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
  return names.size === 1 ? [...names][0] : undefined;
}

function placeMatch(match: RegExpExecArray, start: number): Reliance {
  const at = start + match.index;
  return { name: match.groups?.["name"] ?? "", start: at, end: at + match[0].length };
}

function nameKey(name: string): string {
  return name
    .replace(/^the\s+/iu, "")
    .replace(/\s+(?:magazine|newspaper|news agency)$/iu, "")
    .toLowerCase();
}

/** "Post" in "Washington Post", "CNN" in "CNN International", either way round. */
function isPartOf(one: string, other: string): boolean {
  const [left, right] = [` ${one} `, ` ${other} `];
  return left.includes(right) || right.includes(left);
}

// The parts before the prose → title, byline, date, dateline and publisher as the text gives them.

import type { ExclusionReason } from "../../core/article.ts";
import { countWords } from "../../text/words.ts";
import {
  isNames,
  type Origin,
  readInlineDateline,
  readOriginLine,
  readRepublished,
} from "./find-origin.ts";
import { isProse, isSentenceLike, type Marks } from "./mark-furniture.ts";
import type { Part } from "./read-layout.ts";

/** What the text says of itself. `inline` is a dateline that opens a paragraph, in code units. */
export interface Finding extends Origin {
  readonly title?: string;
  readonly inline?: { readonly part: number; readonly length: number };
}

const LONGEST_HEAD = 16;
const TITLED =
  /^(?<org>\p{Lu}[^:“"]{1,50}): [“"](?<title>[^“”"]{3,250})[”"](?:\s*\((?<author>with \p{Lu}[^()]{2,80})\))?$/u;
const NO_TITLE =
  /\s\|\s|\bspecial (?:to|for)\b|\b(?:wire|staff|agency|network)\b.*\b(?:reports?|services?)$|^(?:the )?(?:claim|question|answer|verdict|ruling|statement|correction|note|q|a)\s*:|[—–-]$|^["“].*["”]$/i;
const CREDIT =
  /\bspecial (?:to|for)\b|\b(?:wire|staff|agency|network)\b.*\b(?:reports?|services?)$|^[A-Z]{2,6}$/;
const HIGHLIGHTS = /^(?:story )?highlights$|^key (?:points|takeaways|facts)$|^at a glance$/i;

/** Reads the head and marks what it took: titles, bylines, dates, labels. */
export function findHead(
  text: string,
  parts: readonly Part[],
  marks: Marks,
  declaredTitle: string | undefined,
): Finding {
  const body = parts.findIndex((part, at) => marks[at] === undefined && isProse(part));
  const head = Math.min(Math.max(body, parts[0]?.level === 1 ? 1 : 0), LONGEST_HEAD);
  const republished = findRepublished(parts, marks);
  const origin = readOrigins(parts, marks, head);
  const titleAt = findTitle(parts, marks, head, declaredTitle);
  const title = readTitle(parts[titleAt], republished);
  if (titleAt >= 0 && isClearTitle(parts[titleAt], declaredTitle)) marks[titleAt] = "title";
  markHighlights(parts, marks, head);
  markLabels(parts, marks, head, titleAt);
  const inline =
    body < 0 ? undefined : readInlineDateline(text.slice(parts[body]?.start, parts[body]?.end));
  const { length, ...wire } = inline ?? { length: 0 };
  return {
    ...wire,
    ...origin,
    ...title,
    ...(republished === undefined ? {} : { publisher: republished }),
    ...(length === 0 ? {} : { inline: { part: body, length } }),
  };
}

/** The first to say a thing is believed; lines that say nothing else are marked. */
function readOrigins(parts: readonly Part[], marks: Marks, head: number): Origin {
  let found: Origin = {};
  for (let at = 0; at < head; at += 1) {
    const part = parts[at];
    const open = marks[at] === undefined || marks[at] === "navigation";
    const origin = part === undefined || !open ? undefined : readOriginLine(part.plain);
    if (origin === undefined) continue;
    marks[at] = origin.dateline === undefined ? "byline" : "dateline";
    found = { ...origin, ...found };
  }
  return found;
}

function findTitle(
  parts: readonly Part[],
  marks: Marks,
  head: number,
  declared: string | undefined,
): number {
  const flat = (text: string): string => text.replace(/\s+/g, " ").trim().toLowerCase();
  if (declared !== undefined) {
    return parts.findIndex((part, at) => at <= head && flat(part.plain) === flat(declared));
  }
  const first = parts.findIndex(
    (part, at) => at < head && marks[at] === undefined && canBeTitle(part),
  );
  const before = parts.slice(0, Math.max(first, 0));
  const named = before.filter((part, at) => marks[at] === undefined && isNames(part.plain)).length;
  const late =
    named > 1 || before.some((_, at) => marks[at] === "byline" || marks[at] === "dateline");
  const heading = parts.findIndex((part, at) => at < head && part.kind === "heading");
  return heading >= 0 ? heading : late ? -1 : first;
}

function canBeTitle(part: Part): boolean {
  if (part.kind === "heading") return true;
  const words = countWords(part.plain);
  if (part.kind !== "paragraph" || words < 4 || words > 35 || isNames(part.plain)) return false;
  return !/[.,:;…]$/.test(part.plain) && !NO_TITLE.test(part.plain);
}

/**
 * Only what cannot be a line of reporting is kept out of passages: a heading, the declared title, or
 * a short line with no sentence inside. A longer opening line may be both, and stays.
 */
function isClearTitle(part: Part | undefined, declared: string | undefined): boolean {
  if (part === undefined || declared !== undefined || part.kind === "heading") return true;
  return countWords(part.plain) <= 16 && !/[\p{Ll}\d][.!?]["”’]?\s+\p{Lu}/u.test(part.plain);
}

/** `Riverside Review: “The Long Wait” (with Ana Roe)` names the publisher only if the text confirms it. */
function readTitle(part: Part | undefined, republished: string | undefined): Finding {
  if (part === undefined) return {};
  const { org, title, author } = TITLED.exec(part.plain)?.groups ?? {};
  if (org === undefined || title === undefined || org !== republished) return { title: part.plain };
  return { title, ...(author === undefined ? {} : { author }) };
}

function findRepublished(parts: readonly Part[], marks: Marks): string | undefined {
  for (const [at, part] of parts.entries()) {
    const org = marks[at] === "copyright" ? readRepublished(part.plain) : undefined;
    if (org !== undefined) return org;
  }
  return undefined;
}

/** Highlights that only repeat the prose are kept out; one that says more stays. */
function markHighlights(parts: readonly Part[], marks: Marks, head: number): void {
  const label = parts.findIndex((part, at) => at < head && HIGHLIGHTS.test(part.plain));
  if (label < 0) return;
  marks[label] = "navigation";
  const prose = new Set(parts.slice(head).flatMap((part) => contentStems(part.plain)));
  for (let at = label + 1; at < head && marks[at] === undefined; at += 1) {
    const stems = contentStems(parts[at]?.plain ?? "");
    const known = stems.filter((stem) => prose.has(stem)).length;
    if (known >= stems.length * 0.6) marks[at] = "summary";
  }
}

const contentStems = (plain: string): string[] =>
  Array.from(plain.toLowerCase().matchAll(/[\p{L}\p{N}]{4,}/gu), ([word]) => word.slice(0, 5));

/** What is left of the head: section labels before the title, names after it, picture captions. */
function markLabels(parts: readonly Part[], marks: Marks, head: number, titleAt: number): void {
  for (const [at, part] of parts.slice(0, head).entries()) {
    if (marks[at] === undefined && !isSentenceLike(part.plain)) {
      marks[at] = labelReason(part, at < titleAt, titleAt >= 0);
    }
  }
}

function labelReason(
  part: Part,
  beforeTitle: boolean,
  titled: boolean,
): ExclusionReason | undefined {
  if (part.kind !== "paragraph") return undefined;
  if (beforeTitle && countWords(part.plain) <= 3) return "navigation";
  if (isNames(part.plain) || CREDIT.test(part.plain)) return "byline";
  return titled && isPictured(part) ? "caption" : undefined;
}

/** A noun phrase without a verb: "A burnt lorry near Tarn". A standfirst has a verb and stays. */
function isPictured(part: Part): boolean {
  if (
    part.kind !== "paragraph" ||
    countWords(part.plain) > 12 ||
    !/^(?:An?|File)\s/.test(part.plain)
  )
    return false;
  return !/\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|does|do|did|says?|said|as|how|why|what|when|\p{Ll}{3,}s)\b/u.test(
    part.plain,
  );
}

// Parts of a text → its blocks of prose, its excluded spans, and what the text says of its origin.

import type { Block, ExcludedSpan } from "../../core/article.ts";
import { countWords } from "../../text/words.ts";
import { type Finding, findHead } from "./find-head.ts";
import { markFoot } from "./mark-foot.ts";
import { isSentenceLike, markFurniture } from "./mark-furniture.ts";
import type { Part } from "./read-layout.ts";

export interface Outline {
  readonly blocks: readonly Block[];
  readonly excluded: readonly ExcludedSpan[];
  readonly found: Finding;
}

const LONGEST_HEADING = 14;

/**
 * Tells reporting from furniture. Nothing is cut: what is no prose becomes an excluded span with its
 * reason, and everything else a block. In doubt a part stays a block, for reporting that is left out
 * is worse than furniture that is kept. `declaredTitle` is the front matter's.
 */
export function outlineArticle(
  text: string,
  parts: readonly Part[],
  declaredTitle: string | undefined,
): Outline {
  const marks = markFurniture(parts);
  const found = findHead(text, parts, marks, declaredTitle);
  markFoot(parts, marks, found.author);
  const excluded: ExcludedSpan[] = [];
  const prose: Part[] = [];
  for (const [at, part] of parts.entries()) {
    const reason = marks[at];
    if (reason !== undefined) excluded.push({ start: part.start, end: part.end, reason });
    else if (at === found.inline?.part) prose.push(splitDateline(part, found.inline, excluded));
    else prose.push(part);
  }
  const blocks = prose.map((part, at) => ({
    start: part.start,
    end: part.end,
    kind: kindOf(part, prose[at + 1]),
  }));
  return { blocks, excluded, found };
}

/** What is left of a paragraph after the dateline that opens it. */
function splitDateline(part: Part, { length }: { length: number }, excluded: ExcludedSpan[]): Part {
  const end = Math.min(part.start + length, part.end);
  excluded.push({ start: part.start, end, reason: "dateline" });
  return { ...part, start: end };
}

/** A short line without a full stop heads a longer part that follows; the last one heads nothing. */
function kindOf(part: Part, next: Part | undefined): Block["kind"] {
  if (part.kind === "markup" || part.kind === "image") return "paragraph";
  if (part.kind !== "paragraph" || next === undefined) return part.kind;
  const short = countWords(part.plain) <= LONGEST_HEADING && !/,$/.test(part.plain);
  const heads = short && !isSentenceLike(part.plain) && countWords(next.plain) > LONGEST_HEADING;
  return heads ? "heading" : "paragraph";
}

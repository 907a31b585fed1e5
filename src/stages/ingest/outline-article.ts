// Parts of a text → its blocks of prose, its excluded spans, and what the text says of its origin.

import type { Block, ExcludedSpan, ExclusionReason } from "../../model/article.ts";
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
export function outlineArticle(parts: readonly Part[], declaredTitle: string | undefined): Outline {
  const marks = markFurniture(parts);
  const found = findHead(parts, marks, declaredTitle);
  markFoot(parts, marks, found.author);
  const blocks: Block[] = [];
  const excluded: ExcludedSpan[] = [];
  for (const [at, part] of parts.entries()) {
    const reason = marks[at];
    if (reason !== undefined) excluded.push({ start: part.start, end: part.end, reason });
    else if (at === found.inline?.part) splitDateline(part, found.inline.length, blocks, excluded);
    else blocks.push({ start: part.start, end: part.end, kind: kindOf(parts, marks, at) });
  }
  return { blocks, excluded, found };
}

function splitDateline(
  part: Part,
  length: number,
  blocks: Block[],
  excluded: ExcludedSpan[],
): void {
  const end = Math.min(part.start + length, part.end);
  excluded.push({ start: part.start, end, reason: "dateline" });
  if (end < part.end) blocks.push({ start: end, end: part.end, kind: "paragraph" });
}

/** A short line without a full stop heads what follows it; the last one of a text heads nothing. */
function kindOf(
  parts: readonly Part[],
  marks: readonly (ExclusionReason | undefined)[],
  at: number,
): Block["kind"] {
  const part = parts[at];
  if (part === undefined || part.kind === "markup" || part.kind === "image") return "paragraph";
  if (part.kind !== "paragraph" || part.plain.length > 200) return part.kind;
  if (isSentenceLike(part.plain) || countWords(part.plain) > LONGEST_HEADING) return "paragraph";
  const next = parts.findIndex((_, other) => other > at && marks[other] === undefined);
  return next > 0 && countWords(parts[next]?.plain ?? "") > LONGEST_HEADING
    ? "heading"
    : "paragraph";
}

// Parts → for each, why it is furniture by its own words or by its neighbours in the same group.

import type { ExclusionReason } from "../../core/article.ts";
import { countWords } from "../../text/words.ts";
import { recogniseFurniture } from "./furniture.ts";
import type { Part } from "./read-layout.ts";

/** One entry a part: the reason to keep it out, or `undefined` for prose. Filled in step by step. */
export type Marks = (ExclusionReason | undefined)[];

const MEDIA = /\.(?:jpe?g|png|gif|webp|mp4)$|^(?:\d{1,2}:)?\d{1,2}:\d{2}\b/i;

/** Ends as a sentence does. */
export function isSentenceLike(plain: string): boolean {
  return /[.!?…。！？]["'”’»)\]*_]*$/u.test(plain);
}

/** A part long enough, and finished, so that it can only be prose. */
export function isProse(part: Part): boolean {
  const words = countWords(part.plain);
  return part.kind !== "heading" && (words >= 30 || (words >= 10 && isSentenceLike(part.plain)));
}

export function markFurniture(parts: readonly Part[]): Marks {
  const marks: Marks = parts.map((part) => {
    if (part.kind === "markup") return "markup";
    if (part.kind === "image") return "caption";
    if (!/[\p{L}\p{N}]/u.test(part.plain)) return "markup";
    return part.end - part.start > 1_500 ? undefined : recogniseFurniture(part.plain);
  });
  markMediaGroups(parts, marks);
  return marks;
}

/** Lines set directly beside an image's file name or a running time are its caption and credit. */
function markMediaGroups(parts: readonly Part[], marks: Marks): void {
  const groups = new Set(
    parts
      .filter((part, at) => marks[at] === "caption" && MEDIA.test(part.plain))
      .map(({ group }) => group),
  );
  for (const [at, part] of parts.entries()) {
    if (groups.has(part.group) && marks[at] === undefined && !isProse(part)) marks[at] = "caption";
  }
}

// A document and edits of it → its lines before and after, for a reader to agree to.

import type { AmendedDocument, Edit } from "../../core/check.ts";
import { showInvisible } from "../../text/invisible.ts";
import { linesAt } from "../../text/lines.ts";
import { applyEdits } from "./apply-edits.ts";

/** Lines as a word of `diff`: where, then `-` before and `+` after. Nothing in it acts on a terminal. */
export function listChanges({ name, before, edits }: AmendedDocument): readonly string[] {
  return groupByLine(before, edits).flatMap((group) => {
    const start = before.lastIndexOf("\n", (group[0]?.start ?? 0) - 1) + 1;
    const last = group.at(-1)?.end ?? 0;
    const end = before.indexOf("\n", last) === -1 ? before.length : before.indexOf("\n", last);
    const shifted = group.map((edit) => ({
      ...edit,
      start: edit.start - start,
      end: edit.end - start,
    }));
    const old = before.slice(start, end);
    return [
      `${name}:${linesAt(before, [start])[0] ?? 1}`,
      ...old.split("\n").map((line) => `-${line}`),
      ...applyEdits(old, shifted)
        .split("\n")
        .map((line) => `+${line}`),
    ].map((line) => showInvisible(line.replace(/\r$/, "")));
  });
}

/** Edits that begin in the line in which the one before ends are shown together. */
function groupByLine(text: string, edits: readonly Edit[]): readonly (readonly Edit[])[] {
  const groups: Edit[][] = [];
  for (const edit of edits) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const together = before !== undefined && !text.slice(before.end, edit.start).includes("\n");
    if (together) group?.push(edit);
    else groups.push([edit]);
  }
  return groups;
}

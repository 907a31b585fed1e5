// A text and edits of it → the text with the edits made, and its lines before and after for a reader to agree to.

import type { AmendedDocument, Edit } from "../core/check.ts";
import { showInvisible } from "../text/invisible.ts";
import { linesAt } from "../text/lines.ts";

/** In the order of the text, without those that overlap an earlier one or change nothing. */
export function orderEdits(text: string, edits: readonly Edit[]): readonly Edit[] {
  const ordered = [...edits].sort((one, other) => one.start - other.start || one.end - other.end);
  let behind = 0;
  return ordered.filter((edit) => {
    if (edit.start < behind || text.slice(edit.start, edit.end) === edit.text) return false;
    behind = edit.end;
    return true;
  });
}

/** @param edits as {@link orderEdits} gives them. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let done = 0;
  const parts: string[] = [];
  for (const edit of edits) {
    parts.push(text.slice(done, edit.start), edit.text);
    done = edit.end;
  }
  return [...parts, text.slice(done)].join("");
}

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

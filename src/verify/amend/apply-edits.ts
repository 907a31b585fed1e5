// A text and edits of it → the text with the edits made.

import type { Edit } from "../../core/check.ts";

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

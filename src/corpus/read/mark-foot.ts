// The parts after the prose → comment forms, author notes and leftovers, marked.

import { countWords } from "../../text/words.ts";
import { isProse, isSentenceLike, type Marks } from "./mark-furniture.ts";
import type { Part } from "./read-layout.ts";

/** More short lines than this at the end are a list. */
const MOST_LEFTOVERS = 2;
const FORM =
  /^(?:leave a (?:reply|comment)|post a comment|comments?|add (?:a|your) comment|join the (?:conversation|discussion))\b/i;
const ABOUT =
  /^(?<name>\p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}[\p{L}.'’-]*|de|van|von|al-\S+|bin)){1,3}),? (?:is|was|are|covers|writes|reports|has been)\b[^.]*?\b(?:reporter|correspondent|columnist|editor|writer|journalist|contributor|fellow|professor|author|lecturer|researcher|producer|blogger|historian|attorney|director|covers|reports|writes)\b/u;

/** Fills in `marks` from the end of the text. `author` is the byline's, when there is one. */
export function markFoot(parts: readonly Part[], marks: Marks, author: string | undefined): void {
  markCommentForm(parts, marks);
  markAuthorNotes(parts, marks, author);
  const left = parts.flatMap((part, at) => (marks[at] === undefined ? [{ part, at }] : []));
  const leftovers = left.slice(left.findLastIndex(({ part }) => !isLeftover(part)) + 1);
  if (leftovers.length > MOST_LEFTOVERS || leftovers.length === left.length) return;
  for (const { at } of leftovers) marks[at] = "navigation";
}

/** After a comment form's heading nothing but its short lines follow. */
function markCommentForm(parts: readonly Part[], marks: Marks): void {
  const form = parts.findIndex((part, at) => marks[at] === "comments" && FORM.test(part.plain));
  if (
    form < 0 ||
    parts.slice(form).some((part, at) => marks[form + at] === undefined && isProse(part))
  )
    return;
  for (let at = form; at < parts.length; at += 1) marks[at] ??= "comments";
}

/** Last paragraphs on somebody whom the article does not speak of, or who wrote it. */
function markAuthorNotes(parts: readonly Part[], marks: Marks, author: string | undefined): void {
  const last = parts.flatMap((_, at) => (at > 0 && marks[at] === undefined ? [at] : [])).slice(-3);
  for (const at of last.reverse()) {
    if (!isAuthorNote(parts, marks, at, author)) return;
    marks[at] = "author-blurb";
  }
}

function isAuthorNote(
  parts: readonly Part[],
  marks: Marks,
  at: number,
  author: string | undefined,
): boolean {
  const plain = parts[at]?.plain ?? "";
  const { name } = (countWords(plain) > 90 ? null : ABOUT.exec(plain))?.groups ?? {};
  if (name === undefined) return false;
  const surname = name.split(" ").at(-1) ?? name;
  if (author?.includes(surname) === true) return true;
  return !parts.some(
    (other, place) => place < at && marks[place] === undefined && other.plain.includes(surname),
  );
}

/** A heading with nothing under it. Lists, titles of works and results (digits) are kept. */
function isLeftover(part: Part): boolean {
  if (part.kind === "list-item" || part.kind === "quotation" || part.end - part.start > 80)
    return false;
  return countWords(part.plain) <= 6 && !isSentenceLike(part.plain) && !/[\d“"]/.test(part.plain);
}

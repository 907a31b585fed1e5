// Parts of a text → its blocks of prose, its excluded spans (comment forms and author notes at its foot too), and what the text says of its origin.

import type { Block, ExcludedSpan } from "../../core/article.ts";
import { countWords } from "../../text/words.ts";
import { type Finding, findHead } from "./find-head.ts";
import { isProse, isSentenceLike, type Marks, markFurniture } from "./mark-furniture.ts";
import type { Part } from "./read-layout.ts";

interface Outline {
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

/** More short lines than this at the end are a list. */
const MOST_LEFTOVERS = 2;
const FORM =
  /^(?:leave a (?:reply|comment)|post a comment|comments?|add (?:a|your) comment|join the (?:conversation|discussion))\b/i;
const ABOUT =
  /^(?<name>\p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}[\p{L}.'’-]*|de|van|von|al-\S+|bin)){1,3}),? (?:is|was|are|covers|writes|reports|has been)\b[^.]*?\b(?:reporter|correspondent|columnist|editor|writer|journalist|contributor|fellow|professor|author|lecturer|researcher|producer|blogger|historian|attorney|director|covers|reports|writes)\b/u;

/** Fills in `marks` from the end of the text. `author` is the byline's, when there is one. */
function markFoot(parts: readonly Part[], marks: Marks, author: string | undefined): void {
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

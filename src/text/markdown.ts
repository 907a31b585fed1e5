// Markdown → its prose, its code blocks and its footnotes.

import { isMarkdown, unifyLineEnds } from "./markdown-blocks.ts";
import { ABOVE, BELOW, MarkdownReader } from "./markdown-reader.ts";
import { type ProseBlock, type ProseDocument, readPlainProse } from "./prose.ts";
import { applyRegions, blank, markRegions } from "./quote-regions.ts";

const FRONT_MATTER = /^---[ \t]*\n(?:(?!---|\.\.\.)[^\n]*\n){0,200}(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const FOOTNOTE = /^ {0,3}\[\^([^\]\s]{1,64})\]:[ \t]*(.*(?:\n(?: {2,}|\t).*)*)/gm;

/**
 * Reads GitHub's Markdown as a reader sees it: link text without its target, no code, no images, no
 * front matter, character references decoded, escapes undone. Offsets are in `markdown` as given,
 * whatever its line ends. Text that is no sane Markdown (thousands of brackets, quotation markers
 * nested without end) is read as plain text.
 */
export function readMarkdownProse(markdown: string): ProseDocument {
  const { text: lines, places } = unifyLineEnds(markdown);
  const { text, regions, unread } = markRegions(
    lines.replace(CHEVRONS, `${ABOVE}${ABOVE}$1${BELOW}${BELOW}`),
  );
  if (!isMarkdown(text)) return readPlainProse(markdown);
  const notes = new Map<string, string>();
  const noted: ProseBlock[] = [];
  let body = text.replace(FRONT_MATTER, blank);
  body = body.replace(FOOTNOTE, (note: string, name: string, words: string, at: number) => {
    notes.set(name, words);
    // Read like the text that it belongs to.
    const reader = new MarkdownReader(text, places);
    const dedented = words.replace(/^(?: {2,4}|\t)/gm, "");
    reader.readText(dedented, at + note.length - words.length, "note");
    noted.push(...reader.blocks);
    return blank(note);
  });
  const reader = new MarkdownReader(body, places);
  reader.readText(body, 0, "paragraph");
  const blocks = applyRegions(
    reader.blocks,
    regions.map(({ start, end }) => ({ start: places(start), end: places(end) })),
  );
  const told = unread.map(({ start, what }) => ({ start: places(start), what }));
  return {
    blocks: [...blocks, ...noted],
    codes: reader.codes,
    notes,
    unread: told,
  };
}

/** `<<words>>`: to HTML the words would be a tag. */
const CHEVRONS = /<<(?=\S)([^<>\n]{2,2000}(?:\n[^<>\n]{1,2000}){0,20})>>/g;

// Markdown → its prose, its code blocks and its footnotes.

import { decodeHTML } from "entities/decode";
import type { Token, Tokens } from "marked";
import { readHtmlProse } from "./html-prose.ts";
import {
  isMarkdown,
  type MarkdownBlock,
  MarkdownBlocks,
  unifyLineEnds,
} from "./markdown-blocks.ts";
import {
  hideMarks,
  type ProseBlock,
  ProseBuilder,
  type ProseCode,
  type ProseDocument,
  readPlainProse,
} from "./prose.ts";
import { applyRegions, blank, markRegions, sliceBlock } from "./quote-regions.ts";

/** Stand for `<<` and `>>` while the text is read. */
const ABOVE = "\ue010";
const BELOW = "\ue011";

const NOTE_MARK = /\[\^([^\]\s]{1,64})\]/g;
/** As Obsidian and GitHub have it; to the end of its line. */
const CALLOUT = /^\s*\[![\p{L}-]{2,30}\][+-]?[^\n]*(?:\n|$)/u;
/** `<<words>>`: to HTML the words would be a tag. */
const CHEVRONS = /<<(?=\S)([^<>\n]{2,2000}(?:\n[^<>\n]{1,2000}){0,20})>>/g;
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
  return {
    blocks: [...blocks, ...noted],
    codes: reader.codes,
    notes,
    unread: unread.map(({ start, what }) => ({ start: places(start), what })),
  };
}

class MarkdownReader {
  readonly blocks: ProseBlock[] = [];
  readonly codes: ProseCode[] = [];
  readonly #found: MarkdownBlocks;
  readonly #places: (at: number) => number;
  readonly #builder = new ProseBuilder();

  constructor(text: string, places: (at: number) => number) {
    this.#found = new MarkdownBlocks(text);
    this.#places = places;
  }

  /** @param from where in the text `part` stands, or stands soon after. */
  readText(part: string, from: number, kind: MarkdownBlock["kind"]): void {
    for (const block of this.#found.list(part, from, kind)) this.#readBlock(block);
  }

  #readBlock({ token, start, kind, opens }: MarkdownBlock): void {
    const blocks = this.blocks.length;
    if (token.type === "code") this.#readCode(token as Tokens.Code, start);
    else if (token.type === "table") this.#readTable(token as Tokens.Table, start);
    else if (token.type === "html") this.#readHtml(token.raw, start);
    else this.#readWords(token, start, kind);
    if (opens) this.#dropLabel(blocks);
  }

  /** The head of a callout (`[!quote] Title`) is its label, no part of what is quoted. */
  #dropLabel(at: number): void {
    const block = this.blocks[at];
    const head = CALLOUT.exec(block?.text ?? "")?.[0];
    if (block === undefined || head === undefined) return;
    this.blocks.splice(at, 1, ...sliceBlock(block, head.length, block.text.length, "quotation"));
  }

  #readCode({ text, lang }: Tokens.Code, at: number): void {
    if (/quote/i.test(lang ?? "")) {
      this.#putText(text, this.#found.find(text, at));
      this.blocks.push(...this.#builder.finish("quotation"));
      return;
    }
    this.codes.push({ text, start: this.#places(at), language: lang ?? "" });
  }

  #readTable({ header, rows }: Tokens.Table, from: number): void {
    let at = from;
    for (const cell of [header, ...rows].flat()) {
      at = this.#readInlines(cell.tokens, at);
      this.blocks.push(...this.#builder.finish("paragraph"));
    }
  }

  #readWords(token: Token, at: number, kind: ProseBlock["kind"]): void {
    if ("tokens" in token && token.tokens !== undefined) this.#readInlines(token.tokens, at);
    else if (token.type === "text") this.#putText(token.raw, at);
    this.blocks.push(...this.#builder.finish(token.type === "heading" ? "heading" : kind));
  }

  /** HTML between paragraphs, whose lines may stand behind the markers of a quotation. */
  #readHtml(raw: string, from: number): void {
    const places: number[] = [];
    let at = from;
    for (const line of raw.split(/(?<=\n)/)) {
      const start = this.#found.find(line, at);
      for (let unit = 0; unit < line.length; unit += 1) places.push(this.#places(start + unit));
      at = start + line.length;
    }
    places.push(this.#places(at));
    const place = (unit: number): number => places[unit] ?? this.#places(at);
    const { blocks, codes } = readHtmlProse(raw);
    for (const block of blocks)
      this.blocks.push({
        ...block,
        text: showChevrons(block.text),
        places: block.places.map(place),
      });
    for (const { text, start } of codes) this.codes.push({ text, start: place(start) });
  }

  #readInlines(tokens: readonly Token[], from: number): number {
    let at = from;
    for (const [place, token] of tokens.entries()) {
      const start = this.#found.find(token.raw, at);
      if (!isRaisedNumber(tokens, place)) this.#readInline(token, start);
      at = this.#found.follow(token.raw, start);
    }
    return at;
  }

  #readInline(token: Token, at: number): void {
    const start = this.#places(at);
    const end = this.#places(at + token.raw.length);
    switch (token.type) {
      case "escape":
        this.#builder.put((token as Tokens.Escape).text, start, end);
        break;
      case "br":
        this.#builder.put("\n", start, end);
        break;
      case "codespan":
        this.#builder.put(hideMarks((token as Tokens.Codespan).text), start, end);
        break;
      case "link":
        this.#readLink(token as Tokens.Link, at);
        break;
      case "html":
      case "image":
        break;
      default:
        if ("tokens" in token && token.tokens !== undefined) this.#readInlines(token.tokens, at);
        else this.#putText(token.raw, at);
    }
  }

  #readLink({ href, tokens }: Tokens.Link, at: number): void {
    const begun = this.#builder.length;
    this.#readInlines(tokens, at);
    this.#builder.point(begun, href);
  }

  /**
   * Copies text unit by unit, decodes references, takes note marks out as pointers, and of a wiki's
   * links and highlights leaves the words: `[[Town of Brone|Brone]]`, `==old==`.
   */
  #putText(raw: string, at: number): void {
    let place = at;
    const skipped = new RegExp(
      `${NOTE_MARK.source}|\\[\\[(?:[^\\[\\]|\\n]{1,200}\\|)?|\\]\\]|==|&(?:#\\d{1,7}|#[xX][\\da-fA-F]{1,6}|[a-zA-Z][\\da-zA-Z]{1,31});`,
      "g",
    );
    let done = 0;
    for (const { 0: piece, 1: note, index } of raw.matchAll(skipped)) {
      place = this.#copy(raw.slice(done, index), place);
      const start = this.#found.find(piece, place);
      if (note !== undefined) this.#builder.point(this.#builder.length, `^${note}`);
      else if (piece.startsWith("&")) {
        this.#builder.put(
          decodeReference(piece),
          this.#places(start),
          this.#places(start + piece.length),
        );
      }
      place = start + piece.length;
      done = index + piece.length;
    }
    this.#copy(raw.slice(done), place);
  }

  /** Markers of quotations and indents, which `raw` leaves out, are stepped over line by line. */
  #copy(raw: string, from: number): number {
    let at = from;
    for (const line of raw.split(/(?<=\n)/)) {
      const start = this.#found.find(line, at);
      this.#builder.copy(showChevrons(line), this.#places(start));
      at = start + line.length;
    }
    return at;
  }
}

/** A control character (C1) stays one: HTML would read it as a Windows character. */
function decodeReference(reference: string): string {
  const [, hex, decimal] = /^&#(?:[xX]([\da-fA-F]+)|(\d+));$/.exec(reference) ?? [];
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code >= 0x80 && code <= 0x9f ? String.fromCharCode(code) : decodeHTML(reference);
}

/** A line as it stands in the document. */
function showChevrons(line: string): string {
  return line.replaceAll(ABOVE, "<").replaceAll(BELOW, ">");
}

/** The number of a note between `<sup>` and `</sup>`, behind a word. */
function isRaisedNumber(tokens: readonly Token[], place: number): boolean {
  const [word, open, number] = tokens.slice(Math.max(0, place - 2), place + 1);
  return (
    /^<sup\b/i.test(open?.raw ?? "") &&
    /^\[?\d{1,3}\]?$/.test(number?.raw ?? "") &&
    /[\p{L}.,;:!?”"’]$/u.test(word?.raw ?? "")
  );
}

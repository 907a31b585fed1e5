// The tokens of a Markdown text → its blocks and codes as rendered: the one door to `marked`.

import { Lexer, type Token, type Tokens } from "marked";
import { blankTags } from "./html-prose.ts";
import { decodeReference, isRaisedNumber, showChevrons } from "./markdown-signs.ts";
import { hideMarks, type ProseBlock, ProseBuilder, type ProseCode } from "./prose.ts";
import { FILL, sliceBlock } from "./quote-regions.ts";

const NOTE_MARK = /\[\^([^\]\s]{1,64})\]/g;
/** As Obsidian and GitHub have it; to the end of its line. */
const CALLOUT = /^\s*\[![\p{L}-]{2,30}\][+-]?[^\n]*(?:\n|$)/u;

/** Tokens of the text as GitHub reads it. */
function lex(text: string): readonly Token[] {
  return new Lexer({ gfm: true }).lex(text);
}

/** The same length and lines, with nothing in them. */
export function blank(part: string): string {
  return part.replace(/[^\n]/g, " ");
}

export class MarkdownReader {
  readonly blocks: ProseBlock[] = [];
  readonly codes: ProseCode[] = [];
  readonly #text: string;
  readonly #places: (at: number) => number;
  readonly #builder = new ProseBuilder();

  constructor(text: string, places: (at: number) => number) {
    this.#text = text;
    this.#places = places;
  }

  /** @param from where in the text the first token stands, or stands soon after. */
  readText(text: string, from: number, kind: ProseBlock["kind"]): void {
    this.readBlocks(lex(text), from, kind);
  }

  readBlocks(tokens: readonly Token[], from: number, kind: ProseBlock["kind"]): void {
    let at = from;
    for (const token of tokens) {
      const start = this.#find(token.raw, at);
      this.#readBlock(token, start, kind);
      at = this.#follow(token.raw, start);
    }
  }

  #readBlock(token: Token, at: number, kind: ProseBlock["kind"]): void {
    switch (token.type) {
      case "code":
        this.#readCode(token as Tokens.Code, at);
        break;
      case "blockquote":
        this.#readQuotation(token as Tokens.Blockquote, at);
        break;
      case "list":
        this.#readList(token as Tokens.List, at, kind === "quotation" ? kind : "list-item");
        break;
      case "table":
        this.#readTable(token as Tokens.Table, at);
        break;
      case "html":
        this.#readHtml(token.raw, at);
        break;
      default:
        this.#readWords(token, at, kind);
    }
  }

  /** The head of a callout (`[!quote] Title`) is its label, no part of what is quoted. */
  #readQuotation({ tokens }: Tokens.Blockquote, from: number): void {
    const blocks = this.blocks.length;
    this.readBlocks(tokens, from, "quotation");
    const first = this.blocks[blocks];
    const head = CALLOUT.exec(first?.text ?? "")?.[0];
    if (first === undefined || head === undefined) return;
    this.blocks.splice(
      blocks,
      1,
      ...sliceBlock(first, head.length, first.text.length, "quotation"),
    );
  }

  #readCode({ text, lang }: Tokens.Code, at: number): void {
    if (/quote/i.test(lang ?? "")) {
      this.#putText(text, this.#find(text, at));
      this.blocks.push(...this.#builder.finish("quotation"));
      return;
    }
    this.codes.push({ text, start: this.#places(at), language: lang ?? "" });
  }

  #readList({ items }: Tokens.List, from: number, kind: ProseBlock["kind"]): void {
    let at = from;
    for (const item of items) {
      const start = this.#find(item.raw, at);
      this.readBlocks(item.tokens, start, kind);
      at = this.#follow(item.raw, start);
    }
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

  /** HTML between paragraphs: its words without its tags; nothing of scripts, styles and comments. */
  #readHtml(raw: string, from: number): void {
    const seen = blankTags(raw);
    let [at, done] = [from, 0];
    for (const line of raw.split(/(?<=\n)/)) {
      const start = this.#find(line, at);
      this.#putSeen(seen.slice(done, done + line.length), start);
      at = start + line.length;
      done += line.length;
    }
    this.blocks.push(...this.#builder.finish("paragraph"));
  }

  /** A line that stands at `start` but for what was blanked in it: blanks are searched for nowhere. */
  #putSeen(line: string, start: number): void {
    for (const { 0: run, index } of line.matchAll(/ +|[^ ]+/g)) {
      if (run.startsWith(" ")) this.#builder.copy(run, this.#places(start + index));
      else this.#putText(run, start + index);
    }
  }

  #readInlines(tokens: readonly Token[], from: number): number {
    let at = from;
    for (const [place, token] of tokens.entries()) {
      const start = this.#find(token.raw, at);
      if (!isRaisedNumber(tokens, place)) this.#readInline(token, start);
      at = this.#follow(token.raw, start);
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
      `${NOTE_MARK.source}|\\[\\[(?:[^\\[\\]|\\n]{1,200}\\|)?|\\]\\]|==|${FILL}+|&(?:#\\d{1,7}|#[xX][\\da-fA-F]{1,6}|[a-zA-Z][\\da-zA-Z]{1,31});`,
      "g",
    );
    let done = 0;
    for (const { 0: piece, 1: note, index } of raw.matchAll(skipped)) {
      place = this.#copy(raw.slice(done, index), place);
      const start = this.#find(piece, place);
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
      const start = this.#find(line, at);
      this.#builder.copy(showChevrons(line), this.#places(start));
      at = start + line.length;
    }
    return at;
  }

  /** Where `raw` (its first line) begins, at `from` or behind what blocks put before a line. */
  #find(raw: string, from: number): number {
    if (raw === "" || this.#text.startsWith(raw, from)) return from;
    const line = /^[^\n]*\n?/.exec(raw)?.[0] ?? "";
    const wanted = line === "\n" ? line : line.replace(/\n$/, "");
    const found = this.#text.slice(from, from + FURTHEST + line.length).indexOf(wanted);
    return found === -1 ? from : from + found;
  }

  /** Where `raw` ends when it begins at `start`, the markers before its lines stepped over. */
  #follow(raw: string, start: number): number {
    if (this.#text.startsWith(raw, start)) return start + raw.length;
    let at = start;
    for (const line of raw.split(/(?<=\n)/)) {
      at = this.#find(line, at) + line.length;
    }
    return Math.min(at, this.#text.length);
  }
}

/** How far markers and indents may push a line, in units. */
const FURTHEST = 400;

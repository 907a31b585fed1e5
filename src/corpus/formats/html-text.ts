// The chosen texts of a page → an article's text with the bytes of each word; tables row by row, lists as lists.

import { decodeHTML } from "entities/decode";
import type { ExtractedBlock } from "../../core/article.ts";
import { type HtmlElement, type HtmlNode, isBlock, isElement } from "../../text/html-tree.ts";
import { type ComposedText, TextComposer } from "./compose-text.ts";

const PIECE =
  /&(?:#\d{1,8}|#[xX][\da-fA-F]{1,8}|[a-zA-Z][\da-zA-Z]{1,31});?|[ \t\r\n\f]+|[^& \t\r\n\f]+|&/g;
const SILENT = new Set("script style template noscript title math option !--".split(" "));

/** What a reader sees between words, and nobody reads. */
const SHOWN = new Set(
  "img svg video audio canvas embed object iframe button select input textarea".split(" "),
);

/** `isChosen` says of each text, by its start, whether it is the article's; `byteOf` where its offsets are in the file. */
export function composeHtml(
  html: string,
  nodes: readonly HtmlNode[],
  isChosen: (start: number) => boolean,
  byteOf: (offset: number) => number,
): ComposedText {
  const writer = new HtmlWriter(html, isChosen, byteOf);
  writer.write(nodes, { kind: "paragraph", level: 0 });
  return writer.finish();
}

type Shape = Pick<ExtractedBlock, "kind" | "level">;

class HtmlWriter {
  readonly #html: string;
  readonly #isChosen: (start: number) => boolean;
  readonly #byteOf: (offset: number) => number;
  readonly #composer = new TextComposer();
  /** White space is written before the next word, once. */
  #space: { start: number; end: number } | undefined;
  #isEmpty = true;
  /** A picture parts the words that it stands between. */
  #picture: { start: number; end: number } | undefined;
  #endsInWord = false;

  constructor(
    html: string,
    isChosen: (start: number) => boolean,
    byteOf: (offset: number) => number,
  ) {
    this.#html = html;
    this.#isChosen = isChosen;
    this.#byteOf = byteOf;
  }

  write(nodes: readonly HtmlNode[], shape: Shape): void {
    for (const node of nodes) {
      if (!isElement(node)) this.#writeText(node.start, node.end);
      else if (SHOWN.has(node.name)) this.#picture ??= { start: node.start, end: node.end };
      else if (!SILENT.has(node.name)) this.#writeElement(node, shape);
    }
  }

  finish(): ComposedText {
    return this.#composer.finish();
  }

  #writeElement(element: HtmlElement, shape: Shape): void {
    const { name, children } = element;
    if (name === "br") this.#writeBreak(element, shape);
    else if (name === "q") this.#writeQuote(element, shape);
    else if (name === "td" || name === "th") this.#writeCell(element, shape);
    else if (!isBlock(name)) this.write(children, shape);
    else {
      const own = shapeOf(name) ?? shape;
      this.#begin(own);
      this.write(children, own);
      this.#begin(shape);
    }
  }

  /** Two breaks in a row part paragraphs. */
  #writeBreak({ start, from }: HtmlElement, shape: Shape): void {
    if (/^\s*<br\b/i.test(this.#html.slice(from, from + 40))) this.#begin(shape);
    else this.#space ??= { start, end: from };
  }

  #writeQuote({ children, start, from, to, end }: HtmlElement, shape: Shape): void {
    this.#put("“", start, from);
    this.write(children, shape);
    if (to < end) this.#put("”", to, end);
  }

  /** Cells of a row stand on one line. */
  #writeCell({ children, start, from }: HtmlElement, shape: Shape): void {
    if (!this.#isEmpty) this.#put(" |", start, from);
    this.#space = { start, end: from };
    this.write(children, shape);
  }

  #begin({ kind, level }: Shape): void {
    this.#space = undefined;
    this.#picture = undefined;
    this.#endsInWord = false;
    this.#isEmpty = true;
    this.#composer.begin(kind, level);
  }

  /** White space between two elements is chosen by nobody, and parts their words all the same. */
  #writeText(start: number, end: number): void {
    const text = this.#html.slice(start, end);
    if (!this.#isChosen(start)) {
      if (text.trim() === "") this.#space ??= { start, end };
      return;
    }
    let at = start;
    for (const [piece] of text.matchAll(PIECE)) {
      const next = at + piece.length;
      if (/^[ \t\r\n\f]/.test(piece)) this.#space ??= { start: at, end: next };
      else if (piece.length > 1 && piece.startsWith("&")) this.#put(decodeHTML(piece), at, next);
      else this.#put(piece, at, next);
      at = next;
    }
  }

  /** Words that stand in the file as they are have bytes each; a reference is one place. */
  #put(words: string, start: number, end: number): void {
    if (this.#endsInWord && /^[\p{L}\p{N}]/u.test(words)) this.#space ??= this.#picture;
    this.#picture = undefined;
    this.#endsInWord = /[\p{L}\p{N}]$/u.test(words);
    if (this.#space !== undefined && !this.#isEmpty) {
      const { start: from, end: to } = this.#space;
      this.#composer.put(" ", () => [
        { kind: "bytes", start: this.#byteOf(from), end: this.#byteOf(to) },
      ]);
    }
    this.#space = undefined;
    this.#isEmpty = false;
    const isPlain = words.length === end - start;
    this.#composer.put(words, (span) => {
      const [first, after] = isPlain ? [start + span.start, start + span.end] : [start, end];
      return [{ kind: "bytes", start: this.#byteOf(first), end: this.#byteOf(after) }];
    });
  }
}

function shapeOf(name: string): Shape | undefined {
  if (/^h[1-6]$/.test(name)) return { kind: "heading", level: Number(name[1]) };
  if (name === "li" || name === "dd") return { kind: "list-item", level: 0 };
  return name === "blockquote" ? { kind: "quotation", level: 0 } : undefined;
}

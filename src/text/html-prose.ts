// HTML → its prose: what a reader of the page gets, each unit with its place in the file.

import { decodeHTML } from "entities/decode";
import { type HtmlElement, type HtmlNode, isBlock, isElement, readHtmlTree } from "./html-tree.ts";
import { hideMarks, type ProseBlock, ProseBuilder, type ProseDocument } from "./prose.ts";

const SILENT =
  /^(?:!--|script|style|template|noscript|noembed|noframes|title|svg|math|textarea|select|iframe|object)$/;
const REFERENCE = /&(?:#\d{1,8}|#[xX][\da-fA-F]{1,8}|[a-zA-Z][\da-zA-Z]{1,31});?/;
const PIECE = new RegExp(`${REFERENCE.source}|[ \\t\\r\\n\\f]+|[^& \\t\\r\\n\\f]+|&`, "g");

export function readHtmlProse(html: string): ProseDocument {
  const reader = new HtmlReader(html);
  reader.read(readHtmlTree(html), "paragraph");
  reader.endBlock("paragraph");
  return { blocks: reader.blocks, codes: reader.codes, notes: new Map() };
}

/** Comments, and elements of which nothing is seen, that have an end. */
export function listHidden(html: string): readonly HtmlElement[] {
  const list = (nodes: readonly HtmlNode[]): readonly HtmlElement[] =>
    nodes.flatMap((node) => {
      if (!isElement(node)) return [];
      return SILENT.test(node.name) ? (node.to < node.end ? [node] : []) : list(node.children);
    });
  return list(readHtmlTree(html));
}

function listTexts(nodes: readonly HtmlNode[], texts: HtmlNode[] = []): readonly HtmlNode[] {
  for (const node of nodes) {
    if (!isElement(node)) texts.push(node);
    else if (!SILENT.test(node.name)) listTexts(node.children, texts);
  }
  return texts;
}

/**
 * What an element makes of the block that it is; none where it is another block, or part of one. A
 * component or a block may say by its name or class that it quotes: `<pull-quote>`, `<div class="quote">`.
 */
function kindOf({ name, attributes }: HtmlElement): ProseBlock["kind"] | undefined {
  if (/^h[1-6]$/.test(name)) return "heading";
  if (name === "li") return "list-item";
  const classes = attributes.find((attribute) => attribute.name === "class")?.value ?? "";
  const isClassed =
    /^(?:div|p|aside|figure|section)$/.test(name) &&
    /pull-?quote|(?:^|[\s_-])(?:block)?quote(?=\s|$)/i.test(classes);
  return name.includes("quote") || isClassed ? "quotation" : undefined;
}

class HtmlReader {
  readonly blocks: ProseBlock[] = [];
  readonly codes: { text: string; start: number }[] = [];
  readonly #html: string;
  readonly #builder = new ProseBuilder();

  constructor(html: string) {
    this.#html = html;
  }

  read(nodes: readonly HtmlNode[], kind: ProseBlock["kind"]): void {
    for (const node of nodes) {
      if (!isElement(node)) this.#readText(node);
      else if (!SILENT.test(node.name)) this.#readElement(node, kind);
    }
  }

  endBlock(kind: ProseBlock["kind"]): void {
    this.blocks.push(...this.#builder.finish(kind));
  }

  #readElement(element: HtmlElement, kind: ProseBlock["kind"]): void {
    const own = kindOf(element);
    if (own === undefined && !isBlock(element.name)) {
      this.#readInline(element, kind);
      return;
    }
    this.endBlock(kind);
    if (element.name === "pre") {
      this.codes.push({ text: this.#textOf(element), start: element.start });
      return;
    }
    this.read(element.children, own ?? kind);
    this.endBlock(own ?? kind);
  }

  #readInline(element: HtmlElement, kind: ProseBlock["kind"]): void {
    const { name, start, from, to, end, children, attributes } = element;
    if (name === "br") this.#builder.put("\n", start, from);
    else if (name === "code") this.#builder.put(hideMarks(this.#textOf(element)), start, end);
    else {
      const [begun, blocks] = [this.#builder.length, this.blocks.length];
      if (name === "q") this.#builder.put("“", start, from);
      this.read(children, kind);
      if (name === "q" && to < end) this.#builder.put("”", to, end);
      const target = name === "a" && attributes.find((attribute) => attribute.name === "href");
      if (target && target.value !== "" && blocks === this.blocks.length)
        this.#builder.point(begun, target.value);
    }
  }

  #readText({ start, end }: HtmlNode): void {
    let at = start;
    for (const [piece] of this.#html.slice(start, end).matchAll(PIECE)) {
      const next = at + piece.length;
      if (/^[ \t\r\n\f]/.test(piece)) this.#builder.put(" ", at, next);
      else if (piece.length > 1 && piece.startsWith("&"))
        this.#builder.put(decodeHTML(piece), at, next);
      else this.#builder.copy(piece, at);
      at = next;
    }
  }

  #textOf({ children }: HtmlElement): string {
    const shown = listTexts(children).map(({ start, end }) => this.#html.slice(start, end));
    return decodeHTML(shown.join(""));
  }
}

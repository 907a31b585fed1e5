// HTML → its prose: what a reader of the page gets, each unit with its place in the file.

import { decodeHTML } from "entities/decode";
import { hideMarks, type ProseBlock, ProseBuilder, type ProseDocument } from "./prose.ts";

const BLOCK =
  /^(?:p|div|section|article|main|aside|header|footer|nav|ul|ol|dl|dt|dd|table|tr|td|th|figure|figcaption|hr|body|html|form|details|summary|address|fieldset)$/;
const SILENT =
  /^(?:script|style|template|noscript|head|title|svg|math|textarea|select|iframe|object)$/;
const NESTING: ReadonlyMap<string, ProseBlock["kind"]> = new Map([
  ["blockquote", "quotation"],
  ["li", "list-item"],
  ...[1, 2, 3, 4, 5, 6].map((level): [string, "heading"] => [`h${level}`, "heading"]),
]);
const TOKEN =
  /(?<comment><!--[\s\S]*?(?:-->|$)|<[!?][^<>]*>?)|<(?<close>\/?)(?<name>[a-zA-Z][a-zA-Z0-9-]{0,40})(?<attributes>[^<>]*)>|(?<entity>&(?:#\d{1,8}|#[xX][\da-fA-F]{1,8}|[a-zA-Z][\da-zA-Z]{1,31});?)|(?<white>[ \t\r\n\f]+)|(?<text>[^<&\s]+|[^<&]|[<&])/g;

/** Tags are read tolerantly and run nothing. Linear time. */
export function readHtmlProse(html: string): ProseDocument {
  return new HtmlReader(html).read();
}

interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly attributes: string;
  readonly start: number;
  readonly end: number;
}

/** A component or a block that says by its name or class that it quotes: `<pull-quote>`, `<div class="quote">`. */
function quoteKind({ name, attributes }: Tag): ProseBlock["kind"] | undefined {
  const isNamed = name.includes("quote");
  const isBlock = /^(?:div|p|aside|figure|section)$/.test(name);
  const isClassed = /\sclass\s*=\s*["']?[^"'>]*(?<![\w-])(?:block|pull)?-?quote/i.test(attributes);
  return isNamed || (isBlock && isClassed) ? "quotation" : undefined;
}

class HtmlReader {
  readonly #html: string;
  readonly #builder = new ProseBuilder();
  readonly #blocks: ProseBlock[] = [];
  readonly #codes: { text: string; start: number }[] = [];
  #kinds: { readonly name: string; readonly kind: ProseBlock["kind"] }[] = [
    { name: "", kind: "paragraph" },
  ];
  #links: { start: number; target: string }[] = [];
  #silence: string | undefined;
  #pre: { name: string; start: number; text: string } | undefined;

  constructor(html: string) {
    this.#html = html;
  }

  read(): ProseDocument {
    for (const { 0: raw, index, groups = {} } of this.#html.matchAll(TOKEN)) {
      const { name, close, attributes = "" } = groups;
      const end = index + raw.length;
      if (name !== undefined) {
        const closes = close === "/";
        this.#takeTag({ name: name.toLowerCase(), closes, attributes, start: index, end });
      } else if (groups["comment"] === undefined && this.#silence === undefined) {
        this.#takeText(raw, groups["entity"] !== undefined, index, end);
      }
    }
    this.#endBlock();
    return { blocks: this.#blocks, codes: this.#codes, notes: new Map() };
  }

  #takeText(raw: string, isEntity: boolean, start: number, end: number): void {
    const text = isEntity ? decodeHTML(raw) : raw;
    if (this.#pre !== undefined) this.#pre.text += text;
    else if (isEntity) this.#builder.put(text, start, end);
    else if (/^[ \t\r\n\f]/.test(raw)) this.#builder.put(" ", start, end);
    else this.#builder.copy(raw, start);
  }

  #takeTag(tag: Tag): void {
    const { name, closes } = tag;
    if (this.#silence !== undefined) {
      if (closes && name === this.#silence) this.#silence = undefined;
    } else if (SILENT.test(name)) this.#silence = closes ? undefined : name;
    else if (name === "pre" || name === "code") this.#takeCode(tag);
    else this.#takeVisible(tag);
  }

  #takeVisible(tag: Tag): void {
    const kind = tag.closes
      ? this.#kinds.findLast(({ name }) => name === tag.name)?.kind
      : (NESTING.get(tag.name) ?? quoteKind(tag));
    if (kind !== undefined) this.#nest(tag, kind);
    else if (BLOCK.test(tag.name)) this.#endBlock();
    else this.#takeInline(tag);
  }

  #takeInline({ name, closes, attributes, start, end }: Tag): void {
    if (name === "br") this.#builder.put("\n", start, end);
    else if (name === "q") this.#builder.put(closes ? "”" : "“", start, end);
    else if (name === "a" && !closes) {
      const target = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(attributes);
      const address = decodeHTML(target?.[1] ?? target?.[2] ?? target?.[3] ?? "");
      this.#links.push({ start: this.#builder.length, target: address });
    } else if (name === "a") {
      const link = this.#links.pop();
      if (link !== undefined && link.target !== "") this.#builder.point(link.start, link.target);
    }
  }

  /** Code in a sentence is part of it; `pre` is a block of its own, whatever `code` it holds. */
  #takeCode({ name, closes, start, end }: Tag): void {
    if (!closes) {
      if (name === "pre") this.#endBlock();
      this.#pre ??= { name, start, text: "" };
    } else if (name === this.#pre?.name) this.#endCode(end);
  }

  #endCode(end: number): void {
    const { name, start, text } = this.#pre ?? { name: "", start: end, text: "" };
    this.#pre = undefined;
    if (name === "pre") this.#codes.push({ start, text });
    else if (name === "code") this.#builder.put(hideMarks(text), start, end);
  }

  #nest({ name, closes, attributes }: Tag, kind: ProseBlock["kind"]): void {
    this.#endBlock();
    const last = this.#kinds.findLastIndex((open) => open.name === name);
    if (!closes && !attributes.endsWith("/")) this.#kinds.push({ name, kind });
    else if (closes && last > 0) this.#kinds = this.#kinds.slice(0, last);
  }

  #endBlock(): void {
    if (this.#pre?.name === "code") this.#endCode(this.#pre.start);
    this.#links = [];
    this.#blocks.push(...this.#builder.finish(this.#kinds.at(-1)?.kind ?? "paragraph"));
  }
}

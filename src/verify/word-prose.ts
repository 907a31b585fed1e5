// The XML of a Word document's body or notes → its paragraphs as prose, with all changes accepted.

import type { XmlAttributes, XmlVisitor } from "../corpus/formats/read-xml.ts";
import { type ProseBlock, ProseBuilder } from "../text/prose.ts";

/** What a reader does not see: what was deleted, old properties, the second form of a drawing, hidden codes. */
const UNSEEN =
  /^(?:del|moveFrom|Fallback|rt|instrText|delText|delInstrText|\w+PrChange|tblGridChange|numberingChange)$/;
/** A run that names a character which XML cannot hold. */
const NAMED = /^U\+([0-9A-F]{4})$/;
/** How our citations name an article, in the code of a field. */
const CITED = /pullquote:([\w-]{1,200})/g;
/** What an element of a run stands for. */
const SIGNS: Readonly<Record<string, string>> = {
  tab: "\t",
  br: "\n",
  cr: "\n",
  noBreakHyphen: "\u2011",
  softHyphen: "\u00ad",
};
/** Where what is marked as changed is a property, and holds no words. */
const PROPERTIES: ReadonlySet<string> = new Set(["rPr", "pPr", "trPr"]);

/** The paragraphs of one part. `part` is `footnotes` or `endnotes`; absent for the body. */
export class Story implements XmlVisitor {
  readonly blocks: ProseBlock[] = [];
  readonly notes: { readonly id: string; readonly blocks: ProseBlock[] }[] = [];
  /** By the id of a note, the keys of the articles that its citations name. */
  readonly cited: Map<string, string[]> = new Map();
  readonly #styles: ReadonlyMap<string, ProseBlock["kind"]>;
  readonly #links: ReadonlyMap<string, string>;
  readonly #part: string | undefined;
  readonly #builder = new ProseBuilder();
  #kind: ProseBlock["kind"] = "paragraph";
  #depth = 0;
  /** The depth of the element that is passed over, with all in it. */
  #passedOver: number | undefined;
  #text: string | undefined;
  #isNamed = false;
  /** The code of the field that is open; Word may cut it into several elements. */
  #code = "";
  #link: { readonly start: number; readonly target: string } | undefined;

  /** `styles` and `links` by their ids. */
  constructor(
    styles: ReadonlyMap<string, ProseBlock["kind"]>,
    links: ReadonlyMap<string, string>,
    part?: string,
  ) {
    this.#styles = styles;
    this.#links = links;
    this.#part = part;
  }

  open(name: string, attributes: XmlAttributes, parent: string): void {
    this.#depth += 1;
    if (this.#passedOver !== undefined) return;
    if (UNSEEN.test(name) && !PROPERTIES.has(parent)) this.#passedOver = this.#depth;
    else if (parent === "r" && name in SIGNS) this.#say(SIGNS[name] ?? "");
    else this.#openers[name]?.(attributes);
  }

  readonly #openers: Readonly<Record<string, (attributes: XmlAttributes) => void>> = {
    p: () => {
      this.#kind = this.#part === undefined ? "paragraph" : "note";
    },
    pStyle: ({ val = "" }) => {
      if (this.#part === undefined) this.#kind = this.#styles.get(val) ?? this.#kind;
    },
    r: () => {
      this.#isNamed = false;
    },
    rStyle: ({ val }) => {
      this.#isNamed = val === "PullquoteUnseen";
    },
    t: () => {
      this.#text = "";
    },
    fldChar: ({ fldCharType }) => {
      if (fldCharType === "begin") this.#code = "";
    },
    hyperlink: ({ id = "" }) => {
      const target = this.#links.get(id);
      this.#link = target === undefined ? undefined : { start: this.#builder.length, target };
    },
    footnote: ({ id = "" }) => void this.notes.push({ id: `footnotes-${id}`, blocks: [] }),
    endnote: ({ id = "" }) => void this.notes.push({ id: `endnotes-${id}`, blocks: [] }),
    footnoteReference: ({ id = "" }) => this.#refer(`footnotes-${id}`),
    endnoteReference: ({ id = "" }) => this.#refer(`endnotes-${id}`),
  };

  /** A note that cites articles by our keys is read as such a citation; any other is pointed at. */
  #refer(id: string): void {
    const keys = this.cited.get(id) ?? [];
    if (keys.length > 0) this.#say(` [${keys.map((key) => `@${key}`).join("; ")}]`);
    else this.#builder.point(this.#builder.length, `^${id}`);
  }

  words(words: string): void {
    if (this.#passedOver !== undefined) this.#code += words;
    else if (this.#text !== undefined) this.#text += words;
  }

  close(name: string): void {
    const isPassedOver = this.#passedOver !== undefined;
    if (this.#passedOver === this.#depth) this.#passedOver = undefined;
    this.#depth -= 1;
    if (name === "instrText") this.#readCode();
    if (isPassedOver) return;
    if (name === "t") this.#closeText();
    else if (name === "p") this.#closeParagraph();
    else if (name === "hyperlink" && this.#link !== undefined) {
      this.#builder.point(this.#link.start, this.#link.target);
      this.#link = undefined;
    }
  }

  #say(text: string): void {
    this.#builder.put(text, 0, 0);
  }

  #closeText(): void {
    const text = this.#text ?? "";
    this.#text = undefined;
    const code = this.#isNamed ? NAMED.exec(text)?.[1] : undefined;
    this.#say(code === undefined ? text : String.fromCharCode(Number.parseInt(code, 16)));
  }

  #readCode(): void {
    const id = this.notes.at(-1)?.id;
    const keys = Array.from(this.#code.matchAll(CITED), (match) => match[1] ?? "");
    if (id === undefined || keys.length === 0) return;
    this.cited.set(id, [...new Set([...(this.cited.get(id) ?? []), ...keys])]);
  }

  #closeParagraph(): void {
    const blocks = this.#builder.finish(this.#kind);
    if (this.#part === undefined) this.blocks.push(...blocks);
    else this.notes.at(-1)?.blocks.push(...blocks);
  }
}

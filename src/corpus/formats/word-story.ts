// The XML of one part of a Word document (body, notes, header) → its paragraphs, with all changes accepted.

import type { PlaceStep } from "../../core/place.ts";
import type { DocumentComposer, Tally } from "./compose-document.ts";
import type { XmlAttributes, XmlVisitor } from "./read-xml.ts";
import { DEFAULT_STYLE, type Style, type Styles } from "./word-styles.ts";

/** Old properties of what was changed, the second form of a drawing, how characters are said. */
const PASSED_OVER = new Set([
  ...["Fallback", "rt", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange"],
  ...["tcPrChange", "tblGridChange", "tblPrExChange", "numberingChange"],
]);
const WITHOUT_TEXT = /^(?:separator|continuationSeparator|continuationNotice)$/;
/** Properties of a paragraph, a row or a run: what is marked in them holds no words. */
const PROPERTIES = new Set(["rPr", "pPr", "trPr", "numPr"]);

/** `within`: steps to the part that is read, from the document's body. */
export class StoryReader implements XmlVisitor {
  readonly #composer: DocumentComposer;
  readonly #styles: Styles;
  readonly #tally: Tally;
  readonly #within: readonly PlaceStep[];
  readonly #paragraphs: (Style & { goesOn: boolean })[] = [];
  #number = 0;
  #depth = 0;
  /** The depth of the element that is passed over, with all in it. */
  #passedOver: number | undefined;
  #inRun = false;
  #isHidden = false;
  #isText = false;
  #keepsSpace = false;
  /** Of footnotes or endnotes. */
  notes = 0;

  constructor(
    composer: DocumentComposer,
    styles: Styles,
    tally: Tally,
    within: readonly PlaceStep[],
  ) {
    this.#composer = composer;
    this.#styles = styles;
    this.#tally = tally;
    this.#within = within;
  }

  open(name: string, attributes: XmlAttributes, parent: string): void {
    this.#depth += 1;
    if (name === "p") this.#number += 1;
    if (this.#passedOver !== undefined) return;
    if (this.#isPassedOver(name, attributes, parent)) {
      this.#passedOver = this.#depth;
      return;
    }
    this.#openBlock(name);
    if (name === "r") {
      this.#inRun = true;
      this.#isHidden = false;
    }
    if (parent === "r") this.#openInRun(name, attributes);
    this.#readProperty(name, attributes, parent);
  }

  words(words: string): void {
    if (!this.#isText || this.#passedOver !== undefined) return;
    this.#composer.say(this.#keepsSpace ? words : words.trim());
  }

  close(name: string): void {
    const isPassedOver = this.#passedOver !== undefined;
    if (this.#passedOver === this.#depth) this.#passedOver = undefined;
    this.#depth -= 1;
    if (isPassedOver) return;
    if (name === "t") this.#isText = false;
    else if (name === "r") this.#inRun = false;
    else if (name === "p") this.#closeParagraph();
    else if (name === "tr") this.#composer.closeRow();
    else if (name === "tc") this.#composer.closeCell();
    else if (BOXES.has(name)) this.#composer.closeInner();
  }

  #isPassedOver(name: string, attributes: XmlAttributes, parent: string): boolean {
    if ((name === "del" || name === "moveFrom") && !PROPERTIES.has(parent)) {
      this.#tally.add("tracked deletions that are left out");
      return true;
    }
    const isNote = name === "footnote" || name === "endnote";
    return PASSED_OVER.has(name) || (isNote && WITHOUT_TEXT.test(attributes["type"] ?? ""));
  }

  #openBlock(name: string): void {
    switch (name) {
      case "p": {
        const place = [...this.#within, { kind: "paragraph", number: this.#number } as const];
        this.#composer.openParagraph(place);
        this.#paragraphs.push({ ...DEFAULT_STYLE, goesOn: false });
        break;
      }
      case "tr":
        this.#composer.openRow();
        break;
      case "tc":
        this.#composer.openCell();
        break;
      case "txbxContent":
        this.#composer.openBox();
        break;
      case "footnote":
      case "endnote":
        this.notes += 1;
        this.#composer.openNote();
        break;
    }
  }

  #openInRun(name: string, attributes: XmlAttributes): void {
    if (this.#isHidden) {
      if (name === "t") this.#tally.add("runs of hidden text that are left out");
      return;
    }
    switch (name) {
      case "t":
        this.#isText = true;
        this.#keepsSpace = attributes["space"] === "preserve";
        break;
      case "tab":
      case "ptab":
        this.#composer.say("\t");
        break;
      case "br":
      case "cr":
        this.#composer.say("\n");
        break;
      case "noBreakHyphen":
        this.#composer.say("\u2011");
        break;
      case "sym":
        this.#tally.add("signs of a symbol font that are not read");
        break;
    }
  }

  #readProperty(name: string, attributes: XmlAttributes, parent: string): void {
    const told = SEEN.get(name);
    if (told !== undefined && !PROPERTIES.has(parent)) this.#tally.add(told);
    const value = attributes["val"] ?? "";
    if (name === "vanish" && parent === "rPr")
      this.#isHidden = this.#inRun && !/^(?:0|false|off)$/.test(value);
    const paragraph = this.#paragraphs.at(-1);
    // The mark that ends the paragraph is what was deleted.
    if (name === "del" && parent === "rPr" && !this.#inRun && paragraph !== undefined)
      paragraph.goesOn = true;
    if (paragraph !== undefined) setStyle(paragraph, name, value, this.#styles);
  }

  #closeParagraph(): void {
    const { kind, level, isContents, goesOn } = this.#paragraphs.pop() ?? {
      ...DEFAULT_STYLE,
      goesOn: false,
    };
    if (isContents) this.#tally.add("lines of a table of contents that are left out");
    this.#composer.closeParagraph(kind, level, goesOn, !isContents);
  }
}

/** What is told of elements that are not passed over. */
const SEEN: ReadonlyMap<string, string> = new Map([
  ["ins", "tracked insertions that are read as text"],
  ["moveTo", "tracked insertions that are read as text"],
  ["blip", "pictures that are not read"],
  ["imagedata", "pictures that are not read"],
  ["altChunk", "embedded files that are not read"],
  ["txbxContent", "text boxes, read behind the paragraph that they hang in"],
]);
const BOXES = new Set(["txbxContent", "footnote", "endnote"]);

function setStyle(paragraph: Style, name: string, value: string, styles: Styles): void {
  if (name === "pStyle") Object.assign(paragraph, styles.get(value));
  else if (name === "outlineLvl" && Number(value) < 9)
    Object.assign(paragraph, { kind: "heading", level: Number(value) + 1 });
  else if (name === "numId" && paragraph.kind !== "heading")
    paragraph.kind = value === "0" ? "paragraph" : "list-item";
}

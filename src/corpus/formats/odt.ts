// An OpenDocument text's parts → one article: what a reader sees, and what else is in the file.

import { DocumentComposer, Tally } from "./compose-document.ts";
import { declareFields } from "./declare-fields.ts";
import { type Extraction, refuse } from "./format.ts";
import { readXml, readXmlFields, type XmlAttributes, type XmlVisitor } from "./read-xml.ts";
import type { ZipEntries } from "./zip.ts";

/** Places: the n-th `text:p` or `text:h` of `content.xml`. */
export async function readOdt(entries: ZipEntries): Promise<Extraction> {
  const read = async (name: string): Promise<Uint8Array> => {
    const bytes = await entries.get(name)?.read();
    return bytes instanceof Uint8Array ? bytes : new Uint8Array();
  };
  const manifest = new TextDecoder("latin1").decode(await read("META-INF/manifest.xml"));
  if (manifest.includes("encryption-data"))
    return refuse("encrypted", "it is encrypted; save it without a password");
  const content = await entries.get("content.xml")?.read();
  if (!(content instanceof Uint8Array))
    return { articles: [], refused: content === undefined ? [] : [content] };
  const tally = new Tally();
  const composer = new DocumentComposer();
  const reader = new ContentReader(composer, tally);
  const fault = await readXml(content, reader);
  if (fault !== undefined)
    return refuse("damaged", `its text cannot be read: ${fault}; open and save it again`);
  if (!reader.isText)
    return refuse("other-kind", "it is no text (tables: save them as CSV; slides: as PDF)");
  await tallyMargins(await read("styles.xml"), tally);
  const { text, blocks, places } = composer.finish();
  if (text === "") return refuse("no-prose", "there is no text in it; pictures are not read");
  const properties = new Map(await readXmlFields(await read("meta.xml"), PROPERTIES));
  const { doubts = [], ...declared } = declareFields(
    [
      ["title", properties.get("title")],
      ["author", properties.get("initial-creator") ?? properties.get("creator")],
    ],
    "property",
  );
  const metadata = { ...declared, ...tally.tell(doubts) };
  return {
    articles: [{ text, extracted: { format: "OpenDocument text", blocks, metadata, places } }],
    refused: [],
  };
}

const PROPERTIES = ["title", "initial-creator", "creator"];

async function tallyMargins(styles: Uint8Array, tally: Tally): Promise<void> {
  let margin: string | undefined;
  let words = "";
  await readXml(styles, {
    open: (name) => {
      if (!/^(?:header|footer)(?:-left|-first)?$/.test(name)) return;
      margin = name.replace(/-.*/, "");
      words = "";
    },
    words: (more) => {
      words += more;
    },
    close: (name) => {
      if (margin === undefined || !name.startsWith(margin) || name.endsWith("style")) return;
      if (words.trim() !== "") tally.add(`page ${margin}s that are not read`);
      margin = undefined;
    },
  });
}

/** Passed over with all in them; those with words for it are told. */
const PASSED_OVER: ReadonlyMap<string, string> = new Map([
  ["annotation", "comments that are not read"],
  ["deletion", "tracked deletions that are left out"],
  ["insertion", "tracked insertions that are read as text"],
  ["table-of-content", "tables of contents that are left out"],
  ["note-citation", ""],
  ["ruby-text", ""],
  ["event-listeners", ""],
]);

class ContentReader implements XmlVisitor {
  readonly #composer: DocumentComposer;
  readonly #tally: Tally;
  /** A style of the text → the style that it stands on. */
  readonly #bases = new Map<string, string>();
  readonly #kinds: { kind: "heading" | "paragraph" | "list-item" | "quotation"; level: number }[] =
    [];
  #number = 0;
  #depth = 0;
  #passedOver: number | undefined;
  #lists = 0;
  isText = false;

  constructor(composer: DocumentComposer, tally: Tally) {
    this.#composer = composer;
    this.#tally = tally;
  }

  open(name: string, attributes: XmlAttributes, parent: string): void {
    this.#depth += 1;
    const isParagraph = name === "p" || name === "h";
    if (isParagraph) this.#number += 1;
    if (this.#passedOver !== undefined) return;
    const told = PASSED_OVER.get(name);
    // A picture's title and description are not seen; a field of the text may have the same name.
    const isAside = (name === "title" || name === "desc") && parent === "frame";
    if (told !== undefined || isAside) {
      this.#passedOver = this.#depth;
      if (told) this.#tally.add(told);
      return;
    }
    if (isParagraph) this.#openParagraph(name, attributes);
    else this.#openOther(name, attributes, parent);
  }

  words(words: string): void {
    if (this.#passedOver !== undefined) return;
    const joined = words.replace(/[ \t\r\n]{2,}|[\t\r\n]/g, " ");
    const isAfterSpace = /^\s?$/.test(this.#composer.last);
    this.#composer.say(isAfterSpace ? joined.replace(/^ /, "") : joined);
  }

  close(name: string): void {
    const isPassedOver = this.#passedOver !== undefined;
    if (this.#passedOver === this.#depth) this.#passedOver = undefined;
    this.#depth -= 1;
    if (isPassedOver) return;
    if (name === "p" || name === "h") {
      const { kind = "paragraph", level = 0 } = this.#kinds.pop() ?? {};
      this.#composer.closeParagraph(kind, level);
    } else if (name === "list-item") this.#lists -= 1;
    else if (name === "table-row") this.#composer.closeRow();
    else if (name === "table-cell") this.#composer.closeCell();
    else if (name === "text-box" || name === "note-body") this.#composer.closeInner();
  }

  #openParagraph(name: string, attributes: XmlAttributes): void {
    this.#composer.openParagraph([{ kind: "paragraph", number: this.#number }]);
    const style = attributes["style-name"] ?? "";
    const styles = [style, this.#bases.get(style) ?? ""];
    const isTitle = styles.some((one) => one === "Title" || one === "Subtitle");
    if (name === "h") {
      const level = Number(attributes["outline-level"] ?? 1);
      this.#kinds.push({ kind: "heading", level: level >= 1 && level <= 10 ? level : 1 });
    } else if (isTitle) this.#kinds.push({ kind: "heading", level: 1 });
    else if (this.#lists > 0) this.#kinds.push({ kind: "list-item", level: 0 });
    else if (styles.includes("Quotations")) this.#kinds.push({ kind: "quotation", level: 0 });
    else this.#kinds.push({ kind: "paragraph", level: 0 });
  }

  #openOther(name: string, attributes: XmlAttributes, parent: string): void {
    switch (name) {
      case "text":
        if (parent === "body") this.isText = true;
        break;
      case "style":
        this.#bases.set(attributes["name"] ?? "", attributes["parent-style-name"] ?? "");
        break;
      case "list-item":
        this.#lists += 1;
        break;
      case "table-row":
        this.#composer.openRow();
        break;
      case "table-cell":
        this.#composer.openCell();
        break;
      case "text-box":
        this.#tally.add("text boxes, read behind the paragraph that they hang in");
        this.#composer.openBox();
        break;
      case "note-body":
        this.#tally.add("notes, read at the end of the text");
        this.#composer.openNote();
        break;
      case "image":
        this.#tally.add("pictures that are not read");
        break;
      case "s":
        this.#composer.say(" ".repeat(Math.min(Number(attributes["c"] ?? 1) || 1, MOST_SPACES)));
        break;
      case "tab":
        this.#composer.say("\t");
        break;
      case "line-break":
        this.#composer.say("\n");
        break;
    }
  }
}

const MOST_SPACES = 100;

// A document's prose: what a reader gets of it, each unit with its place in the file; plain text → its paragraphs between empty lines.

/** A link or a note reference inside a block, `[start, end)` of its text. */
export interface ProsePointer {
  readonly start: number;
  readonly end: number;
  readonly target: string;
}

/**
 * One block as rendered. `places[i]` is the offset in the document of `text[i]`; there is one more for
 * the end. `marked` spans are what the format itself says is quoted (HTML's `q`).
 */
export interface ProseBlock {
  readonly kind: "paragraph" | "heading" | "list-item" | "quotation" | "note";
  readonly text: string;
  readonly places: readonly number[];
  readonly pointers: readonly ProsePointer[];
}

/** A code block as rendered. `language` is what its fence says, where the format has fences. */
export interface ProseCode {
  readonly text: string;
  readonly start: number;
  readonly language?: string;
}

/** A document taken apart. `codes` are its code blocks as rendered; `notes` its footnotes by name. */
export interface ProseDocument {
  readonly blocks: readonly ProseBlock[];
  readonly codes: readonly ProseCode[];
  readonly notes: ReadonlyMap<string, string>;
  /** What may hold quotations and was not understood, by where it begins. */
  readonly unread?: readonly { readonly start: number; readonly what: string }[];
}

const MARKS = /[\p{Quotation_Mark}"'`″ʺ❝❞《》]/gu;
const HIDDEN = "\u0001";

/** Code as a reader gets it inside a sentence; its quotation marks quote nothing. */
export function hideMarks(code: string): string {
  return code.replace(MARKS, HIDDEN);
}

/** Stands for each unit of a tag or command that is taken out. */
export const FILL = "\ue00f";

/** Collects one block, unit by unit. */
export class ProseBuilder {
  #text: string[] = [];
  #places: number[] = [];
  #pointers: ProsePointer[] = [];
  #end = 0;

  /** The length so far. */
  get length(): number {
    return this.#places.length;
  }

  /** Text that stands in the document unit by unit from `place`, without what is filled. */
  copy(text: string, place: number): void {
    for (let unit = 0; unit < text.length; unit += 1)
      if (text.charAt(unit) !== FILL) this.#places.push(place + unit);
    this.#text.push(text.replaceAll(FILL, ""));
    this.#end = place + text.length;
  }

  /** Text that `[place, end)` of the document is rendered as. */
  put(text: string, place: number, end: number): void {
    for (let unit = 0; unit < text.length; unit += 1) this.#places.push(place);
    this.#text.push(text);
    this.#end = end;
  }

  point(start: number, target: string): void {
    this.#pointers.push({ start, end: this.length, target });
  }

  /** The block, or nothing when it holds no word; the builder starts anew. */
  finish(kind: ProseBlock["kind"]): readonly ProseBlock[] {
    const text = this.#text.join("");
    const block = {
      kind,
      text,
      places: [...this.#places, this.#end],
      pointers: this.#pointers,
    };
    this.#text = [];
    this.#places = [];
    this.#pointers = [];
    return /\S/.test(text) ? [block] : [];
  }
}

/** Lines that begin with `>` are a quotation, as in mail. */
export function readPlainProse(text: string): ProseDocument {
  const blocks: ProseBlock[] = [];
  const builder = new ProseBuilder();
  let kind: ProseBlock["kind"] = "paragraph";
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+|\r\n|\n|\r/g)) {
    if (/^[\r\n]/.test(line)) {
      if (builder.length > 0) builder.put("\n", index, index + line.length);
      continue;
    }
    const quoted = /^ {0,3}>[ \t]?/.exec(line)?.[0].length ?? 0;
    const now = quoted > 0 ? "quotation" : "paragraph";
    if (line.trim() === "" || now !== kind || endsParagraph(text, index)) {
      blocks.push(...builder.finish(kind));
      kind = now;
    }
    builder.copy(line.slice(quoted), index + quoted);
  }
  blocks.push(...builder.finish(kind));
  return { blocks, codes: [], notes: new Map() };
}

function endsParagraph(text: string, start: number): boolean {
  return /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(text.slice(Math.max(0, start - 8), start));
}

// Markdown → its blocks in order, each with its place: the one door to `marked`.

import { Lexer, type Token, type Tokens } from "marked";

/** A heading, paragraph, table, code or HTML, itself or in a quotation, in a list or in a note. */
export interface MarkdownBlock {
  readonly token: Token;
  /** Where the token stands, or its first line. */
  readonly start: number;
  readonly kind: "paragraph" | "quotation" | "list-item" | "note";
  /** The first block of a quotation. */
  readonly opens: boolean;
}

/** Nested deeper than this nobody reads it, and the lexer's stack may not bear it. */
const NESTED = /^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])(?=[ \t]))){20,}/m;
/** Longer runs of what may open something make the lexer slow: quadratic in their length. */
const BOMB = /[[\]]{200}|[*_~`]{400}|(?:\[[^[\]\n]{0,8}){400}|(?:<[a-z!][^<>\n]{0,8}){2000}/i;
/** How far markers and indents may push a line, in units. */
const FURTHEST = 400;

/** What may be read as Markdown: not thousands of brackets, nor quotation markers nested without end. */
export function isMarkdown(text: string): boolean {
  return !NESTED.test(text) && !BOMB.test(text);
}

/** `places` gives for an offset in the new text, which has LF alone, the offset in the one given. */
export function unifyLineEnds(written: string): {
  readonly text: string;
  readonly places: (at: number) => number;
} {
  if (!written.includes("\r")) return { text: written, places: (at) => at };
  const text = written.replace(/\r\n?/g, "\n");
  const shifted = new Uint32Array(text.length + 1);
  let source = 0;
  for (let at = 0; at <= text.length; at += 1) {
    shifted[at] = source;
    source += written.startsWith("\r\n", source) ? 2 : 1;
  }
  return { text, places: (at) => shifted[at] ?? written.length };
}

/** Finds the blocks of a text as GitHub reads it, and what stands in them. Line ends are LF. */
export class MarkdownBlocks {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The blocks of `part`, which stands at `from` in the text or soon after; with tokens for their words. */
  list(part: string, from: number, kind: MarkdownBlock["kind"]): readonly MarkdownBlock[] {
    return this.#list(new Lexer({ gfm: true }).lex(part), from, kind, false);
  }

  /** As {@link list} for the whole text, without tokens for its words. */
  outline(): readonly MarkdownBlock[] {
    const tokens = new Lexer({ gfm: true }).blockTokens(this.#text, []);
    return this.#list(tokens, 0, "paragraph", false);
  }

  #list(
    tokens: readonly Token[],
    from: number,
    kind: MarkdownBlock["kind"],
    opens: boolean,
  ): readonly MarkdownBlock[] {
    let at = from;
    return tokens.flatMap((token, place) => {
      const start = this.find(token.raw, at);
      at = this.follow(token.raw, start);
      if (token.type === "blockquote")
        return this.#list((token as Tokens.Blockquote).tokens, start, "quotation", true);
      if (/^(?:space|hr|def)$/.test(token.type)) return [];
      if (token.type !== "list") return [{ token, start, kind, opens: opens && place === 0 }];
      let next = start;
      return (token as Tokens.List).items.flatMap(({ raw, tokens: inner }) => {
        const begin = this.find(raw, next);
        next = this.follow(raw, begin);
        return this.#list(inner, begin, kind === "quotation" ? kind : "list-item", false);
      });
    });
  }

  /** Where `raw` (its first line) begins, at `from` or behind what blocks put before a line. */
  find(raw: string, from: number): number {
    if (raw === "" || this.#text.startsWith(raw, from)) return from;
    const line = /^[^\n]*\n?/.exec(raw)?.[0] ?? "";
    const wanted = line === "\n" ? line : line.replace(/\n$/, "");
    const found = this.#text.slice(from, from + FURTHEST + line.length).indexOf(wanted);
    return found === -1 ? from : from + found;
  }

  /** Where `raw` ends when it begins at `start`: as many lines further, whatever stands before each. */
  follow(raw: string, start: number): number {
    if (this.#text.startsWith(raw, start)) return start + raw.length;
    let at = start;
    for (let line = raw.indexOf("\n"); line !== -1; line = raw.indexOf("\n", line + 1))
      at = this.#endLine(at) + 1;
    const last = raw.slice(raw.lastIndexOf("\n") + 1);
    const found = this.find(last, at);
    const end = this.#text.startsWith(last, found) ? found + last.length : this.#endLine(at);
    return Math.min(end, this.#text.length);
  }

  #endLine(at: number): number {
    const end = this.#text.indexOf("\n", at);
    return end === -1 ? this.#text.length : end;
  }
}
